import { z } from "zod";
import { optionParts } from "@/lib/domain/option-rows";
import type { ProductOptions } from "@/lib/domain/options";

/** What the studio's forms for a product's options need: what there is, and what could be chosen from. */
export type OptionsToEdit = {
  slug: string;
  version: number;
  currency: string;
  options: ProductOptions;
  alloys: { id: string; label: string }[];
  stones: { id: string; label: string }[];
};

/** One row of a product's options; the fields of its form, which the domain knows, come along as they were typed. */
export const changeOptionsSchema = z
  .object({
    slug: z.string().min(1).max(100),
    version: z.coerce.number<unknown>().int().min(1),
    part: z.enum(optionParts, "Please say what is changed."),
    index: z.union([z.literal("new"), z.string().regex(/^\d{1,3}$/)], "Please say which."),
    intent: z.enum(["save", "remove", "up", "down"], "Please say what to do."),
  })
  .catchall(z.string("Please fill this in as text.").max(200, "200 characters at most."))
  .transform(({ slug, version, part, index, intent, ...fields }) => ({
    ...{ slug, version },
    edit: {
      ...{ part, index: index === "new" ? null : Number(index), remove: intent === "remove", fields },
      ...(intent === "up" || intent === "down" ? { move: intent } : {}),
    },
  }));

export type ChangeOptionsInput = z.output<typeof changeOptionsSchema>;
