import { memo, type ReactNode, useState } from "react";
import type { ChoiceProps } from "@/components/shop/personalize/choice";
import { whyClosed } from "@/components/shop/personalize/closed";
import { daysWords } from "@/components/shop/personalize/cost-words";
import { takeWayOut } from "@/components/shop/personalize/fields";
import { shortMoney } from "@/components/shop/short-money";
import { Button } from "@/components/ui/button";
import { cx } from "@/components/ui/class-names";
import { RadioCard, RadioCards } from "@/components/ui/radio-cards";
import { TextareaField, TextField } from "@/components/ui/text-field";
import type { Fit } from "@/lib/domain/engraving";
import { findEngravingFont } from "@/lib/domain/engraving-fonts";
import type { WayOut } from "@/lib/domain/field-errors";
import type { EngravingZone } from "@/lib/domain/options";
import { inMm } from "@/lib/domain/sentence";
import type { OfferView } from "@/lib/features/catalog/schema";

/** About the round of a ring: whatever is so long is a strip. */
const LONG_MM = 50;

const technique = { hand: "Cut by hand", machine: "Cut by machine", laser: "Cut by laser" } as const;

type EngravingProps = ChoiceProps & {
  letters: OfferView["letters"];
  /** what would mend a text, by its field's name */
  waysOut: Record<string, WayOut[]>;
  /** words for who runs no scripts, or not yet */
  advice: ReactNode;
  onChanged: (element: HTMLElement) => void;
};

export function EngravingChoices({ fits, ...props }: EngravingProps & { fits: readonly Fit[] }) {
  // What stands beside a stone is asked for beside it.
  const zones = props.product.options.engravingZones.filter((zone) => zone.besideSlot === undefined);
  return zones.map((zone) => (
    <Zone key={zone.id} zone={zone} fit={fits.find((candidate) => candidate.zone === zone.id)} {...props} />
  ));
}

type ZoneProps = EngravingProps & { zone: EngravingZone; fit: Fit | undefined };

function Zone({ zone, fit, product, start, fields, errors, ready, ...more }: ZoneProps) {
  const textName = `engraving.${zone.id}.text`;
  const fontName = `engraving.${zone.id}.font`;
  const closed = ready ? whyClosed(product.options, fields, "zone", zone.id) : undefined;
  const text = fields[textName] ?? "";
  // Letters that a rule closes after they were typed stay, and are refused: nothing is left out unsaid.
  const error = errors[textName] ?? (text === "" ? undefined : closed);
  const ways = closed ? [{ label: "Leave the letters out", text: "" }] : more.waysOut[textName];
  const shared = {
    name: textName,
    defaultValue: start[textName] ?? "",
    label: `Engraving, ${zone.label.slice(0, 1).toLowerCase()}${zone.label.slice(1)}`,
    optional: !zone.required,
    hint:
      closed ??
      `${technique[zone.technique]}, exactly as you type it${zone.lines > 1 ? `, up to ${zone.lines} lines` : ""}. ${lettersWords(more.letters[zone.id], product.currency)}${daysAside(more.days[`engraving.${zone.id}`])}`,
    error,
    // Not disabled: a disabled field isn't sent, can't be read to, and drops the focus of who has just emptied it.
    readOnly: closed !== undefined && text === "",
    autoComplete: "off",
    autoCapitalize: "off",
    spellCheck: false,
    placeholder: " ",
    className: "read-only:opacity-60",
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
          {text !== "" && fit && !error ? fitWords(fit) : ""}
        </p>
        {error && <WaysOut ways={ways} textName={textName} onChanged={more.onChanged} />}
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
      <Typefaces zone={zone} chosen={start[fontName] ?? zone.fonts[0]} error={errors[fontName]} />
      {!closed && (
        <WordsHelp
          zone={zone}
          textName={textName}
          font={fields[fontName] ?? start[fontName] ?? zone.fonts[0] ?? ""}
          {...more}
        />
      )}
    </div>
  );
}

type TypefacesProps = {
  zone: EngravingZone;
  /** when the form was made */
  chosen: string | undefined;
  error: string | undefined;
};

/** Apart from the words, so that typing doesn't render them. */
const Typefaces = memo(function Typefaces({ zone, chosen, error }: TypefacesProps) {
  const name = `engraving.${zone.id}.font`;
  if (zone.fonts.length < 2) return <input type="hidden" name={name} value={zone.fonts[0]} />;
  return (
    <div className={zone.required ? "" : "group-has-[:placeholder-shown]/zone:hidden"}>
      <RadioCards legend="Typeface" error={error} layout="grid-cols-1 sm:grid-cols-2">
        {zone.fonts.map((id) => {
          const font = findEngravingFont(id);
          return font ? (
            <RadioCard
              key={id}
              name={name}
              value={id}
              defaultChecked={chosen === id}
              label={font.label}
              detail={font.character}
            />
          ) : null;
        })}
      </RadioCards>
    </div>
  );
});

/** What would mend a text, a press away. */
export function WaysOut({
  ways = [],
  textName,
  onChanged,
}: {
  ways: readonly WayOut[] | undefined;
  textName: string;
  onChanged: (element: HTMLElement) => void;
}) {
  return (
    <div className="flex flex-wrap gap-2">
      {ways.map((way) => (
        <Button
          key={way.label}
          variant="secondary"
          size="sm"
          onClick={({ currentTarget: { form } }) => {
            const changed = form && takeWayOut(form, textName, way);
            if (!changed) return;
            changed.focus();
            onChanged(changed);
          }}
        >
          {way.label}
        </Button>
      ))}
    </div>
  );
}

type WordsHelpProps = Pick<EngravingProps, "advice" | "onChanged"> & {
  zone: EngravingZone;
  textName: string;
  font: string;
};

function WordsHelp({ advice, ...help }: WordsHelpProps) {
  const [tools, setTools] = useState<typeof import("@/components/shop/personalize/engraving-help")>();
  const load = () => import("@/components/shop/personalize/engraving-help").then(setTools, () => undefined);
  return (
    <details className="grid gap-3" onToggle={load}>
      <summary className="touch-line w-fit cursor-pointer text-ink-soft text-sm underline">
        Help with the words
      </summary>
      <div className="pt-3">{tools ? <tools.EngravingHelp {...help} /> : advice}</div>
    </details>
  );
}

/** Beside the field, and before anything is typed. The whole is rounded up afterwards, so it says "about". */
export function lettersWords(cost: OfferView["letters"][string] | undefined, currency: string): string {
  if (!cost) return "";
  const { baseMinor, perCharacterMinor } = cost;
  if (baseMinor + perCharacterMinor === 0) return "It adds nothing to the price.";
  const each = perCharacterMinor > 0 ? `${shortMoney(perCharacterMinor, currency)} a letter` : "";
  const base = baseMinor > 0 ? shortMoney(Math.round(baseMinor / 100) * 100, currency) : "";
  return `About ${[base, each].filter(Boolean).join(" and ")}.`;
}

/** What letters do to the day, before any are typed and after. */
function daysAside(days: ChoiceProps["days"][string] | undefined): string {
  const words = daysWords(days, "on", "");
  return words === "" ? "" : ` ${words.slice(0, 1).toUpperCase()}${words.slice(1)} than without.`;
}

function fitWords({ widthMm, maxWidthMm, heightMm, fits }: Fit): string {
  if (!fits) return `Too long: ${inMm(widthMm)} where there are ${inMm(maxWidthMm)}.`;
  return `It fits: ${inMm(widthMm)} of ${inMm(maxWidthMm)}, in letters ${inMm(heightMm)} tall.`;
}
