import { FormSelect, FormTextarea } from "@/components/studio/action-form";
import type { Choice } from "@/lib/features/catalog/schema";

type PictureFieldsProps = { alt: string; alloyId: string | null; alloys: readonly Choice[] };

export function PictureFields({ alt, alloyId, alloys }: PictureFieldsProps) {
  return (
    <>
      <FormTextarea
        name="alt"
        label="What it shows"
        hint="Read out to people who can’t see it: “Two rings side by side on slate, the left one hammered.”"
        rows={2}
        maxLength={300}
        defaultValue={alt}
      />
      <FormSelect
        name="alloyId"
        label="In which metal"
        hint="Shown to whoever chooses this metal."
        defaultValue={alloyId ?? ""}
      >
        <option value="">Any metal</option>
        {alloys.map(({ id, label }) => (
          <option key={id} value={id}>
            {label}
          </option>
        ))}
      </FormSelect>
    </>
  );
}
