import type { ReactNode } from "react";
import { DateText } from "@/components/ui/date";
import { TextLink } from "@/components/ui/text-link";
import { dayRangeWords, dayWords } from "@/lib/domain/day-words";
import type { Share } from "@/lib/domain/promise-score";
import type { ArrivalView, ProductCardView } from "@/lib/features/catalog/schema";
import { routes } from "@/lib/platform/routes";

/** What made to order means, with the dates of this very day: an example, and said to be one. */
export function HomeSteps({
  lead,
  arrival,
  kept,
}: {
  lead: ProductCardView;
  arrival: ArrivalView | null;
  /** promises of the last year that were kept; null while they are too few to tell */
  kept: Share | null;
}) {
  return (
    <section aria-labelledby="steps" className="border-line border-b py-14 sm:py-20">
      <h2 id="steps" className="sr-only">
        What made to order means
      </h2>
      <ol className="grid gap-10 md:grid-cols-3 md:gap-12">
        <Step numeral="1" title="You choose">
          Metal, finish, size, stones, words to engrave. Every choice shows at once what it does to the price
          and to the day, and whether the letters fit.
        </Step>
        <Step numeral="2" title="We make it">
          One bench, one queue. Your piece is begun for you and follows its stages by name; you see each one
          when it is done.
        </Step>
        <Step numeral="3" title="It arrives when we said">
          {arrival ? (
            <>
              If you order the <TextLink href={routes.product(lead.slug)}>{lead.name.toLowerCase()}</TextLink>{" "}
              today, it usually arrives{" "}
              <DateText iso={arrival.arrives.p50}>
                {dayRangeWords(arrival.arrives.p50, arrival.arrives.p90)}
              </DateText>
              . It leaves us by <DateText iso={arrival.shipBy}>{dayWords(arrival.shipBy)}</DateText> at the
              latest: that day is binding.
            </>
          ) : (
            "You read the date before you pay, worked out from the real queue at the bench. The day on which it leaves us is binding."
          )}
        </Step>
      </ol>
      {kept && (
        <p className="mt-12 border-line border-t pt-6 text-ink-soft">
          Of our last year’s {kept.of} orders,{" "}
          <strong className="font-medium text-ink">{kept.kept} left by the day that we had promised</strong>.
          We count every one.
        </p>
      )}
    </section>
  );
}

function Step({ numeral, title, children }: { numeral: string; title: string; children: ReactNode }) {
  return (
    <li className="grid content-start gap-2">
      <span aria-hidden="true" className="display-italic text-3xl text-accent">
        {numeral}
      </span>
      <h3 className="font-display text-xl">{title}</h3>
      <p className="text-ink-soft">{children}</p>
    </li>
  );
}
