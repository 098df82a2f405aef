import { FormBox, FormText } from "@/components/studio/action-form";
import { OptionBoxes, OptionChoice, OptionNumber } from "@/components/studio/options/option-fields";
import { engravingFonts } from "@/lib/domain/engraving-fonts";
import { moneyForInput } from "@/lib/domain/money-input";
import type { EngravingZone } from "@/lib/domain/options";

const shapes = [
  { id: "straight", label: "A straight strip" },
  { id: "arc", label: "Along a curve" },
  { id: "disc", label: "A disc" },
  { id: "ring-inside", label: "Inside a ring" },
  { id: "ring-outside", label: "Round a ring’s outside" },
];
const techniques = [
  { id: "hand", label: "By hand" },
  { id: "machine", label: "By machine" },
  { id: "laser", label: "By laser" },
];
const fonts = engravingFonts.map(({ id, label, character }) => ({ id, label: `${label}, ${character}` }));

/** A place to engrave, with every measure that decides whether words fit. */
export function ZoneFields({
  zone,
  slots,
  currency,
}: {
  zone: EngravingZone | null;
  slots: readonly { id: string; label: string }[];
  currency: string;
}) {
  const money = (minor: number | undefined) => moneyForInput(minor ?? 0, currency);
  return (
    <>
      <FormText
        name="label"
        label="What the shopper reads"
        hint="Where it is: “Inside the band”."
        defaultValue={zone?.label ?? ""}
        maxLength={80}
      />
      <div className="grid items-end gap-4 sm:grid-cols-2">
        <OptionChoice name="shape" label="Shape" choices={shapes} chosen={zone?.shape ?? "straight"} />
        <OptionChoice name="technique" label="Cut" choices={techniques} chosen={zone?.technique ?? "hand"} />
        <OptionNumber
          name="widthMm"
          label="Width, mm"
          hint="Empty on a ring: its size decides."
          value={zone ? zone.widthMm : ""}
        />
        <OptionNumber
          name="diameterMm"
          label="Disc, mm across"
          hint="Of the whole disc; empty where it is none."
          value={zone?.diameterMm ?? ""}
        />
        <OptionNumber
          name="reservedMm"
          label="Kept free, mm"
          hint="On a ring: the hallmark’s room."
          value={zone?.reservedMm ?? 0}
        />
        <OptionNumber name="heightMm" label="Height, mm" value={zone?.heightMm ?? ""} />
        <OptionNumber name="lines" label="Lines at most" value={zone?.lines ?? 1} />
        <OptionNumber name="minHeightMm" label="Smallest letters, mm" value={zone?.minHeightMm ?? ""} />
        <OptionNumber name="maxHeightMm" label="Largest letters, mm" value={zone?.maxHeightMm ?? ""} />
        <OptionNumber name="baseMinor" label={`Price to begin, ${currency}`} value={money(zone?.baseMinor)} />
        <OptionNumber
          name="perCharacterMinor"
          label={`Price a letter, ${currency}`}
          value={money(zone?.perCharacterMinor)}
        />
        <OptionNumber name="baseMinutes" label="Minutes to begin" value={zone?.baseMinutes ?? 10} />
        <OptionNumber
          name="perCharacterMinutes"
          label="Minutes a letter"
          value={zone?.perCharacterMinutes ?? 1}
        />
      </div>
      <p className="text-ink-faint text-sm">
        Letters are measured by a capital’s height. Prices are before margin and tax.
      </p>
      <OptionBoxes name="fonts" legend="Typefaces" choices={fonts} chosen={zone?.fonts ?? []} />
      <OptionChoice
        name="first"
        label="Shown first"
        choices={engravingFonts}
        chosen={zone?.fonts[0]}
        none="The first that is ticked"
      />
      <div className="grid items-end gap-4 sm:grid-cols-2">
        {slots.length > 0 && (
          <OptionChoice
            name="besideSlot"
            label="Beside a stone"
            hint="Only with that stone, and moved with it."
            choices={slots}
            chosen={zone?.besideSlot}
            none="By itself"
          />
        )}
        <OptionNumber
          name="maxCharacters"
          label="Letters at most"
          hint="Empty: as many as fit."
          value={zone?.maxCharacters ?? ""}
        />
      </div>
      <FormBox name="required" label="It must be engraved" defaultChecked={zone?.required ?? false} />
    </>
  );
}
