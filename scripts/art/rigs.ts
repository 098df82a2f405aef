import { z } from "zod";

/** Where stones and engraving sit in a picture; all in fractions of it, origin top left. See ProductPicture.rig. */
const slotSchema = z.object({
  id: z.string(),
  x0: z.number(),
  y0: z.number(),
  x1: z.number(),
  y1: z.number(),
  rot: z.number().optional(),
  mm: z.number(),
});
const planeSchema = z.object({
  id: z.string(),
  kind: z.literal("plane"),
  o: z.tuple([z.number(), z.number()]),
  ex: z.tuple([z.number(), z.number()]),
  ey: z.tuple([z.number(), z.number()]),
  wMm: z.number(),
  hMm: z.number(),
});
const curveSchema = z.object({
  id: z.string(),
  kind: z.literal("curve"),
  lengthMm: z.number(),
  capMm: z.number(),
  points: z.array(
    z.object({ p: z.tuple([z.number(), z.number()]), up: z.tuple([z.number(), z.number()]), h: z.number() }),
  ),
});
const rigSchema = z.object({
  slots: z.array(slotSchema),
  zones: z.array(z.discriminatedUnion("kind", [planeSchema, curveSchema])),
});
export type Rig = z.infer<typeof rigSchema>;

/** images/SLUG--hero.json without what only the renderer needs. */
export function readKitRig(text: string): Rig {
  return rigSchema.parse(JSON.parse(text));
}

const layeredSchema = z.object({
  stones: z.array(z.tuple([z.number(), z.number(), z.number(), z.number()])).optional(),
  engraving: z.object({ plane: planeSchema.pick({ o: true, ex: true, ey: true }) }).optional(),
});

/** layers-example/rigs/SLUG--hero.json: stones as boxes, the plane in cm. `like` gives ids and sizes in mm. */
export function readLayeredRig(text: string, like: Rig): Rig | null {
  const { stones = [], engraving } = layeredSchema.parse(JSON.parse(text));
  const slots = stones.flatMap(([x0, y0, x1, y1], index) => {
    const slot = like.slots[index];
    return slot ? [{ id: slot.id, x0, y0, x1, y1, mm: slot.mm }] : [];
  });
  const plane = like.zones.find((zone) => zone.kind === "plane");
  const perMm = ([x, y]: [number, number]): [number, number] => [x / 10, y / 10];
  const zones =
    engraving && plane
      ? [{ ...plane, o: engraving.plane.o, ex: perMm(engraving.plane.ex), ey: perMm(engraving.plane.ey) }]
      : [];
  return slots.length + zones.length > 0 ? { slots, zones } : null;
}
