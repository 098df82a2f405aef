import type { BenchDrawing, Segment } from "@/lib/domain/bench-file";
import { flattenContour, type Point } from "@/lib/domain/flatten-contour";
import type { ZoneOutline } from "@/lib/domain/zone-outline";

/** How far a straight piece may lie from the curve that it stands for. */
export const DXF_TOLERANCE_MM = 0.005;

/**
 * The drawing as a DXF of release 12 (AC1009), which every laser and every CAM program reads: closed polylines on the
 * layers ZONE, CENTRE and ENGRAVING. R12 knows no curves and no units: the curves are flattened, and that one unit is
 * a millimetre stands in the comment. ($INSUNITS came with release 2000; a strict reader of R12 stumbles over it.)
 * ASCII only: the engraved text itself is there as outlines alone.
 */
export function writeBenchDxf(drawing: BenchDrawing): string {
  const { widthMm, heightMm, zone, centre, lines } = drawing;
  const outlines = lines.flatMap(({ letters }) => letters.flat());
  // DXF counts upwards.
  const up = (points: readonly Point[]): Point[] => points.map(([x, y]) => [x, heightMm - y]);
  return [
    pair(999, `${drawing.fileName}, 1 unit = 1 mm, curves flattened to ${DXF_TOLERANCE_MM} mm`),
    ...header(widthMm, heightMm),
    ...tables,
    ...section("ENTITIES", [
      ...zone.flatMap((outline) =>
        outline.kind === "circle"
          ? circle("ZONE", [outline.x, heightMm - outline.y], outline.radius)
          : polyline("ZONE", up(cornersOf(outline))),
      ),
      ...centre.flatMap((mark) => line("CENTRE", mark, heightMm)),
      ...outlines.flatMap((contour) => polyline("ENGRAVING", up(flattenContour(contour, DXF_TOLERANCE_MM)))),
    ]),
    pair(0, "EOF"),
    "",
  ].join("\r\n");
}

function header(widthMm: number, heightMm: number): string[] {
  return section("HEADER", [
    pair(9, "$ACADVER"),
    pair(1, "AC1009"),
    pair(9, "$EXTMIN"),
    ...at(10, 0, 0),
    pair(9, "$EXTMAX"),
    ...at(10, widthMm, heightMm),
    // decimal, to four places
    pair(9, "$LUNITS"),
    pair(70, "2"),
    pair(9, "$LUPREC"),
    pair(70, "4"),
  ]);
}

/** AutoCAD's colours by number: green, blue, and 7, which is black on white. */
const layers = [
  ["ZONE", 3],
  ["CENTRE", 5],
  ["ENGRAVING", 7],
] as const;

const tables = section("TABLES", [
  ...table("LTYPE", [
    [pair(0, "LTYPE"), pair(2, "CONTINUOUS"), pair(70, "0"), pair(3, "Solid line"), pair(72, "65")].concat(
      pair(73, "0"),
      pair(40, "0.0"),
    ),
  ]),
  ...table(
    "LAYER",
    layers.map(([name, colour]) => [
      pair(0, "LAYER"),
      pair(2, name),
      pair(70, "0"),
      pair(62, String(colour)),
      pair(6, "CONTINUOUS"),
    ]),
  ),
]);

function cornersOf({ x, y, width, height }: Extract<ZoneOutline, { kind: "rectangle" }>): Point[] {
  return [
    [x, y],
    [x + width, y],
    [x + width, y + height],
    [x, y + height],
  ];
}

function circle(layer: string, [x, y]: Point, radius: number): string[] {
  return [pair(0, "CIRCLE"), pair(8, layer), ...at(10, x, y), pair(30, "0.0"), pair(40, radius.toFixed(4))];
}

function polyline(layer: string, points: readonly Point[]): string[] {
  return [
    pair(0, "POLYLINE"),
    pair(8, layer),
    // vertices follow; closed
    pair(66, "1"),
    ...at(10, 0, 0),
    pair(30, "0.0"),
    pair(70, "1"),
    ...points.flatMap(([x, y]) => [pair(0, "VERTEX"), pair(8, layer), ...at(10, x, y), pair(30, "0.0")]),
    pair(0, "SEQEND"),
    pair(8, layer),
  ];
}

function line(layer: string, [x1, y1, x2, y2]: Segment, heightMm: number): string[] {
  return [
    pair(0, "LINE"),
    pair(8, layer),
    ...at(10, x1, heightMm - y1),
    pair(30, "0.0"),
    ...at(11, x2, heightMm - y2),
    pair(31, "0.0"),
  ];
}

function section(name: string, content: readonly string[]): string[] {
  return [pair(0, "SECTION"), pair(2, name), ...content, pair(0, "ENDSEC")];
}

function table(name: string, entries: readonly (readonly string[])[]): string[] {
  return [
    pair(0, "TABLE"),
    pair(2, name),
    pair(70, String(entries.length)),
    ...entries.flat(),
    pair(0, "ENDTAB"),
  ];
}

function at(code: number, x: number, y: number): string[] {
  return [pair(code, x.toFixed(4)), pair(code + 10, y.toFixed(4))];
}

function pair(code: number, value: string): string {
  return `${String(code).padStart(3)}\r\n${value}`;
}
