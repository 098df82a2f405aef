import type { Sample } from "@/components/studio/rig/use-rig-preview";
import { SelectField, TextField } from "@/components/ui/text-field";
import { engravingFontLabel } from "@/lib/domain/engraving-fonts";
import { andList, lowerFirst } from "@/lib/domain/sentence";
import type { PictureToRig } from "@/lib/features/catalog/rig-schema";

type RigSampleProps = {
  product: PictureToRig;
  sample: Sample;
  onChange: (sample: Sample) => void;
  /** places that these words don't fit into */
  tooLong: readonly string[];
};

/** What is shown to try it out; nothing of it is saved. */
export function RigSample({ product: { options, stones }, sample, onChange, tooLong }: RigSampleProps) {
  const { engravingZones, stoneSlots } = options;
  const fonts = [...new Set(engravingZones.flatMap((zone) => zone.fonts))];
  const allowed = stones.filter(({ id }) => stoneSlots.some((slot) => slot.allowed.includes(id)));
  const labels = engravingZones.flatMap(({ id, label }) => (tooLong.includes(id) ? [lowerFirst(label)] : []));
  return (
    <div className="grid gap-3 sm:grid-cols-2">
      {fonts.length > 0 && (
        <>
          <TextField
            label="Words to try"
            value={sample.words}
            maxLength={80}
            autoComplete="off"
            error={labels.length > 0 ? `Too long for ${andList(labels)}: not shown there.` : undefined}
            onChange={({ target }) => onChange({ ...sample, words: target.value })}
          />
          <SelectField
            label="Typeface to try"
            value={sample.font}
            onChange={({ target }) => onChange({ ...sample, font: target.value })}
          >
            {fonts.map((id) => (
              <option key={id} value={id}>
                {engravingFontLabel(id)}
              </option>
            ))}
          </SelectField>
        </>
      )}
      {allowed.length > 0 && (
        <SelectField
          label="Stone to try"
          value={sample.stone}
          onChange={({ target }) => onChange({ ...sample, stone: target.value })}
        >
          <option value="">As the photo shows them</option>
          {allowed.map(({ id, label }) => (
            <option key={id} value={id}>
              {label}
            </option>
          ))}
        </SelectField>
      )}
    </div>
  );
}
