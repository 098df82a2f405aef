import type { CurvePlacement, Placement } from "@/lib/domain/rig";

export type Point = [number, number];
export type RigShape = "straight" | "arc" | "curve";

/** As many points lie on a line, evenly spaced on the piece: closer together where it turns away from the eye. */
export const linePoints: Record<RigShape, number> = { straight: 2, arc: 3, curve: 5 };

export const topPoints: Record<RigShape, number> = { straight: 1, arc: 3, curve: 3 };

/** A place for letters as somebody draws it over a photo; fractions of the picture, y downward. */
export type DrawnPlacement = {
  shape: RigShape;
  /** on which letters stand, in the direction of reading */
  line: Point[];
  /** where a letter of `capMm` ends: over the middle of a straight line, or over start, middle and end */
  tops: Point[];
  /** of the whole line on the piece */
  lengthMm: number;
  capMm: number;
};

/** Parts that a drawn curve is stored in: its five points are among those that it is stored as. */
const PARTS = 32;
/** A stored curve nearer than this to a circle's arc is one. */
const SAME = 0.0015;

export function toPlacement(id: string, drawn: DrawnPlacement, heightMm: number): Placement {
  const { shape, line, tops, lengthMm, capMm } = drawn;
  if (shape !== "straight") {
    const points = Array.from({ length: PARTS + 1 }, (_, index) => {
      const { p, up } = at(drawn, index / PARTS);
      return { p: rounded(p), up: rounded(up), h: short(Math.hypot(...up)) };
    });
    return { id, kind: "curve", lengthMm, capMm, points };
  }
  const [left = [0, 0], right = [0, 0]] = line;
  const [top = [0, 0]] = tops;
  const foot = between(left, right, 0.5);
  const ey = scaled(minus(top, foot), 1 / capMm);
  return {
    ...{ id, kind: "plane", wMm: lengthMm, hMm: heightMm },
    // The field's middle is half a letter above the line.
    o: rounded(plus(foot, scaled(ey, capMm / 2))),
    ex: rounded(scaled(minus(right, left), 1 / lengthMm), 7),
    ey: rounded(ey, 7),
  };
}

/** A stored place as it can be drawn on; letters of `capMm` show how high a plane's are. */
export function toDrawn(placement: Placement, capMm: number): DrawnPlacement {
  if (placement.kind === "curve") return curveToDrawn(placement);
  const { o, ex, ey, wMm } = placement;
  const foot = minus(o, scaled(ey, capMm / 2));
  return {
    ...{ shape: "straight", lengthMm: wMm, capMm },
    line: [minus(foot, scaled(ex, wMm / 2)), plus(foot, scaled(ex, wMm / 2))],
    tops: [plus(foot, scaled(ey, capMm))],
  };
}

/** To begin with: a straight line in the middle, its letters as large as they can be cut. */
export function startPlacement(lengthMm: number, capMm: number): DrawnPlacement {
  const [left, right, foot] = [0.3, 0.7, 0.55];
  const top = foot - Math.max(0.02, (capMm / lengthMm) * (right - left));
  return {
    ...{ shape: "straight", lengthMm, capMm },
    line: [
      [left, foot],
      [right, foot],
    ],
    tops: [[0.5, Math.max(0.02, top)]],
  };
}

/** The same line in another shape. */
export function reshape(drawn: DrawnPlacement, shape: RigShape): DrawnPlacement {
  const parts = linePoints[shape] - 1;
  return {
    ...{ ...drawn, shape },
    line: Array.from({ length: parts + 1 }, (_, index) => at(drawn, index / parts).p),
    tops: (shape === "straight" ? [0.5] : [0, 0.5, 1]).map((t) => {
      const { p, up } = at(drawn, t);
      return plus(p, up);
    }),
  };
}

/** With one point of the line elsewhere; the letters keep their height and how they lean. */
export function moveLinePoint(drawn: DrawnPlacement, index: number, to: Point): DrawnPlacement {
  const leans = leansOf(drawn);
  const moved = { ...drawn, line: drawn.line.map((point, at) => (at === index ? to : point)) };
  return {
    ...moved,
    tops: leans.map(({ t, angle, length }) => {
      const { p, normal } = footAt(moved, t);
      return plus(p, turned(scaled(normal, length), angle));
    }),
  };
}

/** The line itself, as so many points. */
export function lineOf(drawn: DrawnPlacement, parts = PARTS): Point[] {
  return Array.from({ length: parts + 1 }, (_, index) => footAt(drawn, index / parts).p);
}

/** How far each top leans from upright over its line, in radians, and how high it is. */
export function leansOf(drawn: DrawnPlacement): { t: number; angle: number; length: number }[] {
  return drawn.tops.map((top, index) => {
    const t = drawn.tops.length === 1 ? 0.5 : index / (drawn.tops.length - 1);
    const { p, normal } = footAt(drawn, t);
    const up = minus(top, p);
    const angle = Math.atan2(normal[0] * up[1] - normal[1] * up[0], normal[0] * up[0] + normal[1] * up[1]);
    return { t, angle, length: Math.hypot(...up) };
  });
}

