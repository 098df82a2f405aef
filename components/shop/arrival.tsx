import { DateText } from "@/components/ui/date";
import { dayRangeWords, dayWords } from "@/lib/domain/day-words";
import type { ArrivalView } from "@/lib/features/catalog/schema";

/** "Usually arrives 8–11 Dec": never more certain than we are. */
export function ArrivalLine({ arrival }: { arrival: ArrivalView }) {
  const { p50, p90 } = arrival.arrives;
  return (
    <>
      Usually arrives <DateText iso={p50}>{dayRangeWords(p50, p90)}</DateText>
    </>
  );
}

/** What follows "it": what is binding, and what is likely. */
export function ArrivalNote({ arrival }: { arrival: ArrivalView }) {
  const { shipBy, arrives } = arrival;
  return (
    <>
      leaves us by <DateText iso={shipBy}>{dayWords(shipBy)}</DateText> at the latest; nine in ten arrive by{" "}
      <DateText iso={arrives.p90}>{dayWords(arrives.p90)}</DateText>.
    </>
  );
}
