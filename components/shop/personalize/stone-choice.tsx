import type { ChoiceProps } from "@/components/shop/personalize/choice";
import { whyClosed } from "@/components/shop/personalize/closed";
import { costSuffix } from "@/components/shop/personalize/cost-words";
import { Initial, type InitialProps } from "@/components/shop/personalize/initial";
import { StoneOptions } from "@/components/shop/personalize/stone-options";
import { StoneCount, StoneMoves } from "@/components/shop/personalize/stone-row";
import { FieldError } from "@/components/ui/field";
import { Swatch } from "@/components/ui/radio-cards";
import { SelectField } from "@/components/ui/text-field";
import type { StoneSlot } from "@/lib/domain/options";

type StoneProps = ChoiceProps & Omit<InitialProps, "zone" | "closed" | keyof ChoiceProps>;

/** The stones, in the order in which they are set; where they are a row, how many, and who changes places. */
export function StoneChoices(props: StoneProps) {
  const { product, errors } = props;
  const { stoneSlots } = product.options;
  if (stoneSlots.length === 0) return null;
  return (
    <fieldset className="stone-row grid gap-3">
      <legend className="float-start font-medium text-sm">
        {stoneSlots.length === 1 ? "Stone" : "Stones"}
      </legend>
      <StoneCount {...props} />
      <ol className="grid gap-3">
        {stoneSlots.map((slot) => (
          <li key={slot.id} className="grid gap-2">
            <Slot slot={slot} {...props} />
          </li>
        ))}
      </ol>
      <FieldError id="stones-error" error={errors.stones} />
    </fieldset>
  );
}

function Slot({ slot, ...props }: StoneProps & { slot: StoneSlot }) {
  const { product, start, fields, errors, costs, days, ready } = props;
  const { stoneRow, engravingZones } = product.options;
  const name = `stone.${slot.id}`;
  // In a row there is no empty place: how many there are is chosen above.
  const initially = start[name] ?? (stoneRow ? slot.default : "");
  const now = fields[name] ?? initially;
  const chosen = product.stones.find((stone) => stone.id === now);
  const closed = ready ? whyClosed(product.options, fields, "slot", slot.id) : undefined;
  const beside = engravingZones.find((zone) => zone.besideSlot === slot.id);
  return (
    <>
      <div className="grid grid-cols-[auto_minmax(0,1fr)_auto] gap-x-3 gap-y-1">
        <span className="grid h-12 place-items-center self-end">
          <Swatch colour={chosen?.colour ?? "transparent"} />
        </span>
        <SelectField
          name={name}
          label={slot.label}
          defaultValue={initially}
          // A stone that a rule closes after it was chosen stays, and is refused: it is not left out unsaid.
          error={errors[name] ?? (now === "" ? undefined : closed)}
          optional={!slot.required && !stoneRow}
          hint={closed}
          disabled={closed !== undefined && now === ""}
        >
          {!slot.required && !stoneRow && (
            <option value="">No stone{costSuffix(costs[name], "", now, product.currency, days[name])}</option>
          )}
          <StoneOptions {...{ product, slot }} costs={costs[name]} days={days[name]} chosen={now} />
        </SelectField>
        <StoneMoves slot={slot} {...props} />
        {chosen && <p className="col-start-2 text-ink-faint text-xs">{chosen.origin}</p>}
      </div>
      {beside && <Initial zone={beside} closed={closed} {...props} />}
    </>
  );
}