function at(drawn: DrawnPlacement, t: number): { p: Point; up: Point } {
  const leans = leansOf(drawn);
  const { p, normal } = footAt(drawn, t);
  const length = through(
    leans.map((lean) => lean.length),
    t,
  );
  return {
    p,
    up: turned(
      scaled(normal, length),
      through(
        leans.map((lean) => lean.angle),
        t,
      ),
    ),
  };
}

/** A point of the line, and what is upright there: to the left of the way that is read. */
function footAt(drawn: DrawnPlacement, t: number): { p: Point; normal: Point } {
  const step = 1 / PARTS / 4;
  const [from, to] = [pointAt(drawn, Math.max(0, t - step)), pointAt(drawn, Math.min(1, t + step))];
  const [x, y] = minus(to, from);
  const length = Math.hypot(x, y) || 1;
  return { p: pointAt(drawn, t), normal: [y / length, -x / length] };
}

function pointAt({ shape, line }: DrawnPlacement, t: number): Point {
  const circle = shape === "arc" ? circleThrough(line) : null;
  if (circle) {
    const angle = through(circle.angles, t);
    return [circle.x + circle.r * Math.cos(angle), circle.y + circle.r * Math.sin(angle)];
  }
  return [
    through(
      line.map(([x]) => x),
      t,
    ),
    through(
      line.map(([, y]) => y),
      t,
    ),
  ];
}

type Circle = { x: number; y: number; r: number; angles: number[] };

/** The circle through start, middle and end, with their angles in the order of reading; null where they lie straight. */
function circleThrough([a = [0, 0], b = [0, 0], c = [0, 0]]: readonly Point[]): Circle | null {
  const twice = 2 * (a[0] * (b[1] - c[1]) + b[0] * (c[1] - a[1]) + c[0] * (a[1] - b[1]));
  if (Math.abs(twice) < 1e-5) return null;
  const [aa, bb, cc] = [a, b, c].map(([x, y]) => x * x + y * y) as Triple;
  const x = (aa * (b[1] - c[1]) + bb * (c[1] - a[1]) + cc * (a[1] - b[1])) / twice;
  const y = (aa * (c[0] - b[0]) + bb * (a[0] - c[0]) + cc * (b[0] - a[0])) / twice;
  const [start, middle, end] = [a, b, c].map((point) => Math.atan2(point[1] - y, point[0] - x)) as Triple;
  // The way round that leads past the middle.
  const way = (from: number, to: number, sign: number) =>
    sign * (((((to - from) * sign) % (2 * Math.PI)) + 2 * Math.PI) % (2 * Math.PI));
  const sign = Math.abs(way(start, middle, 1)) <= Math.abs(way(start, end, 1)) ? 1 : -1;
  const angles = [start, start + way(start, middle, sign), start + way(start, end, sign)];
  return { x, y, r: Math.hypot(a[0] - x, a[1] - y), angles };
}

type Triple = [number, number, number];

/** The polynomial that has these values at even steps from 0 to 1 (Lagrange). */
function through(values: readonly number[], t: number): number {
  const last = values.length - 1;
  if (last === 0) return values[0] ?? 0;
  return values.reduce((sum, value, i) => {
    const weight = values.reduce(
      (product, _other, j) => (i === j ? product : (product * (t * last - j)) / (i - j)),
      1,
    );
    return sum + value * weight;
  }, 0);
}

function curveToDrawn({ points, lengthMm, capMm }: CurvePlacement): DrawnPlacement {
  const pick = (t: number) => {
    const place = t * (points.length - 1);
    const index = Math.min(Math.floor(place), points.length - 2);
    const [from, to] = [points[index], points[index + 1]];
    if (!from || !to) throw new Error("A curve has two points at least");
    return {
      p: between(from.p, to.p, place - index),
      up: between(from.up, to.up, place - index),
    };
  };
  const drawn = (shape: RigShape): DrawnPlacement => ({
    ...{ shape, lengthMm, capMm },
    line: Array.from({ length: linePoints[shape] }, (_, index) => pick(index / (linePoints[shape] - 1)).p),
    tops: [0, 0.5, 1].map((t) => {
      const { p, up } = pick(t);
      return plus(p, up);
    }),
  });
  const arc = drawn("arc");
  const isArc = [1 / 8, 1 / 4, 3 / 8, 5 / 8, 3 / 4, 7 / 8].every(
    (t) => Math.hypot(...minus(pointAt(arc, t), pick(t).p)) < SAME,
  );
  return isArc ? arc : drawn("curve");
}

function plus(a: Point, b: Point): Point {
  return [a[0] + b[0], a[1] + b[1]];
}

function minus(a: Point, b: Point): Point {
  return [a[0] - b[0], a[1] - b[1]];
}

function scaled([x, y]: Point, by: number): Point {
  return [x * by, y * by];
}

function turned([x, y]: Point, angle: number): Point {
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  return [x * cos - y * sin, x * sin + y * cos];
}

function between(a: Point, b: Point, part: number): Point {
  return plus(a, scaled(minus(b, a), part));
}

function rounded([x, y]: Point, digits = 5): Point {
  return [short(x, digits), short(y, digits)];
}

function short(value: number, digits = 5): number {
  return Number(value.toFixed(digits));
}
