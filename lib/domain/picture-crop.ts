import type { Box, Rig } from "@/lib/domain/rig";

/** A point in fractions of a picture, from its left and its top. */
export type Focus = readonly [x: number, y: number];
/** A square of a picture, in its pixels. */
export type Square = { left: number; top: number; side: number };
type Size = { width: number; height: number };

/** The largest square with the focus as near to its middle as the picture's edges allow. */
export function squareAround({ width, height }: Size, [x, y]: Focus): Square {
  const side = Math.min(width, height);
  const start = (full: number, at: number) => clamp(Math.round(full * at - side / 2), 0, full - side);
  return { left: start(width, x), top: start(height, y), side };
}

/** Where the focus lies within that square, to a hundredth. */
export function focusInSquare({ width, height }: Size, [x, y]: Focus): Focus {
  const { left, top, side } = squareAround({ width, height }, [x, y]);
  const within = (full: number, at: number, start: number) =>
    clamp(Math.round(((full * at - start) / side) * 100) / 100, 0, 1);
  return [within(width, x, left), within(height, y, top)];
}

/**
 * A rig after another square of the same photo was chosen: everything stays where it lies on the piece. What the new
 * square doesn't show is taken out; null where nothing is left.
 */
export function moveRig(rig: Rig, from: Square, to: Square): Rig | null {
  const x = (value: number) => short(value + (from.left - to.left) / to.side);
  const y = (value: number) => short(value + (from.top - to.top) / to.side);
  const at = ([px, py]: [number, number]): [number, number] => [x(px), y(py)];
  const boxAt = ([x0, y0, x1, y1]: Box): Box => [x(x0), y(y0), x(x1), y(y1)];

  const slots = rig.slots
    .map(({ x0, y0, x1, y1, sprite, ...slot }) => ({
      ...slot,
      ...{ x0: x(x0), y0: y(y0), x1: x(x1), y1: y(y1) },
      ...(sprite ? { sprite: { ...sprite, box: boxAt(sprite.box) } } : {}),
    }))
    .filter(({ x0, y0, x1, y1 }) => isInside([x0, y0]) && isInside([x1, y1]));
  const zones = rig.zones
    .map((zone) =>
      zone.kind === "plane"
        ? { ...zone, o: at(zone.o) }
        : { ...zone, points: zone.points.map((point) => ({ ...point, p: at(point.p) })) },
    )
    .filter((zone) => (zone.kind === "plane" ? isInside(zone.o) : zone.points.every(({ p }) => isInside(p))));
  if (slots.length === 0 && zones.length === 0) return null;
  const { settings } = rig;
  return { slots, zones, ...(settings ? { settings: { ...settings, box: boxAt(settings.box) } } : {}) };
}

function isInside([x, y]: [number, number]): boolean {
  return x >= 0 && x <= 1 && y >= 0 && y <= 1;
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, value));
}

function short(value: number): number {
  return Number(value.toFixed(6));
}
