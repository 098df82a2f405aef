import type { FieldError } from "@/lib/domain/field-errors";
import { type DrawnPlacement, leansOf, lineOf, type Point } from "@/lib/domain/rig-shape";

/** Parts of the picture's width. */
const NEAREST = 0.005;
const LOWEST = 0.003;
/** From one of the line's 32 parts to the next. */
const SHARPEST = Math.PI / 6;
const LEANS_MOST = (75 * Math.PI) / 180;

/** Why letters couldn't stand on what was drawn; paths as "line.0.x". */
export function senselessPlacement(drawn: DrawnPlacement): FieldError[] {
  const outside = [
    ...drawn.line.flatMap((point, index) => outsideOf(point, `line.${index}`)),
    ...drawn.tops.flatMap((point, index) => outsideOf(point, `top.${index}`)),
  ];
  if (outside.length > 0) return outside;
  const near = drawn.line.findIndex((point, index) => {
    const before = drawn.line[index - 1];
    return before !== undefined && distance(before, point) < NEAREST;
  });
  if (near >= 0) return [wrong(`line.${near}.x`, "Two points of the line lie on one another.")];
  const line = lineOf(drawn);
  if (turns(line))
    return [wrong("line.0.x", "The line turns back on itself: put its points in the order of reading.")];
  if (crosses(line)) return [wrong("line.0.x", "The line crosses itself.")];
  if (line.some(([x, y]) => !inside(x) || !inside(y)))
    return [wrong("line.0.x", "Between its points the line leaves the picture.")];
  return leansOf(drawn).flatMap(({ angle, length }, index) => {
    if (length < LOWEST)
      return [wrong(`top.${index}.y`, "Letters would have no height here: pull the top away from the line.")];
    if (Math.abs(angle) <= LEANS_MOST) return [];
    return [
      wrong(
        `top.${index}.y`,
        "Letters would lie flat or stand on their heads here: the line is read from its start to its end, with their tops on its left hand.",
      ),
    ];
  });
}

export function inside(value: number): boolean {
  return value >= 0 && value <= 1;
}

export function outsideOf([x, y]: Point, path: string): FieldError[] {
  const message = "That is outside the picture: 0 is its left or upper edge, 100 its right or lower one.";
  return [
    ...(inside(x) ? [] : [wrong(`${path}.x`, message)]),
    ...(inside(y) ? [] : [wrong(`${path}.y`, message)]),
  ];
}

export function wrong(path: string, message: string): FieldError {
  return { path, code: "INVALID", message };
}

export function readNumber(
  fields: Readonly<Record<string, string>>,
  name: string,
  { from, to }: { from: number; to: number },
  errors: FieldError[],
) {
  const typed = (fields[name] ?? "").trim().replace("−", "-").replace(",", ".");
  const value = /^-?\d{1,4}(\.\d{1,6})?$/.test(typed) ? Number(typed) : Number.NaN;
  if (!(value >= from && value <= to)) errors.push(wrong(name, `Give a number from ${from} to ${to}.`));
  return value;
}

function turns(line: readonly Point[]): boolean {
  return line.some((point, index) => {
    const [before, after] = [line[index - 1], line[index + 1]];
    if (!before || !after) return false;
    const [a, b] = [direction(before, point), direction(point, after)];
    const by = Math.abs(Math.atan2(Math.sin(b - a), Math.cos(b - a)));
    return by > SHARPEST;
  });
}

function crosses(line: readonly Point[]): boolean {
  return line.some((a, i) => {
    const b = line[i + 1];
    return (
      b !== undefined &&
      line.some((c, j) => {
        const d = line[j + 1];
        return j > i + 1 && d !== undefined && cut(a, b, c, d);
      })
    );
  });
}

function cut(a: Point, b: Point, c: Point, d: Point): boolean {
  return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;
}

function side(a: Point, b: Point, c: Point): number {
  return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);
}

function direction(from: Point, to: Point): number {
  return Math.atan2(to[1] - from[1], to[0] - from[0]);
}

function distance(a: Point, b: Point): number {
  return Math.hypot(a[0] - b[0], a[1] - b[1]);
}
