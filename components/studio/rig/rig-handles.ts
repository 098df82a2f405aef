import type { EngravingZone, StoneSlot } from "@/lib/domain/options";
import { fieldsOfDrawn, parsePlacement, type RigFields } from "@/lib/domain/rig-fields";
import { type DrawnPlacement, lineOf, moveLinePoint, type Point } from "@/lib/domain/rig-shape";
import { type DrawnSlot, fieldsOfDrawnSlot, parseSlot } from "@/lib/domain/rig-slot-fields";

/** Something over the photo that can be taken hold of. `move` answers the fields that follow from it. */
export type RigHandle = {
  key: string;
  label: string;
  look: "foot" | "top" | "stone";
  at: Point;
  move: (to: Point) => Record<string, string>;
};

export function zoneHandles(zone: EngravingZone, fields: RigFields): RigHandle[] {
  const drawn = parsePlacement(fields, zone.id);
  if (!drawn) return [];
  const line = drawn.line.map(
    (at, index): RigHandle => ({
      key: `line.${index}`,
      label: `${zone.label}, ${footLabel(index, drawn.line.length)}`,
      look: "foot",
      at,
      move: (to) => fieldsOfDrawn(zone.id, keptInside(moveLinePoint(drawn, index, to))),
    }),
  );
  const tops = drawn.tops.map(
    (at, index): RigHandle => ({
      key: `top.${index}`,
      label: `${zone.label}, ${topLabel(index, drawn.tops.length)}`,
      look: "top",
      at,
      move: (to) => {
        const moved = drawn.tops.map((top, other) => (other === index ? to : top));
        return fieldsOfDrawn(zone.id, { ...drawn, tops: moved });
      },
    }),
  );
  return [...line, ...tops];
}

export function slotHandles(slot: StoneSlot, fields: RigFields, turns: boolean): RigHandle[] {
  const drawn = parseSlot(fields, slot.id);
  if (!drawn) return [];
  const { centre, w, h, rot } = drawn;
  const [cos, sin] = [Math.cos((rot * Math.PI) / 180), Math.sin((rot * Math.PI) / 180)];
  const changed = (change: Partial<DrawnSlot>) => fieldsOfDrawnSlot(slot.id, { ...drawn, ...change });
  const from = (to: Point): Point => [to[0] - centre[0], to[1] - centre[1]];
  const size = (half: number) => Math.min(1, Math.max(0.005, 2 * Math.abs(half)));
  return [
    {
      key: "centre",
      label: `${slot.label}, middle`,
      look: "stone",
      at: centre,
      move: (to) => changed({ centre: to }),
    },
    {
      key: "width",
      label: `${slot.label}, ${turns ? "width and turn" : "width"}`,
      look: "top",
      at: [centre[0] + (cos * w) / 2, centre[1] + (sin * w) / 2],
      move: (to) => {
        const [x, y] = from(to);
        if (!turns) return changed({ w: size(x) });
        return changed({ w: size(Math.hypot(x, y)), rot: (Math.atan2(y, x) * 180) / Math.PI });
      },
    },
    {
      key: "height",
      label: `${slot.label}, height`,
      look: "top",
      at: [centre[0] - (sin * h) / 2, centre[1] + (cos * h) / 2],
      move: (to) => {
        const [x, y] = from(to);
        return changed({ h: size(-x * sin + y * cos) });
      },
    },
  ];
}

/** Where each top stands on its line. */
export function stemsOf(drawn: DrawnPlacement): [Point, Point][] {
  const feet = drawn.tops.length === 1 ? [lineOf(drawn, 2)[1]] : lineOf(drawn, 2);
  return drawn.tops.map((top, index) => [feet[index] ?? top, top]);
}

function footLabel(index: number, count: number): string {
  if (index === 0) return "start of the line";
  if (index === count - 1) return "end of the line";
  return count === 3 || index === 2 ? "middle of the line" : index === 1 ? "first quarter" : "third quarter";
}

function topLabel(index: number, count: number): string {
  if (count === 1) return "top of a letter";
  return `top of a letter at the ${["start", "middle", "end"][index] ?? "end"}`;
}

function keptInside(drawn: DrawnPlacement): DrawnPlacement {
  const clamp = (value: number) => Math.min(1, Math.max(0, value));
  return { ...drawn, tops: drawn.tops.map(([x, y]) => [clamp(x), clamp(y)]) };
}
