/** A DXF read back the way every reader does: pairs of group code and value. Understands what the bench file may hold. */
export type DxfPolyline = { layer: string; closed: boolean; points: [number, number][] };
export type DxfFile = {
  version: string;
  /** name -> colour */
  layers: Record<string, number>;
  polylines: DxfPolyline[];
  lines: { layer: string; from: [number, number]; to: [number, number] }[];
  circles: { layer: string; centre: [number, number]; radius: number }[];
  comments: string[];
};

type Pair = readonly [number, string];

export function parseDxf(text: string): DxfFile {
  const pairs = readPairs(text);
  if (pairs.at(-1)?.[1] !== "EOF") throw new Error("Cut off");
  const entities = splitAtZero(sectionOf(pairs, "ENTITIES"));
  const value = (entity: readonly Pair[], code: number) => entity.find((pair) => pair[0] === code)?.[1] ?? "";
  const point = (entity: readonly Pair[], code: number): [number, number] => [
    Number(value(entity, code)),
    Number(value(entity, code + 10)),
  ];
  const polylines: DxfPolyline[] = [];
  const lines: DxfFile["lines"] = [];
  const circles: DxfFile["circles"] = [];
  let open: DxfPolyline | null = null;
  for (const entity of entities) {
    const layer = value(entity, 8);
    switch (entity[0]?.[1]) {
      case "POLYLINE":
        if (open) throw new Error("A polyline within a polyline");
        open = { layer, closed: value(entity, 70) === "1", points: [] };
        break;
      case "VERTEX":
        if (!open || open.layer !== layer) throw new Error("A vertex of no polyline");
        open.points.push(point(entity, 10));
        break;
      case "SEQEND":
        if (!open) throw new Error("The end of no polyline");
        polylines.push(open);
        open = null;
        break;
      case "LINE":
        lines.push({ layer, from: point(entity, 10), to: point(entity, 11) });
        break;
      case "CIRCLE":
        circles.push({ layer, centre: point(entity, 10), radius: Number(value(entity, 40)) });
        break;
      default:
        throw new Error(`An entity that R12 has but we don't write: ${entity[0]?.[1]}`);
    }
  }
  if (open) throw new Error("A polyline without an end");
  const header = sectionOf(pairs, "HEADER");
  const version = header[header.findIndex((pair) => pair[1] === "$ACADVER") + 1]?.[1] ?? "";
  const layers = splitAtZero(sectionOf(pairs, "TABLES")).filter((entry) => entry[0]?.[1] === "LAYER");
  return {
    version,
    layers: Object.fromEntries(layers.map((entry) => [value(entry, 2), Number(value(entry, 62))])),
    polylines,
    lines,
    circles,
    comments: pairs.filter(([code]) => code === 999).map(([, comment]) => comment),
  };
}

function readPairs(text: string): Pair[] {
  const rows = text.replace(/\r\n$/, "").split("\r\n");
  if (rows.length % 2 !== 0) throw new Error("A group code without a value");
  return Array.from({ length: rows.length / 2 }, (_, index) => {
    const code = rows[2 * index] ?? "";
    if (!/^ *\d{1,4}$/.test(code)) throw new Error(`No group code: ${code}`);
    return [Number(code), rows[2 * index + 1] ?? ""];
  });
}

function sectionOf(pairs: readonly Pair[], name: string): Pair[] {
  const start = pairs.findIndex(
    ([code, value], index) => code === 2 && value === name && pairs[index - 1]?.[1] === "SECTION",
  );
  if (start < 0) throw new Error(`No section ${name}`);
  const end = pairs.findIndex(([code, value], index) => index > start && code === 0 && value === "ENDSEC");
  return pairs.slice(start + 1, end);
}

function splitAtZero(pairs: readonly Pair[]): Pair[][] {
  const groups: Pair[][] = [];
  for (const pair of pairs) {
    if (pair[0] === 0) groups.push([pair]);
    else groups.at(-1)?.push(pair);
  }
  return groups;
}
