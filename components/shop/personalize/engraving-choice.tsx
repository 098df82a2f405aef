import type { ChoiceProps } from "@/components/shop/personalize/choice";
import { cx } from "@/components/ui/class-names";
import { RadioCard, RadioCards } from "@/components/ui/radio-cards";
import { TextareaField, TextField } from "@/components/ui/text-field";
import type { Fit } from "@/lib/domain/engraving";
import { findEngravingFont } from "@/lib/domain/engraving-fonts";
import { activeRules, defaultFinish, forbiddenBecause } from "@/lib/domain/option-rules";
import type { EngravingZone } from "@/lib/domain/options";
import { inMm } from "@/lib/domain/sentence";

/** About the round of a ring: whatever is so long is a strip. */
const LONG_MM = 50;

const technique = { hand: "Cut by hand", machine: "Cut by machine", laser: "Cut by laser" } as const;

export function EngravingChoices({ fits, ...props }: ChoiceProps & { fits: readonly Fit[] }) {
  return props.product.options.engravingZones.map((zone) => (
    <Zone key={zone.id} zone={zone} fit={fits.find((candidate) => candidate.zone === zone.id)} {...props} />
  ));
}

type ZoneProps = ChoiceProps & { zone: EngravingZone; fit: Fit | undefined };

function Zone({ zone, fit, product, start, fields, errors, ready }: ZoneProps) {
  const textName = `engraving.${zone.id}.text`;
  const fontName = `engraving.${zone.id}.font`;
  const choice = { metal: fields.metal, motif: fields.motif };
  const finish = fields.finish ?? defaultFinish(product.options, choice);
  const closed = ready
    ? forbiddenBecause(activeRules(product.options, { ...choice, finish }), "zone", zone.id)
    : undefined;
  const text = fields[textName] ?? "";
  const shared = {
    name: textName,
    defaultValue: start[textName] ?? "",
    label: `Engraving, ${zone.label.slice(0, 1).toLowerCase()}${zone.label.slice(1)}`,
    optional: !zone.required,
    hint:
      closed ??
      `${technique[zone.technique]}, exactly as you type it${zone.lines > 1 ? `, up to ${zone.lines} lines` : ""}.`,
    error: errors[textName],
    disabled: closed !== undefined,
    autoComplete: "off",
    autoCapitalize: "off",
    spellCheck: false,
    placeholder: " ",
  };
  return (
    // Typefaces wait until there is something to set in them: a rule of CSS, so they come without scripts too.
    <div className="group/zone grid gap-3">
      <div className="grid gap-1.5">
        {zone.lines > 1 ? <TextareaField {...shared} rows={zone.lines} /> : <TextField {...shared} />}
        <p
          className="min-h-6 text-ink-soft text-sm group-has-[:placeholder-shown]/zone:hidden"
          aria-live="polite"
        >
          {text !== "" && fit && !errors[textName] ? fitWords(fit) : ""}
        </p>
      </div>
      {ready && (
        // Filled by the preview, in its own time: the room for it opens with the first letter.
        <div
          data-flat={zone.id}
          className={cx(
            "group-has-[:placeholder-shown]/zone:hidden",
            (zone.widthMm ?? LONG_MM) > LONG_MM / 2 ? "h-10" : "h-24",
          )}
        />
      )}
      {zone.fonts.length > 1 ? (
        <div className={zone.required ? "" : "group-has-[:placeholder-shown]/zone:hidden"}>
          <RadioCards legend="Typeface" error={errors[fontName]} layout="grid-cols-1 sm:grid-cols-2">
            {zone.fonts.map((id) => {
              const font = findEngravingFont(id);
              return font ? (
                <RadioCard
                  key={id}
                  name={fontName}
                  value={id}
                  defaultChecked={(start[fontName] ?? zone.fonts[0]) === id}
                  disabled={closed !== undefined}
                  label={font.label}
                  detail={font.character}
                />
              ) : null;
            })}
          </RadioCards>
        </div>
      ) : (
        <input type="hidden" name={fontName} value={zone.fonts[0]} />
      )}
    </div>
  );
}

function fitWords({ widthMm, maxWidthMm, heightMm, fits }: Fit): string {
  if (!fits) return `Too long: ${inMm(widthMm)} where there are ${inMm(maxWidthMm)}.`;
  return `It fits: ${inMm(widthMm)} of ${inMm(maxWidthMm)}, in letters ${inMm(heightMm)} tall.`;
}
