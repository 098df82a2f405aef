import type { ChoiceProps } from "@/components/shop/personalize/choice";
import { costSuffix } from "@/components/shop/personalize/cost-words";
import { monthsOfStone, standingWords } from "@/lib/domain/birthstone";
import { monthNames } from "@/lib/domain/month-names";
import type { StoneSlot } from "@/lib/domain/options";

type StoneOptionsProps = Pick<ChoiceProps, "product"> & {
  slot: StoneSlot;
  costs: ChoiceProps["costs"][string] | undefined;
  days: ChoiceProps["days"][string] | undefined;
  chosen: string;
};

/**
 * A slot's stones as options. Where every month has one they are in the calendar's order and begin with their month,
 * so that "May" can be typed; elsewhere the month stands behind the name.
 */
export function StoneOptions({ product, slot, costs, days, chosen }: StoneOptionsProps) {
  const stones = product.stones.filter((stone) => slot.allowed.includes(stone.id));
  const cost = (id: string) => costSuffix(costs, id, chosen, product.currency, days);
  const monthly = stones
    .flatMap((stone) => monthsOfStone(stone.id).map((by) => ({ stone, ...by })))
    .sort((a, b) => a.month - b.month || standings.indexOf(a.standing) - standings.indexOf(b.standing));
  if (new Set(monthly.map(({ month }) => month)).size < 12)
    return stones.map(({ id, label }) => (
      <option key={id} value={id}>
        {label}
        {monthWords(id)}
        {cost(id)}
      </option>
    ));
  const rest = stones.filter(({ id }) => !monthly.some(({ stone }) => stone.id === id));
  return (
    <>
      {monthly.map(({ stone: { id, label }, month, standing }) => (
        <option key={`${month} ${id}`} value={id}>
          {monthNames[month - 1]}: {label.toLowerCase()}
          {standingWords(standing)}
          {cost(id)}
        </option>
      ))}
      {rest.map(({ id, label }) => (
        <option key={id} value={id}>
          {label}
          {cost(id)}
        </option>
      ))}
    </>
  );
}

const standings = ["official", "traditional", "trade"];

/** " (July)"; what only old lists or the trade say is marked so. */
function monthWords(stone: string): string {
  const words = monthsOfStone(stone).map(
    ({ month, standing }) => `${monthNames[month - 1] ?? ""}${standingWords(standing)}`,
  );
  return words.length > 0 ? ` (${words.join("; ")})` : "";
}
