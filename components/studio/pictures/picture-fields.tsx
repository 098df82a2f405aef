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
      <OneOrAny name="alloyId" noun="metal" choices={product.alloys} chosen={said.alloyId} />
      <OneOrAny name="finishId" noun="finish" choices={product.finishes} chosen={said.finishId} />
    </>
  );
}

type OneOrAnyProps = { name: string; noun: string; choices: readonly Choice[]; chosen: string | null };

function OneOrAny({ name, noun, choices, chosen }: OneOrAnyProps) {
  return (
    <FormSelect
      name={name}
      label={`In which ${noun}`}
      hint={`Shown to whoever chooses this ${noun}.`}
      defaultValue={chosen ?? ""}
    >
      <option value="">Any {noun}</option>
      {choices.map(({ id, label }) => (
        <option key={id} value={id}>
          {label}
        </option>
      ))}
    </FormSelect>
  );
}
