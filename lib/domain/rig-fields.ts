import type { FieldError } from "@/lib/domain/field-errors";
import type { EngravingZone, ProductOptions } from "@/lib/domain/options";
import type { Placement, Rig, RigSlot } from "@/lib/domain/rig";
import { readNumber, senselessPlacement, wrong } from "@/lib/domain/rig-sense";
import {
  type DrawnPlacement,
  linePoints,
  type Point,
  type RigShape,
  toDrawn,
  toPlacement,
  topPoints,
} from "@/lib/domain/rig-shape";
import { fieldsOfSlot, inField, readSlot } from "@/lib/domain/rig-slot-fields";
import { shorten } from "@/lib/domain/sentence";

/**
 * A photo's rig as the fields of one form: "zone.inside.line.0.x" in percent of the picture, "slot.left.rot" in
 * degrees. The studio's editor draws from these fields, and the server stores what they say.
 */
export type RigFields = Readonly<Record<string, string>>;

export type RigOptions = Pick<ProductOptions, "engravingZones" | "stoneSlots">;
export type RigFacts = {
  options: RigOptions;
  stones: readonly { id: string }[];
  /** what is stored now: what nobody changed stays to the last digit */
  before: Rig | null;
};

export const rigShapes = [
  { id: "none", label: "Not in this photo" },
  { id: "straight", label: "A straight line" },
  { id: "arc", label: "Part of a circle" },
  { id: "curve", label: "A free curve" },
] as const;

export function fieldsOfRig(
  rig: Rig | null,
  { engravingZones, stoneSlots }: RigOptions,
): Record<string, string> {
  return Object.assign(
    {},
    ...engravingZones.map((zone) =>
      fieldsOfZone(
        zone,
        rig?.zones.find(({ id }) => id === zone.id),
      ),
    ),
    ...stoneSlots.map(({ id }) => {
      const index = rig?.slots.findIndex((slot) => slot.id === id) ?? -1;
      return fieldsOfSlot(id, rig?.slots[index], index);
    }),
  );
}

/** What the fields say. Every error stands under the name of its field. */
export function readRigFields(
  fields: RigFields,
  { options, stones, before }: RigFacts,
): { ok: true; rig: Rig | null } | { ok: false; errors: FieldError[] } {
  const stored = fieldsOfRig(before, options);
  const untouched = (prefix: string) => sameUnder(prefix, stored, fields);
  const errors = unknownFields(fields, options);
  const zones = options.engravingZones.flatMap((zone): Placement[] => {
    const prefix = `zone.${zone.id}.`;
    const known = before?.zones.find(({ id }) => id === zone.id);
    if (untouched(prefix)) return known ? [known] : [];
    const drawn = readPlacement(fields, zone, errors);
    return drawn ? [toPlacement(zone.id, drawn, zone.heightMm)] : [];
  });
  const slots = options.stoneSlots.flatMap(({ id, mm }): { slot: RigSlot; order: number }[] => {
    const index = before?.slots.findIndex((slot) => slot.id === id) ?? -1;
    const known = before?.slots[index];
    if (untouched(`slot.${id}.`)) return known ? [{ slot: known, order: index + 1 }] : [];
    return readSlot(fields, { id, mm, known, stones }, errors);
  });
  if (errors.length > 0) return { ok: false, errors };
  // What the product has no place for just now isn't on this form: it waits, undrawn, in case it comes back.
  const strange = <T extends { id: string }>(placed: readonly T[], known: readonly { id: string }[]) =>
    placed.filter(({ id }) => known.every((entry) => entry.id !== id));
  zones.push(...strange(before?.zones ?? [], options.engravingZones));
  const inOrder = [
    ...slots.toSorted((a, b) => a.order - b.order).map(({ slot }) => slot),
    ...strange(before?.slots ?? [], options.stoneSlots),
  ];
  if (zones.length === 0 && inOrder.length === 0) return { ok: true, rig: null };
  // Empty settings hide the photo's own stones: without a stone to set again there is nothing to hide.
  const settings = inOrder.length > 0 ? before?.settings : undefined;
  return { ok: true, rig: { slots: inOrder, zones, ...(settings ? { settings } : {}) } };
}

/** Letters' place as the fields say it; null where it isn't in the photo, or where `errors` say what is wrong. */
function readPlacement(fields: RigFields, zone: EngravingZone, errors: FieldError[]): DrawnPlacement | null {
  const count = errors.length;
  const drawn = parsePlacement(fields, zone.id, errors);
  if (!drawn) return null;
  errors.push(
    ...senselessPlacement(drawn).map((error) => ({ ...error, path: `zone.${zone.id}.${error.path}` })),
  );
  return errors.length === count ? drawn : null;
}

