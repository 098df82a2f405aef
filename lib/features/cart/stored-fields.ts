import { personalizationInputSchema } from "@/lib/domain/personalization-input";

// Apart from personalization-form.ts, which travels to the browser: reading what is stored needs the schema.

/** The way back, to fill the form again when a line is edited. */
export function fieldsFromPersonalization(stored: unknown): Record<string, string> {
  const read = personalizationInputSchema.safeParse(stored);
  if (!read.success) return {};
  const chosen = read.data;
  const fields: Record<string, string> = { metal: chosen.metal };
  if (chosen.finish) fields.finish = chosen.finish;
  if (chosen.motif) fields.motif = chosen.motif;
  if (chosen.resizable) fields.resizable = "on";
  if (chosen.size) {
    fields["size.system"] = chosen.size.system;
    fields["size.value"] = chosen.size.value;
  }
  for (const { slot, stone } of chosen.stones ?? []) fields[`stone.${slot}`] = stone;
  for (const { zone, text, font } of chosen.engraving ?? []) {
    fields[`engraving.${zone}.text`] = text;
    fields[`engraving.${zone}.font`] = font;
  }
  return fields;
}
