import { Checkbox } from "@/components/ui/checkbox";
import { TextareaField } from "@/components/ui/text-field";

/** Fields beside the product's own form, which holds its answer itself. */
export function ScopeField({ alike }: { alike: number }) {
  if (alike === 0) return null;
  return (
    <Checkbox
      name="scope"
      value="all"
      label={`All ${alike + 1} pieces that are alike`}
      detail="Otherwise this one alone becomes different."
    />
  );
}

export function NoteField() {
  return (
    <TextareaField
      name="note"
      label="A word to the customer"
      hint="They read it above the change."
      optional
      rows={2}
      maxLength={1000}
    />
  );
}
