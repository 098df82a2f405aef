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

/** The same with what is binding and what is likely. */
export function ArrivalNote({ arrival }: { arrival: ArrivalView }) {
  const { shipBy, arrives } = arrival;
  return (
    <>
      Leaves us by <DateText iso={shipBy}>{dayWords(shipBy)}</DateText> at the latest. Nine in ten arrive by{" "}
      <DateText iso={arrives.p90}>{dayWords(arrives.p90)}</DateText>.
    </>
  );
}
