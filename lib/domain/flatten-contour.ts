import type { Contour, PathStep } from "@/lib/domain/engraving-outline";

export type Point = readonly [number, number];

/**
 * A closed contour as the corners of a polygon that leaves the curve by no more than `tolerance`. The first corner
 * isn't repeated, and no two neighbours are one point.
 */
export function flattenContour(contour: Contour, tolerance: number): Point[] {
  const corners: Point[] = [];
  let from: Point = [0, 0];
  for (const step of contour) {
    for (const point of flattenStep(from, step, tolerance)) {
      if (!isSame(corners.at(-1), point)) corners.push(point);
    }
    from = [step.x, step.y];
  }
  while (corners.length > 1 && isSame(corners[0], corners.at(-1))) corners.pop();
  return corners;
}

function flattenStep(from: Point, step: PathStep, tolerance: number): Point[] {
  const end: Point = [step.x, step.y];
  if (step.to === "move" || step.to === "line") return [end];
  const controls: Point[] =
    step.to === "quadratic"
      ? [from, [step.x1, step.y1], end]
      : [from, [step.x1, step.y1], [step.x2, step.y2], end];
  const pieces = countPieces(controls, tolerance);
  return Array.from({ length: pieces }, (_, index) =>
    index === pieces - 1 ? end : pointAt(controls, (index + 1) / pieces),
  );
}

/** Wang's bound: a curve of degree d in n equal pieces leaves its chords by at most d(d-1)/8 × bend / n². */
function countPieces(controls: readonly Point[], tolerance: number): number {
  const degree = controls.length - 1;
  const bends = controls.slice(2).map(([x, y], index) => {
    const [x0, y0] = controls[index] ?? [0, 0];
    const [x1, y1] = controls[index + 1] ?? [0, 0];
    return Math.hypot(x0 - 2 * x1 + x, y0 - 2 * y1 + y);
  });
  return Math.max(1, Math.ceil(Math.sqrt((degree * (degree - 1) * Math.max(...bends)) / (8 * tolerance))));
}

/** De Casteljau. */
function pointAt(controls: readonly Point[], t: number): Point {
  const [first = [0, 0], ...rest] = controls;
  if (rest.length === 0) return first;
  const between = rest.map(([x, y], index): Point => {
    const [x0, y0] = controls[index] ?? [0, 0];
    return [x0 + (x - x0) * t, y0 + (y - y0) * t];
  });
  return pointAt(between, t);
}

/** So near that four decimals might not tell them apart. */
function isSame(a: Point | undefined, b: Point | undefined): boolean {
  return a !== undefined && b !== undefined && Math.hypot(a[0] - b[0], a[1] - b[1]) < 2e-4;
}
