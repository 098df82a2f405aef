import { memo } from "react";
import { type ChoiceProps, onlyWordsDiffer } from "@/components/shop/personalize/choice";
import { costSuffix } from "@/components/shop/personalize/cost-words";
import { Swatch } from "@/components/ui/radio-cards";
import { SelectField } from "@/components/ui/text-field";
import { monthsOfStone } from "@/lib/domain/birthstone";
import type { StoneSlot } from "@/lib/domain/options";

const months = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

export const StoneChoices = memo(function StoneChoices(props: ChoiceProps) {
  const { stoneSlots } = props.product.options;
  if (stoneSlots.length === 0) return null;
  return (
    <fieldset className="grid gap-3">
      <legend className="float-start font-medium text-sm">
        {stoneSlots.length === 1 ? "Stone" : "Stones"}
      </legend>
      {stoneSlots.map((slot) => (
        <Slot key={slot.id} slot={slot} {...props} />
      ))}
    </fieldset>
  );
}, onlyWordsDiffer);

function Slot({ slot, product, start, fields, errors, costs }: ChoiceProps & { slot: StoneSlot }) {
  const name = `stone.${slot.id}`;
  const stones = product.stones.filter((stone) => slot.allowed.includes(stone.id));
  const now = fields[name] ?? start[name] ?? "";
  const chosen = stones.find((stone) => stone.id === now);
  const cost = (id: string) => costSuffix(costs[name], id, now, product.currency);
  return (
    <div className="grid grid-cols-[auto_1fr] gap-x-3 gap-y-1">
      <span className="grid h-12 place-items-center self-end">
        <Swatch colour={chosen?.colour ?? "transparent"} />
      </span>
      <SelectField
        name={name}
        label={slot.label}
        defaultValue={start[name] ?? ""}
        error={errors[name]}
        optional={!slot.required}
      >
        {!slot.required && <option value="">No stone{cost("")}</option>}
        {stones.map(({ id, label }) => (
          <option key={id} value={id}>
            {label}
            {monthWords(id)}
            {cost(id)}
          </option>
        ))}
      </SelectField>
      {chosen && <p className="col-start-2 text-ink-faint text-xs">{chosen.origin}</p>}
    </div>
  );
}

/** ", July"; what only old lists or the trade say is marked so. */
function monthWords(stone: string): string {
  const words = monthsOfStone(stone).map(({ month, standing }) => {
    const name = months[month - 1] ?? "";
    return standing === "official"
      ? name
      : `${name}, ${standing === "trade" ? "trade usage" : "traditional"}`;
  });
  return words.length > 0 ? ` (${words.join("; ")})` : "";
}
