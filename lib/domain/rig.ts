import * as z from "zod/mini";

/**
 * Where stones and engraving sit in a product's picture: stored with it as JSON (ProductPicture.rig). All coordinates
 * are fractions of the picture, origin top left; null in the database means that nothing is known.
 */
const point = z.tuple([z.number(), z.number()]);
/** left, top, right, bottom */
const box = z.tuple([z.number(), z.number(), z.number(), z.number()]);
/** path of a picture of ours, without its ending */
const source = z.string().check(z.regex(/^\/pictures\/[a-z0-9/-]+$/));

const planeSchema = z.strictObject({
  id: z.string(),
  kind: z.literal("plane"),
  /** the field's middle */
  o: point,
  /** one mm to the right on the piece, and one mm upward */
  ex: point,
  ey: point,
  /** the usable field */
  wMm: z.number(),
  hMm: z.number(),
});
const curveSchema = z.strictObject({
  id: z.string(),
  kind: z.literal("curve"),
  /** true length of the part that can be seen */
  lengthMm: z.number(),
  /** `up` is so many mm on the piece */
  capMm: z.number(),
  /** evenly spaced along the baseline, in the direction of reading */
  points: z.array(z.strictObject({ p: point, up: point, h: z.number() })).check(z.minLength(2)),
});

const slotSchema = z.strictObject({
  id: z.string(),
  x0: z.number(),
  y0: z.number(),
  x1: z.number(),
  y1: z.number(),
  rot: z.optional(z.number()),
  mm: z.number(),
  /** the stone that the photo shows here */
  pictured: z.optional(z.string()),
  /** pictures of other stones: SRC-STONE.webp for those listed, SRC-grey.webp to be coloured for all others */
  sprite: z.optional(z.strictObject({ src: source, box, stones: z.array(z.string()) })),
});

export const rigSchema = z.strictObject({
  slots: z.array(slotSchema),
  zones: z.array(z.discriminatedUnion("kind", [planeSchema, curveSchema])),
  /** the empty settings, laid over the photo's stones before others are set */
  settings: z.optional(z.strictObject({ src: source, box })),
});

/** A stored rig; null where there is none, or none that can be read: then the photo stands for itself. */
export function readRig(stored: unknown): Rig | null {
  return rigSchema.safeParse(stored).data ?? null;
}

export type Rig = z.infer<typeof rigSchema>;
export type Placement = Rig["zones"][number];
export type PlanePlacement = Extract<Placement, { kind: "plane" }>;
export type CurvePlacement = Extract<Placement, { kind: "curve" }>;
export type RigSlot = Rig["slots"][number];
export type Box = z.infer<typeof box>;
