import type { FieldError } from "@/lib/domain/field-errors";
import type { RigSlot } from "@/lib/domain/rig";
import { inside, readNumber, wrong } from "@/lib/domain/rig-sense";
import type { Point } from "@/lib/domain/rig-shape";

type RigFields = Readonly<Record<string, string>>;

/** A stone as somebody draws it over a photo: fractions of the picture, and degrees. */
export type DrawnSlot = { centre: Point; w: number; h: number; rot: number };

export function fieldsOfDrawnSlot(
  id: string,
  { centre: [x, y], w, h, rot }: DrawnSlot,
): Record<string, string> {
  const numbers = { x: x * 100, y: y * 100, w: w * 100, h: h * 100, rot };
  return Object.fromEntries(
    Object.entries(numbers).map(([name, value]) => [`slot.${id}.${name}`, inField(value)]),
  );
}

/** null where it isn't in the photo, or can't be read. */
export function parseSlot(fields: RigFields, id: string, errors: FieldError[] = []): DrawnSlot | null {
  const prefix = `slot.${id}.`;
  if (fields[`${prefix}in`] === undefined) return null;
  const found: FieldError[] = [];
  const number = (name: string, from: number, to: number) =>
    readNumber(fields, `${prefix}${name}`, { from, to }, found);
  const drawn: DrawnSlot = {
    centre: [number("x", 0, 100) / 100, number("y", 0, 100) / 100],
    w: number("w", 0.5, 100) / 100,
    h: number("h", 0.5, 100) / 100,
    rot: number("rot", -180, 180),
  };
  errors.push(...found);
  return found.length === 0 ? drawn : null;
}

export function fieldsOfSlot(id: string, slot: RigSlot | undefined, index: number): Record<string, string> {
  if (!slot) return {};
  return {
    [`slot.${id}.in`]: "on",
    ...fieldsOfDrawnSlot(id, drawnSlotOf(slot)),
    [`slot.${id}.order`]: String(index + 1),
    [`slot.${id}.pictured`]: slot.pictured ?? "",
  };
}

function drawnSlotOf({ x0, y0, x1, y1, rot = 0 }: RigSlot): DrawnSlot {
  return { centre: [(x0 + x1) / 2, (y0 + y1) / 2], w: x1 - x0, h: y1 - y0, rot };
}

type SlotFacts = Pick<RigSlot, "id" | "mm"> & {
  known: RigSlot | undefined;
  stones: readonly { id: string }[];
};

export function readSlot(
  fields: RigFields,
  { id, mm, known, stones }: SlotFacts,
  errors: FieldError[],
): { slot: RigSlot; order: number }[] {
  const prefix = `slot.${id}.`;
  if (fields[`${prefix}in`] === undefined) return [];
  const count = errors.length;
  const drawn = parseSlot(fields, id, errors);
  const order = readNumber(fields, `${prefix}order`, { from: 1, to: 100 }, errors);
  const pictured = fields[`${prefix}pictured`] ?? "";
  if (pictured !== "" && pictured !== known?.pictured && !stones.some((stone) => stone.id === pictured))
    errors.push(wrong(`${prefix}pictured`, "Choose a stone from the list."));
  if (!drawn || errors.length > count) return [];
  const { centre, w, h, rot } = drawn;
  const [x0, y0, x1, y1] = [
    ...[centre[0] - w / 2, centre[1] - h / 2],
    ...[centre[0] + w / 2, centre[1] + h / 2],
  ].map(short) as Four;
  if (![x0, y0, x1, y1].every(inside)) {
    errors.push(
      wrong(`${prefix}x`, "The stone reaches over the picture’s edge: move it inward or make it smaller."),
    );
    return [];
  }
  const { sprite } = known ?? {};
  const slot: RigSlot = {
    ...{ id, x0, y0, x1, y1, mm },
    ...(rot === 0 ? {} : { rot }),
    ...(pictured ? { pictured } : {}),
    ...(known && sprite
      ? { sprite: { ...sprite, box: movedBox(sprite.box, known, { x0, y0, x1, y1 }) } }
      : {}),
  };
  return [{ slot, order }];
}

type Four = [number, number, number, number];
type Edges = Pick<RigSlot, "x0" | "y0" | "x1" | "y1">;

/** The stone's own pictures move and grow with it. */
function movedBox(box: Four, from: Edges, to: Edges): Four {
  const x = (value: number) => to.x0 + ((value - from.x0) / (from.x1 - from.x0)) * (to.x1 - to.x0);
  const y = (value: number) => to.y0 + ((value - from.y0) / (from.y1 - from.y0)) * (to.y1 - to.y0);
  return [x(box[0]), y(box[1]), x(box[2]), y(box[3])].map((value) => short(value)) as Four;
}

export function inField(value: number): string {
  return String(Number(value.toFixed(2)));
}

function short(value: number): number {
  return Number(value.toFixed(5));
}
