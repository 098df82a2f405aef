import { z } from "zod";
import { type CurvePlacement, type Rig, rigSchema } from "@/lib/domain/rig";

const kitSchema = z.object({ slots: z.array(z.looseObject({})), zones: z.array(z.looseObject({})) });

/** images/SLUG--hero.json without what only the renderer needs. */
export function readKitRig(text: string): Rig {
  const { slots, zones } = kitSchema.parse(JSON.parse(text));
  return rigSchema.parse({
    slots: slots.map(({ id, x0, y0, x1, y1, rot, mm }) => ({ id, x0, y0, x1, y1, rot, mm })),
    zones: zones.map(({ id, kind, o, ex, ey, wMm, hMm, lengthMm, capMm, points }) =>
      kind === "plane" ? { id, kind, o, ex, ey, wMm, hMm } : { id, kind, lengthMm, capMm, points },
    ),
  });
}

/** The kit draws some baselines from right to left, on which letters would stand as in a mirror. */
export function inReadingOrder(rig: Rig): Rig {
  return {
    ...rig,
    zones: rig.zones.map((zone) =>
      zone.kind === "curve" && isMirrored(zone) ? { ...zone, points: zone.points.toReversed() } : zone,
    ),
  };
}

/** Baselines cut down to what can be seen of them. */
export function onlyWhatShows(rig: Rig, parts: Record<string, readonly [number, number]>): Rig {
  return {
    ...rig,
    zones: rig.zones.map((zone) => {
      const part = parts[zone.id];
      if (zone.kind !== "curve" || !part) return zone;
      const steps = zone.points.length - 1;
      const [from, to] = [Math.round(part[0] * steps), Math.round(part[1] * steps)];
      return {
        ...zone,
        lengthMm: (zone.lengthMm * (to - from)) / steps,
        points: zone.points.slice(from, to + 1),
      };
    }),
  };
}

function isMirrored({ points }: CurvePlacement): boolean {
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last) return false;
  const [x, y] = [last.p[0] - first.p[0], last.p[1] - first.p[1]];
  return x * first.up[1] - y * first.up[0] > 0;
}

const pointSchema = z.tuple([z.number(), z.number()]);
const layeredSchema = z.object({
  stones: z.array(z.tuple([z.number(), z.number(), z.number(), z.number()])).optional(),
  engraving: z.object({ plane: z.object({ o: pointSchema, ex: pointSchema, ey: pointSchema }) }).optional(),
});

/** layers-example/rigs/SLUG--hero.json: stones as boxes, the plane in cm. `like` gives ids and sizes in mm. */
export function readLayeredRig(text: string, like: Rig): Rig {
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
      : // The earlier models have the hero's own bands, seen from the same place.
        like.zones;
  return { slots, zones };
}
