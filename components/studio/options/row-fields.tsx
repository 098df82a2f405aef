import { FormBox, FormText } from "@/components/studio/action-form";
import { OptionBoxes, OptionChoice, OptionNumber } from "@/components/studio/options/option-fields";
import { ResizingFields } from "@/components/studio/options/whole-fields";
import { finishes, finishLabel } from "@/lib/domain/finish";
import { moneyForInput } from "@/lib/domain/money-input";
import type {
  MetalOption,
  Motif,
  OptionRule,
  ProductOptions,
  SizeOption,
  StoneSlot,
} from "@/lib/domain/options";
import type { OptionsToEdit } from "@/lib/features/catalog/options-schema";

/** The fields of one row each; null is a new one. */

export function MetalFields({ metal, product }: { metal: MetalOption | null; product: OptionsToEdit }) {
  const taken = new Set(product.options.metals.map(({ alloy }) => alloy));
  return (
    <>
      {!metal && (
        <OptionChoice
          name="alloy"
          label="Metal"
          choices={product.alloys.filter(({ id }) => !taken.has(id))}
          none="Choose"
        />
      )}
      <OptionBoxes name="finishes" legend="Finishes" choices={finishes} chosen={metal?.finishes ?? []} />
      <OptionChoice
        name="first"
        label="Finished so, unless the shopper says otherwise"
        choices={finishes}
        chosen={metal?.finishes[0]}
        none="The first that is ticked"
      />
      <OptionNumber
        name="extraMinutes"
        label="Minutes that this metal adds at the bench"
        value={metal?.extraMinutes ?? 0}
      />
    </>
  );
}

const sizeKinds = [
  { id: "none", label: "One size only" },
  { id: "ring", label: "Ring sizes" },
  { id: "length", label: "Lengths" },
];

export function SizeFields({ size }: { size: SizeOption | null }) {
  return (
    <>
      <OptionChoice name="kind" label="Made in" choices={sizeKinds} chosen={size?.kind ?? "none"} />
      <div className="grid items-end gap-4 sm:grid-cols-3">
        <OptionNumber name="minMm" label="Smallest, mm" value={size?.minMm ?? ""} />
        <OptionNumber name="maxMm" label="Largest, mm" value={size?.maxMm ?? ""} />
        <OptionNumber name="stepMm" label="Finest step, mm" value={size?.stepMm ?? ""} />
      </div>
      <p className="text-ink-faint text-sm">
        A ring is measured round its inside: UK M½ is 53.4 mm. A step of 0.6 mm is below half a UK size, one
        of 1.2 mm makes whole sizes only.
      </p>
      <ResizingFields size={size} />
    </>
  );
}

const cuts = ["round", "cabochon", "oval", "square"].map((id) => ({ id, label: finishLabel(id) }));

export function SlotFields({ slot, stones }: { slot: StoneSlot | null; stones: OptionsToEdit["stones"] }) {
  return (
    <>
      <FormText
        name="label"
        label="What the shopper reads"
        hint="Which stone it is: “Left stone”."
        defaultValue={slot?.label ?? ""}
        maxLength={80}
      />
      <div className="grid items-end gap-4 sm:grid-cols-3">
        <OptionChoice name="cut" label="Cut" choices={cuts} chosen={slot?.cut ?? "round"} />
        <OptionNumber name="mm" label="Across, mm" value={slot?.mm ?? ""} />
        <OptionNumber name="settingMinutes" label="Minutes to set it" value={slot?.settingMinutes ?? 20} />
      </div>
      <OptionBoxes
        name="allowed"
        legend="Stones to choose from"
        choices={stones}
        chosen={slot?.allowed ?? []}
      />
      <OptionChoice
        name="default"
        label="Shown before anything is chosen"
        choices={stones}
        chosen={slot?.default}
        none="Choose"
      />
      <FormBox name="required" label="It can’t be left empty" defaultChecked={slot?.required ?? true} />
    </>
  );
}

export function MotifFields({ motif, currency }: { motif: Motif | null; currency: string }) {
  return (
    <>
      <FormText
        name="label"
        label="What the shopper reads"
        defaultValue={motif?.label ?? ""}
        maxLength={80}
      />
      <div className="grid items-end gap-4 sm:grid-cols-2">
        <OptionNumber
          name="surchargeMinor"
          label={`It adds, ${currency} before tax`}
          value={moneyForInput(motif?.surchargeMinor ?? 0, currency)}
        />
        <OptionNumber name="minutes" label="Minutes at the bench" value={motif?.minutes ?? 0} />
      </div>
    </>
  );
}

export function RuleFields({ rule, product }: { rule: OptionRule | null; product: OptionsToEdit }) {
  const choices = ruleChoices(product);
  return (
    <>
      <fieldset className="grid items-end gap-4 sm:grid-cols-3">
        <legend className="mb-2 font-medium text-sm">Where all of this is chosen</legend>
        <OptionChoice
          name="when.metal"
          label="Metal"
          choices={choices.metal}
          chosen={rule?.when.metal}
          none="Any"
        />
        <OptionChoice
          name="when.finish"
          label="Finish"
          choices={choices.finish}
          chosen={rule?.when.finish}
          none="Any"
        />
        <OptionChoice
          name="when.motif"
          label="Motif"
          choices={choices.motif}
          chosen={rule?.when.motif}
          none="Any"
        />
      </fieldset>
      <fieldset className="grid items-end gap-4 sm:grid-cols-2">
        <legend className="mb-2 font-medium text-sm">this can’t be</legend>
        <OptionChoice
          name="forbid.finish"
          label="Finish"
          choices={choices.finish}
          chosen={rule?.forbid.finish}
          none="Any can"
        />
        <OptionChoice
          name="forbid.zone"
          label="Engraving"
          choices={product.options.engravingZones}
          chosen={rule?.forbid.zone}
          none="Any can"
        />
        <OptionChoice
          name="forbid.motif"
          label="Motif"
          choices={choices.motif}
          chosen={rule?.forbid.motif}
          none="Any can"
        />
        <OptionChoice
          name="forbid.slot"
          label="Stone"
          choices={product.options.stoneSlots}
          chosen={rule?.forbid.slot}
          none="Any can"
        />
      </fieldset>
      <FormText
        name="because"
        label="Why: the shopper reads it"
        hint="“Platinum only takes a polish here.”"
        defaultValue={rule?.because ?? ""}
        maxLength={200}
      />
    </>
  );
}

function ruleChoices({ options, alloys }: { options: ProductOptions; alloys: OptionsToEdit["alloys"] }) {
  const used = new Set(options.metals.flatMap((metal) => metal.finishes));
  return {
    metal: alloys.filter(({ id }) => options.metals.some(({ alloy }) => alloy === id)),
    finish: [...used].map((id) => ({ id, label: finishLabel(id) })),
    motif: options.motifs,
  };
}
