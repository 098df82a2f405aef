import type { ChoiceProps } from "@/components/shop/personalize/choice";
import { lettersWords, WaysOut } from "@/components/shop/personalize/engraving-choice";
import { cx } from "@/components/ui/class-names";
import { SelectField, TextField } from "@/components/ui/text-field";
import { findEngravingFont } from "@/lib/domain/engraving-fonts";
import type { WayOut } from "@/lib/domain/field-errors";
import type { EngravingZone } from "@/lib/domain/options";
import type { OfferView } from "@/lib/features/catalog/schema";

export type InitialProps = ChoiceProps & {
  zone: EngravingZone;
  /** why there can be none now */
  closed: string | undefined;
  letters: OfferView["letters"];
  waysOut: Record<string, WayOut[]>;
  onChanged: (element: HTMLElement) => void;
};

/** Letters that stand beside a stone, beside its choice. `beside` goes along, so that they go where the stone goes. */
export function Initial({ zone, closed, product, start, fields, errors, ...more }: InitialProps) {
  const { letters, waysOut, onChanged } = more;
  const name = `engraving.${zone.id}.text`;
  const fontName = `engraving.${zone.id}.font`;
  const text = fields[name] ?? start[name] ?? "";
  const error = errors[name] ?? (text === "" ? undefined : closed);
  const ways = closed ? [{ label: "Leave the letters out", text: "" }] : waysOut[name];
  const few = (zone.maxCharacters ?? 40) <= 4;
  return (
    <div className="ms-9 grid gap-2">
      <div className="flex items-end gap-3">
        <TextField
          name={name}
          defaultValue={start[name] ?? ""}
          label={zone.label}
          optional={!zone.required}
          hint={
            product.options.stoneSlots[0]?.id === zone.besideSlot
              ? lettersWords(letters[zone.id], product.currency)
              : undefined
          }
          error={error}
          readOnly={closed !== undefined && text === ""}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          className={cx("read-only:opacity-60", few && "max-w-24")}
          fieldClassName="min-w-0"
        />
        <div data-flat={zone.id} className="h-12 w-16 shrink-0" />
        <input type="hidden" name={`engraving.${zone.id}.beside`} value={zone.besideSlot} />
        {zone.fonts.length > 1 ? (
          <SelectField name={fontName} label="Typeface" defaultValue={start[fontName] || zone.fonts[0]}>
            {zone.fonts.map((id) => (
              <option key={id} value={id}>
                {findEngravingFont(id)?.label ?? id}
              </option>
            ))}
          </SelectField>
        ) : (
          <input type="hidden" name={fontName} value={zone.fonts[0]} />
        )}
      </div>
      {error && <WaysOut ways={ways} textName={name} onChanged={onChanged} />}
    </div>
  );
}
