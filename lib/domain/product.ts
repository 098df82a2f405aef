import { z } from "zod";

/** Facts of a product beside its options: how it is priced, made, and of what. Stored as JSON. */

export const productKindSchema = z.enum(["ring", "necklace", "earrings", "bracelet", "set"]);
export type ProductKind = z.infer<typeof productKindSchema>;

/**
 * weight (g) = (volumeMm3 + volumePerMm x (size mm - referenceMm)) x density (g/cm3) / 1000.
 * Bench labour comes from the routing's minutes; the workshop's hourly rate and margin are the workshop's.
 */
export const priceRuleSchema = z.strictObject({
  /** metal in the finished piece at the reference size */
  volumeMm3: z.number().positive().max(100_000),
  /** ring circumference or length that `volumeMm3` is for; null where there are no sizes */
  referenceMm: z.number().positive().nullable(),
  volumePerMm: z.number().min(0),
  /** metal lost in casting and filing, in basis points of the weight */
  lossBps: z.int().min(0).max(5000),
  /** bought-in parts: chain, clasp, posts */
  findings: z.array(z.strictObject({ label: z.string().min(1).max(80), minor: z.int().min(0) })),
});
export type PriceRule = z.infer<typeof priceRuleSchema>;

/** The stages every piece of this product needs, in any order: routing sorts them by the workshop's stages. */
export const productRoutingSchema = z
  .array(
    z.strictObject({
      stage: z.string().min(1),
      typicalMinutes: z.int().min(1).max(100_000),
      badDayMinutes: z.int().min(1).max(200_000),
    }),
  )
  .min(1)
  .refine(
    (stages) => new Set(stages.map((entry) => entry.stage)).size === stages.length,
    "A stage stands here twice.",
  )
  .refine(
    (stages) => stages.every((entry) => entry.typicalMinutes <= entry.badDayMinutes),
    "A bad day is at least typical.",
  );
export type ProductRouting = z.infer<typeof productRoutingSchema>;

/**
 * A plan as it is kept. One that makes no sense (by hand, or an import) is none at all: nothing is priced or promised by
 * it, and `faults` say what is wrong, for whoever can mend it.
 */
export function readPlan(kept: unknown): { routing: ProductRouting; faults: string[] } {
  const parsed = productRoutingSchema.safeParse(kept);
  if (parsed.success) return { routing: parsed.data, faults: [] };
  const stageAt = (index: unknown) => {
    const stage: unknown = Array.isArray(kept) ? kept[Number(index)]?.stage : undefined;
    return typeof stage === "string" && stage !== "" ? stage : `Stage ${Number(index) + 1}`;
  };
  const faults = parsed.error.issues.map(({ path: [index, part], message }) =>
    index === undefined ? message : `${stageAt(index)}: ${faultOf(part)}`,
  );
  return { routing: [], faults: [...new Set(faults)] };
}

function faultOf(part: unknown): string {
  if (part === "typicalMinutes") return "its usual minutes can’t be right.";
  return part === "badDayMinutes" ? "the minutes of a bad day can’t be right." : "it can’t be read.";
}

export const materialsSchema = z.array(
  z.strictObject({
    component: z.string().min(1).max(80),
    material: z.string().min(1).max(120),
    origin: z.string().min(1).max(300),
  }),
);
export type Materials = z.infer<typeof materialsSchema>;
