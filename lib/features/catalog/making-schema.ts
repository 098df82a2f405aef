import { z } from "zod";
import type { Making } from "@/lib/domain/making-plan";
import type { StageFacts } from "@/lib/domain/routing";

/** What the studio's form for a product's price rule and plan of work needs. */
export type MakingToEdit = {
  slug: string;
  version: number;
  currency: string;
  sized: boolean;
  making: Making;
  stages: StageFacts[];
  /** stages of the plan for which nobody at the bench has the skill */
  withoutHands: string[];
};

/** The whole of rule and plan; the fields of the form, which the domain knows, come along as they were typed. */
export const changeMakingSchema = z
  .object({
    slug: z.string().min(1).max(100),
    version: z.coerce.number<unknown>().int().min(1),
  })
  .catchall(z.string("Please fill this in as text.").max(120, "120 characters at most."))
  .transform(({ slug, version, ...fields }) => ({ slug, version, fields }));
export type ChangeMakingInput = z.output<typeof changeMakingSchema>;

/** What a change would do, before it is made. */
export type MakingPreview = {
  /** of the product that was looked at: saved since, it says nothing any more */
  version: number;
  wasMinor: number | null;
  nowMinor: number | null;
  currency: string;
  withoutHands: string[];
  fields: Record<string, string>;
};
