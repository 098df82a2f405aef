/** One step of a letter's outline; lengths in font units, y upwards. */
export type PathStep =
  | { to: "move"; x: number; y: number }
  | { to: "line"; x: number; y: number }
  | { to: "quadratic"; x1: number; y1: number; x: number; y: number }
  | { to: "cubic"; x1: number; y1: number; x2: number; y2: number; x: number; y: number };

/** Begins with a move and is closed: the way back to that point is understood, not written. */
export type Contour = readonly PathStep[];

/** An outline font's letter, as its path data has it (outline-font.ts), as steps that can be scaled and cut. */
export function contoursOf(outline: string): Contour[] {
  const contours: PathStep[][] = [];
  let [x, y] = [0, 0];
  for (const [, letter = "", numbers = ""] of outline.matchAll(/([MlqcZz])([^MlqcZz]*)/g)) {
    const values = (numbers.match(/-?\d+(\.\d+)?/g) ?? []).map(Number);
    const points = pairsOf(values).map(([dx, dy]): [number, number] =>
      letter === "M" ? [dx, dy] : [x + dx, y + dy],
    );
    const end = points.at(-1);
    if (!end) continue;
    [x, y] = end;
    const [[x1, y1] = [0, 0], [x2, y2] = [0, 0]] = points;
    if (letter === "M") contours.push([{ to: "move", x, y }]);
    else if (letter === "l") contours.at(-1)?.push({ to: "line", x, y });
    else if (letter === "q") contours.at(-1)?.push({ to: "quadratic", x1, y1, x, y });
    else contours.at(-1)?.push({ to: "cubic", x1, y1, x2, y2, x, y });
  }
  // A lone point encloses nothing.
  return contours.filter((contour) => contour.length > 1).map(withoutReturn);
}

function pairsOf(values: readonly number[]): [number, number][] {
  return values.flatMap((value, index) =>
    index % 2 === 0 ? [[value, values[index + 1] ?? 0] as [number, number]] : [],
  );
}

/** A straight way back to the start is what closing means: kept, it would be a step of no length. */
function withoutReturn(contour: PathStep[]): Contour {
  const first = contour[0];
  const last = contour.at(-1);
  const returns = first && last?.to === "line" && last.x === first.x && last.y === first.y;
  return returns ? contour.slice(0, -1) : contour;
}
