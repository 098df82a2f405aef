import { FormBox, FormText } from "@/components/studio/action-form";
import { OptionChoice, OptionNumber } from "@/components/studio/options/option-fields";
import type { ProductOptions, SizeOption } from "@/lib/domain/options";
import { resizingOf } from "@/lib/domain/resizing";
import { WIDE_BAND_MM } from "@/lib/domain/ring-size";

const answers = [
  { id: "yes", label: "It can be" },
  { id: "no", label: "It can’t be" },
];

/** What the shopper reads beside a ring's size. */
export function ResizingFields({ size }: { size: SizeOption | null }) {
  const resizing = resizingOf(size);
  const given = resizing?.possible ? resizing : null;
  return (
    <fieldset className="grid gap-4">
      <legend className="mb-2 font-medium text-sm">A ring, once made</legend>
      <OptionNumber
        name="bandWidthMm"
        label="Width of its band, mm"
        hint={`Above ${WIDE_BAND_MM} mm the shopper reads that it wears tight. Empty: nothing is said.`}
        value={size?.kind === "ring" ? (size.bandWidthMm ?? "") : ""}
      />
      <OptionChoice
        name="resizing"
        label="Resized later"
        choices={answers}
        chosen={resizing ? (resizing.possible ? "yes" : "no") : ""}
        none="Say nothing"
      />
      <div className="grid items-end gap-4 sm:grid-cols-2">
        <OptionNumber name="resizing.upMm" label="Larger by, mm" value={given?.upMm ?? ""} />
        <OptionNumber name="resizing.downMm" label="Smaller by, mm" value={given?.downMm ?? ""} />
        <OptionNumber
          name="resizing.freeDays"
          label="Free within, days"
          hint="0: never."
          value={given?.freeDays ?? 0}
        />
        <OptionNumber
          name="resizing.plainBackMm"
          label="Kept plain at the back, mm"
          hint="Where the shopper asks for it; engraving gives way. 0: none is needed."
          value={given?.plainBackMm ?? 0}
        />
      </div>
      <FormText
        name="resizing.because"
        label="Why it can’t be"
        hint="“stones are set all round.”"
        defaultValue={resizing?.possible === false ? resizing.because : ""}
        maxLength={200}
      />
    </fieldset>
  );
}

/** What makes a piece its buyer's own, so that there is no right to return it. */
export function PersonalFields({ options }: { options: ProductOptions }) {
  const { personal } = options;
  return (
    <>
      <p className="text-ink-soft text-sm">
        Words that are engraved always do. A choice among what everybody is offered doesn’t by itself: tick
        what you make for one person alone. The shopper is told before paying.
      </p>
      <FormBox
        name="personal.stones"
        label="The stones, in the buyer’s own order"
        defaultChecked={personal?.stones ?? false}
      />
      <FormBox
        name="personal.motif"
        label="The motif of the buyer’s choice"
        defaultChecked={personal?.motif ?? false}
      />
      <div className="grid items-end gap-4 sm:grid-cols-2">
        <OptionNumber
          name="personal.usualSizes.fromMm"
          label="Usual sizes from, mm"
          hint="Empty: every size is usual."
          value={personal?.usualSizes?.fromMm ?? ""}
        />
        <OptionNumber
          name="personal.usualSizes.toMm"
          label="to, mm"
          value={personal?.usualSizes?.toMm ?? ""}
        />
      </div>
    </>
  );
}

export function personalSummary({ personal }: ProductOptions): string {
  const also = [
    ...(personal?.stones ? ["the stones"] : []),
    ...(personal?.motif ? ["the motif"] : []),
    ...(personal?.usualSizes ? ["unusual sizes"] : []),
  ];
  return also.length > 0 ? `Engraving, and ${also.join(", ")}` : "Engraving alone";
}