/** What is drawn, whether or not letters could stand on it. */
export function parsePlacement(
  fields: RigFields,
  zone: string,
  errors: FieldError[] = [],
): DrawnPlacement | null {
  const prefix = `zone.${zone}.`;
  const shape = fields[`${prefix}shape`] ?? "none";
  if (shape === "none") return null;
  if (!isShape(shape)) {
    errors.push(wrong(`${prefix}shape`, "Choose one from the list."));
    return null;
  }
  const found: FieldError[] = [];
  const point = (name: string): Point => [
    readNumber(fields, `${prefix}${name}.x`, { from: 0, to: 100 }, found) / 100,
    readNumber(fields, `${prefix}${name}.y`, { from: 0, to: 100 }, found) / 100,
  ];
  const drawn: DrawnPlacement = {
    shape,
    line: Array.from({ length: linePoints[shape] }, (_, index) => point(`line.${index}`)),
    tops: Array.from({ length: topPoints[shape] }, (_, index) => point(`top.${index}`)),
    lengthMm: readNumber(fields, `${prefix}lengthMm`, { from: 0.5, to: 500 }, found),
    capMm: readNumber(fields, `${prefix}capMm`, { from: 0.2, to: 50 }, found),
  };
  errors.push(...found);
  return found.length === 0 ? drawn : null;
}

function fieldsOfZone(zone: EngravingZone, placement: Placement | undefined): Record<string, string> {
  return placement
    ? fieldsOfDrawn(zone.id, toDrawn(placement, zone.maxHeightMm))
    : { [`zone.${zone.id}.shape`]: "none" };
}

export function fieldsOfDrawn(
  id: string,
  { shape, line, tops, lengthMm, capMm }: DrawnPlacement,
): Record<string, string> {
  const prefix = `zone.${id}.`;
  const points = [
    ...line.map((point, index) => [`line.${index}`, point] as const),
    ...tops.map((point, index) => [`top.${index}`, point] as const),
  ];
  return {
    [`${prefix}shape`]: shape,
    [`${prefix}lengthMm`]: inField(lengthMm),
    [`${prefix}capMm`]: inField(capMm),
    ...Object.fromEntries(
      points.flatMap(([name, [x, y]]) => [
        [`${prefix}${name}.x`, inField(x * 100)],
        [`${prefix}${name}.y`, inField(y * 100)],
      ]),
    ),
  };
}

function unknownFields(fields: RigFields, { engravingZones, stoneSlots }: RigOptions): FieldError[] {
  return Object.keys(fields).flatMap((name) => {
    const [, kind, id = "", rest = ""] = /^(zone|slot)\.([^.]+)\.(.+)$/.exec(name) ?? [];
    const known =
      kind === "zone"
        ? engravingZones.some((zone) => zone.id === id) && zoneField.test(rest)
        : kind === "slot" && stoneSlots.some((slot) => slot.id === id) && slotField.test(rest);
    if (known) return [];
    const message = `“${shorten(name, 40)}” is no place of this product. Its options may have changed: load the page again.`;
    return [{ path: name.slice(0, 80), code: "UNKNOWN_KEY", message }];
  });
}

const zoneField = /^(shape|lengthMm|capMm|line\.[0-4]\.[xy]|top\.[0-2]\.[xy])$/;
const slotField = /^(in|x|y|w|h|rot|order|pictured)$/;

function sameUnder(prefix: string, stored: RigFields, sent: RigFields): boolean {
  const { shape: storedShape, ...some } = under(prefix, stored);
  const { shape = storedShape === undefined ? undefined : "none", ...others } = under(prefix, sent);
  if (shape !== storedShape) return false;
  // Points that this shape hasn't got are nobody's.
  if (shape === "none") return true;
  const names =
    shape === undefined ? new Set([...Object.keys(some), ...Object.keys(others)]) : Object.keys(some);
  return [...names].every((name) => some[name] === others[name]);
}

function under(prefix: string, fields: RigFields): Record<string, string> {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]) =>
      name.startsWith(prefix) ? [[name.slice(prefix.length), value]] : [],
    ),
  );
}

function isShape(id: string): id is RigShape {
  return Object.hasOwn(linePoints, id);
}
