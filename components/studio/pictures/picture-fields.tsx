import { FormSelect, FormTextarea } from "@/components/studio/action-form";
import type { Choice } from "@/lib/features/catalog/schema";

type PictureFieldsProps = {
  said: { alt: string; alloyId: string | null; finishId: string | null };
  product: { alloys: readonly Choice[]; finishes: readonly Choice[] };
};

export function PictureFields({ said, product }: PictureFieldsProps) {
  return (
    <>
      <FormTextarea
        name="alt"
        label="What it shows"
        hint="Read out to people who can’t see it: “Two rings side by side on slate, the left one hammered.”"
        rows={2}
        maxLength={300}
        defaultValue={said.alt}
      />
      <FormSelect
        name="alloyId"
        label="In which metal"
        hint="Shown to whoever chooses this metal."
        defaultValue={said.alloyId ?? ""}
      >
        <option value="">Any metal</option>
        {product.alloys.map(toOption)}
      </FormSelect>
      <FormSelect
        name="finishId"
        label="In which finish"
        hint="Shown to whoever chooses this finish of the metal."
        defaultValue={said.finishId ?? ""}
      >
        <option value="">Any finish</option>
        {product.finishes.map(toOption)}
      </FormSelect>
    </>
  );
}

function toOption({ id, label }: Choice) {
  return (
    <option key={id} value={id}>
      {label}
    </option>
  );
}
