import { z } from "zod";
import type { Spec } from "@/lib/domain/spec";
import type { personalizationFromFields } from "@/lib/features/cart/personalization-form";

/** What is shared is the piece. How many, and whether it is a gift, comes along in its form and is left alone. */
export const shareDesignSchema = z.strictObject({
  product: z
    .string("Choose a piece first.")
    .max(120)
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "Choose a piece first."),
  /** typed, not judged yet */
  personalization: z.custom<ReturnType<typeof personalizationFromFields>>(),
  quantity: z.string().max(20).optional(),
  gift: z.string().max(20).optional(),
  giftMessage: z.string().max(2_000).optional(),
});

export type SharedDesignView = {
  hash: string;
  slug: string;
  /** the form's fields, filled in as they were chosen */
  fields: Record<string, string>;
  /** what it is, in a sentence: for its picture, and for whoever can't see it */
  sentence: string;
};

/** The way back from what was frozen to the form. */
export function fieldsFromSpec(spec: Spec): Record<string, string> {
  return {
    metal: spec.metal.id,
    finish: spec.finish.id,
    ...(spec.version === 2 ? { resizable: "on" } : {}),
    ...(spec.motif ? { motif: spec.motif.id } : {}),
    ...(spec.size ? { "size.system": spec.size.system, "size.value": spec.size.value } : {}),
    ...Object.fromEntries(spec.stones.map(({ slot, stone }) => [`stone.${slot.id}`, stone.id])),
    ...Object.fromEntries(
      spec.engraving.flatMap(({ zone, text, font }) => [
        [`engraving.${zone.id}.text`, text],
        [`engraving.${zone.id}.font`, font.id],
      ]),
    ),
  };
}
