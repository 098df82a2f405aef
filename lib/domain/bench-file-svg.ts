import type { BenchDrawing } from "@/lib/domain/bench-file";
import type { Contour, PathStep } from "@/lib/domain/engraving-outline";
import type { ZoneOutline } from "@/lib/domain/zone-outline";

/**
 * The drawing as an SVG in true millimetres: one unit of it is one millimetre. Three layers, each in a colour of its
 * own because laser software sorts by colour: `zone` and `centre` to lay it on the piece, `engraving` to cut.
 */
export function writeBenchSvg(drawing: BenchDrawing): string {
  const { zone, centre, lines } = drawing;
  const width = mm(drawing.widthMm);
  const height = mm(drawing.heightMm);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<svg xmlns="http://www.w3.org/2000/svg" xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape" width="${width}mm" height="${height}mm" viewBox="0 0 ${width} ${height}">`,
    `<title>${escapeXml(drawing.title)}</title>`,
    `<desc>${escapeXml(drawing.notes.join(" "))}</desc>`,
    `<g ${layer("zone")} fill="none" stroke="#00a651" stroke-width="0.05">`,
    ...zone.map(writeOutline),
    "</g>",
    `<g ${layer("centre")} fill="none" stroke="#0000ff" stroke-width="0.05">`,
    ...centre.map(([x1, y1, x2, y2]) => `<path d="M${mm(x1)} ${mm(y1)}L${mm(x2)} ${mm(y2)}"/>`),
    "</g>",
    `<g ${layer("engraving")} fill="#000000" fill-rule="nonzero" stroke="none">`,
    ...lines.flatMap(({ letters }, index) => [
      `<g id="line-${index + 1}">`,
      ...letters.map((contours) => `<path d="${pathData(contours)}"/>`),
      "</g>",
    ]),
    "</g>",
    "</svg>",
    "",
  ].join("\n");
}

/** To other readers a group; Inkscape shows a group as a layer only where it is called one. */
function layer(name: string): string {
  return `id="${name}" inkscape:groupmode="layer" inkscape:label="${name}"`;
}

function writeOutline(outline: ZoneOutline): string {
  if (outline.kind === "circle")
    return `<ellipse cx="${mm(outline.x)}" cy="${mm(outline.y)}" rx="${mm(outline.radius)}" ry="${mm(outline.radius)}"/>`;
  const { x, y, width, height } = outline;
  return `<rect x="${mm(x)}" y="${mm(y)}" width="${mm(width)}" height="${mm(height)}"/>`;
}

/** Closed outlines as the `d` of a path, in millimetres. */
export function pathData(contours: readonly Contour[]): string {
  return contours.map((contour) => `${contour.map(writeStep).join("")}Z`).join("");
}

function writeStep(step: PathStep): string {
  const end = `${mm(step.x)} ${mm(step.y)}`;
  switch (step.to) {
    case "move":
      return `M${end}`;
    case "line":
      return `L${end}`;
    case "quadratic":
      return `Q${mm(step.x1)} ${mm(step.y1)} ${end}`;
    case "cubic":
      return `C${mm(step.x1)} ${mm(step.y1)} ${mm(step.x2)} ${mm(step.y2)} ${end}`;
  }
}

/** To a tenth of a micrometre, far below what any tool cuts. */
function mm(value: number): string {
  return String(Number(value.toFixed(4)));
}

/** Text between tags. What XML 1.0 can't hold at all, escaped or not, becomes U+FFFD. */
function escapeXml(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, "\uFFFD")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;");
}
