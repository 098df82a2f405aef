import { SpecWords } from "@/components/shop/bag-line";
import { CheckoutPart } from "@/components/shop/checkout-part";
import { Price } from "@/components/ui/price";
import { TextLink } from "@/components/ui/text-link";
import { formatMoney } from "@/lib/domain/money";
import { returnWords } from "@/lib/domain/returns";
import type { CheckoutView } from "@/lib/features/checkout/schema";
import { routes } from "@/lib/platform/routes";

/** What is ordered, each with whether it may come back: told before paying, line by line. */
export function CheckoutLines({ view }: { view: CheckoutView }) {
  return (
    <CheckoutPart id="what" title="What you order">
      <ul className="border-line border-t">
        {view.lines.map((line) => (
          <li key={line.id} className="grid gap-3 border-line border-b py-5">
            <p className="flex flex-wrap items-baseline justify-between gap-x-6">
              <span className="font-medium">
                {line.quantity > 1 && `${line.quantity} × `}
                {line.name}
              </span>
              <Price>{formatMoney(line.totalMinor, view.currency)}</Price>
            </p>
            <SpecWords spec={line.spec} />
            {line.gift && (
              <p className="text-sm">
                A gift, with a card{line.giftMessage ? ": " : " without words."}
                {line.giftMessage && <q className="whitespace-pre-line">{line.giftMessage}</q>}
              </p>
            )}
            <p className="text-ink-soft text-sm">
              {returnWords(line.personalBecause, line.personalBecause === "")}
            </p>
          </li>
        ))}
      </ul>
      <p className="text-sm">
        <TextLink href={routes.bag}>Change something in the bag</TextLink>
      </p>
    </CheckoutPart>
  );
}
