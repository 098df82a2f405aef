/** Boxes round drawn paths, worked out apart from the product's own code: a judge shouldn't be a party. */
export type Ink = { minX: number; minY: number; maxX: number; maxY: number };
type Point = [number, number];

/** Exact for lines and quadratics; cubics are sampled. Fails on whatever isn't an absolute, closed path. */
export function inkOfPath(d: string): Ink & { contours: number } {
  const tokens = d.match(/[A-Za-z]|-?\d+(?:\.\d+)?/g) ?? [];
  if (tokens.join("").replaceAll("-", "") !== d.replace(/[\s-]/g, "")) throw new Error(`No path: ${d}`);
  const ink = new InkGatherer();
  let at = 0;
  let open = false;
  let contours = 0;
  const numbers = (count: number): number[] =>
    Array.from({ length: count }, () => {
      const value = Number(tokens[at++]);
      if (!Number.isFinite(value)) throw new Error(`No number in ${d}`);
      return value;
    });
  while (at < tokens.length) {
    const command = tokens[at++];
    if ((command === "M") === open) throw new Error(`Not closed, or drawn after closing: ${d}`);
    if (command === "Z") {
      open = false;
      contours += 1;
    } else if (command === "M") {
      open = true;
      ink.move(numbers(2) as Point);
    } else if (command === "L") ink.line(numbers(2) as Point);
    else if (command === "Q") ink.quadratic(numbers(2) as Point, numbers(2) as Point);
    else if (command === "C") ink.cubic(numbers(2) as Point, numbers(2) as Point, numbers(2) as Point);
    else throw new Error(`A command of its own: ${command}`);
  }
  if (open) throw new Error(`Left open: ${d}`);
  return { ...ink.box, contours };
}

export class InkGatherer {
  box: Ink = {
    minX: Number.POSITIVE_INFINITY,
    minY: Number.POSITIVE_INFINITY,
    maxX: Number.NEGATIVE_INFINITY,
    maxY: Number.NEGATIVE_INFINITY,
  };
  private from: Point = [0, 0];

  move(to: Point) {
    this.touch(to);
    this.from = to;
  }
  line(to: Point) {
    this.move(to);
  }
  quadratic(control: Point, to: Point) {
    const from = this.from;
    for (const axis of [0, 1] as const) {
      const bend = from[axis] - 2 * control[axis] + to[axis];
      const t = bend === 0 ? 0 : (from[axis] - control[axis]) / bend;
      if (t > 0 && t < 1) this.touch(bezier([from, control, to], t));
    }
    this.move(to);
  }
  cubic(first: Point, second: Point, to: Point) {
    const from = this.from;
    for (let step = 1; step < 256; step += 1) this.touch(bezier([from, first, second, to], step / 256));
    this.move(to);
  }
  private touch([x, y]: Point) {
    const { minX, minY, maxX, maxY } = this.box;
    this.box = {
      minX: Math.min(minX, x),
      minY: Math.min(minY, y),
      maxX: Math.max(maxX, x),
      maxY: Math.max(maxY, y),
    };
  }
}

/** The box round boxes. */
export function joinInk(boxes: readonly Ink[]): Ink {
  return {
    minX: Math.min(...boxes.map(({ minX }) => minX)),
    minY: Math.min(...boxes.map(({ minY }) => minY)),
    maxX: Math.max(...boxes.map(({ maxX }) => maxX)),
    maxY: Math.max(...boxes.map(({ maxY }) => maxY)),
  };
}

function bezier(points: readonly Point[], t: number): Point {
  const [first] = points;
  if (points.length === 1 && first) return first;
  return bezier(
    points.slice(1).map(([x, y], index): Point => {
      const [x0, y0] = points[index] ?? [0, 0];
      return [x0 + (x - x0) * t, y0 + (y - y0) * t];
    }),
    t,
  );
}
