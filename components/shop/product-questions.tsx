import type { ReactNode } from "react";
import { Disclosure } from "@/components/ui/disclosure";
import { TextLink } from "@/components/ui/text-link";
import type { ProductView, ShopIdentityView } from "@/lib/features/catalog/schema";
import { routes } from "@/lib/platform/routes";

/** What is asked of every piece, and what the law wants beside every offer. */
export function ProductQuestions({ product, shop }: { product: ProductView; shop: ShopIdentityView }) {
  const { size } = product.options;
  return (
    <div className="max-w-text border-line border-t">
      <Question title="Can I send it back?">
        <p>
          A piece made to your choices (a size, a stone, words) is made for you alone, so there is no right to
          return it because you changed your mind. Before you pay, your bag says for every line whether it can
          be returned. If something is wrong with it, tell us: we mend it, make it again or give the money
          back.
        </p>
      </Question>
      {size?.kind === "ring" && (
        <Question title="What if the ring doesn’t fit?">
          <p>
            Our guide shows <TextLink href={routes.guide("ring-sizes")}>how to find a ring size</TextLink>,
            also in secret. If it still doesn’t fit, write to us: most rings can be altered, and we tell you
            which can’t.
          </p>
        </Question>
      )}
      <Question title="Is the date a promise?">
        <p>
          The day on which your piece leaves us is binding. The day on which it arrives is likely, and we say
          how likely. Should we ever be late, you hear from us before you ask, with a new date and the choice
          to have your money back.
        </p>
      </Question>
      <Question title="Who answers for it?">
        <p>Made and placed on the market by</p>
        <address className="mt-2 text-ink not-italic">
          {shop.addressLines.map((line) => (
            <span key={line} className="block">
              {line}
            </span>
          ))}
          <a href={`mailto:${shop.email}`} className="touch-line underline underline-offset-4">
            {shop.email}
          </a>
        </address>
        <p className="mt-2">
          Design “{product.slug}”. Small parts: keep it away from children under three. The metals that touch
          skin keep to the limits for nickel, lead and cadmium.
        </p>
      </Question>
    </div>
  );
}

function Question({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Disclosure summary={title}>
      <div className="text-ink-soft">{children}</div>
    </Disclosure>
  );
}
