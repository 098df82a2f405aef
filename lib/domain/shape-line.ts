import type { Lookup, LookupTable, OutlineFontData } from "@/lib/domain/outline-font";

/** A letter in its place: `x` from the line's beginning, `y` above its baseline, in font units. */
export type PlacedGlyph = { outline: string; x: number; y: number; advance: number };
export type ShapedLine = { advance: number; glyphs: PlacedGlyph[] };

/** Everything a font is asked while it draws. Made once a font: the tables are looked into by the thousand. */
export type OutlineFont = {
  capHeight: number;
  has(codePoint: number): boolean;
  shape(line: string): ShapedLine;
  /** of the shaped line, kerning and ligatures included: what the fit measures, preview and bench file draw */
  advance(line: string): number;
};

type Shaping = {
  data: OutlineFontData;
  marks: ReadonlySet<number>;
  sets: readonly ReadonlySet<number>[];
  glyphs: number[];
};

export function openOutlineFont(data: OutlineFontData): OutlineFont {
  const glyphOf = new Map(
    [...data.characters].map((character, index) => [character, data.glyphs[index] ?? 0]),
  );
  const marks = new Set(data.marks);
  const sets = data.sets.map((set) => new Set(set));
  const shape = (line: string): ShapedLine => {
    const [substitutions, positions] = data.scripts[scriptOf(line)] ?? [[], []];
    const glyphs = [...line].map((character) => glyphOf.get(character) ?? 0);
    const shaping = { data, marks, sets, glyphs };
    for (const index of substitutions) substitute(shaping, data.substitutions[index]);
    return place(shaping, positions);
  };
  const remembered = remembering(shape);
  return {
    capHeight: data.capHeight,
    has: (codePoint) => glyphOf.has(String.fromCodePoint(codePoint)),
    shape: remembered,
    advance: (line) => remembered(line).advance,
  };
}

/** A line is measured at several heights and then drawn, and a shopper who changes the size asks for it again. */
const REMEMBERED_LINES = 2000;

function remembering(shape: OutlineFont["shape"]): OutlineFont["shape"] {
  const known = new Map<string, ShapedLine>();
  return (line) => {
    const before = known.get(line);
    if (before) return before;
    const shaped = shape(line);
    if (known.size >= REMEMBERED_LINES) known.clear();
    known.set(line, shaped);
    return shaped;
  };
}

/** The whole line takes the rules of its first letter's script, as the measuring font library does. */
function scriptOf(line: string): string {
  const [first = ""] = line.match(/[^\p{Script=Common}\p{Script=Inherited}]/u) ?? [];
  if (/\p{Script=Latin}/u.test(first)) return "latn";
  if (/\p{Script=Cyrillic}/u.test(first)) return "cyrl";
  return /\p{Script=Greek}/u.test(first) ? "grek" : "DFLT";
}

function substitute(shaping: Shaping, lookup: Lookup | undefined): void {
  if (!lookup) return;
  for (let at = 0; at < shaping.glyphs.length; at++) {
    if (skips(shaping, lookup, at)) continue;
    at += substituteAt(shaping, lookup, at) ?? 0;
  }
}

/** By how many glyphs to go on beside the usual one; null where nothing applied. */
function substituteAt(shaping: Shaping, lookup: Lookup, at: number): number | null {
  for (const table of lookup.tables) {
    const moved = applyTable(shaping, lookup, table, at);
    if (moved !== null) return moved;
  }
  return null;
}

function applyTable(shaping: Shaping, lookup: Lookup, table: LookupTable, at: number): number | null {
  const { glyphs } = shaping;
  const glyph = glyphs[at] ?? 0;
  if (table.kind === "one") {
    const instead = table.glyphs[glyph];
    if (!instead) return null;
    glyphs.splice(at, 1, ...instead);
    return instead.length - 1;
  }
  if (table.kind === "ligature") {
    for (const [ligature = 0, ...others] of table.glyphs[glyph] ?? []) {
      const places = walk(shaping, lookup, at, 1, others.length);
      if (!places || places.some((place, index) => glyphs[place] !== others[index])) continue;
      glyphs[at] = ligature;
      for (const place of places.reverse()) glyphs.splice(place, 1);
      return 0;
    }
    return null;
  }
  return table.kind === "context" ? applyContext(shaping, lookup, table, at) : null;
}

function applyContext(
  shaping: Shaping,
  lookup: Lookup,
  { before, input, after, actions }: Extract<LookupTable, { kind: "context" }>,
  at: number,
): number | null {
  const back = walk(shaping, lookup, at, -1, before.length);
  const rest = walk(shaping, lookup, at, 1, input.length - 1 + after.length);
  if (!back || !rest) return null;
  const places = [at, ...rest];
  const inSet = (set: number | undefined, place: number | undefined) =>
    shaping.sets[set ?? -1]?.has(shaping.glyphs[place ?? -1] ?? -1) === true;
  if (!before.every((set, index) => inSet(set, back[index]))) return null;
  if (![...input, ...after].every((set, index) => inSet(set, places[index]))) return null;
  for (const [sequence, index] of actions) {
    const inner = shaping.data.substitutions[index];
    const place = inner && [at, ...(walk(shaping, inner, at, 1, sequence) ?? [])][sequence];
    if (inner && place !== undefined) substituteAt(shaping, inner, place);
  }
  return 0;
}

/** The next `count` places in a direction, past what the lookup doesn't see; null where the line ends before. */
function walk(shaping: Shaping, lookup: Lookup, from: number, step: 1 | -1, count: number): number[] | null {
  const places: number[] = [];
  let at = from;
  while (places.length < count) {
    at += step;
    if (at < 0 || at >= shaping.glyphs.length) return null;
    if (!skips(shaping, lookup, at)) places.push(at);
  }
  return places;
}

function skips({ marks, glyphs }: Shaping, lookup: Lookup, at: number): boolean {
  return lookup.skipMarks === true && marks.has(glyphs[at] ?? 0);
}

function place(shaping: Shaping, positions: readonly number[]): ShapedLine {
  const { data, glyphs, marks } = shaping;
  const advances = glyphs.map((glyph) => data.advances[glyph] ?? 0);
  const hung: ({ to: number; x: number; y: number } | undefined)[] = [];
  for (const index of positions) {
    const lookup = data.positions[index];
    if (!lookup) continue;
    for (let at = 0; at < glyphs.length; at++) {
      if (skips(shaping, lookup, at)) continue;
      const [next] = walk(shaping, lookup, at, 1, 1) ?? [];
      for (const table of lookup.tables) {
        if (table.kind === "marks") {
          const anchor = hang(shaping, table, at);
          if (anchor) hung[at] = anchor;
          if (anchor) break;
          continue;
        }
        const kern = next === undefined ? undefined : kernOf(table, glyphs[at] ?? 0, glyphs[next] ?? 0);
        if (kern === undefined) continue;
        advances[at] = (advances[at] ?? 0) + kern;
        break;
      }
    }
  }
  let x = 0;
  const starts: number[] = [];
  const placed = glyphs.map((glyph, at): PlacedGlyph => {
    const advance = marks.has(glyph) ? 0 : (advances[at] ?? 0);
    const anchor = hung[at];
    starts.push(x);
    const left = anchor ? (starts[anchor.to] ?? 0) + anchor.x : x;
    x += advance;
    return { outline: data.outlines[glyph] ?? "", x: left, y: anchor?.y ?? 0, advance };
  });
  return { advance: x, glyphs: placed };
}

function kernOf(table: LookupTable, first: number, second: number): number | undefined {
  if (table.kind === "pairs") return table.glyphs[first]?.[second];
  if (table.kind !== "classes") return undefined;
  const row = table.first[first];
  return row === undefined ? undefined : table.advances[row]?.[table.second[second] ?? 0];
}

/** An accent hangs on the nearest letter before it. */
function hang(
  { glyphs, marks }: Shaping,
  table: Extract<LookupTable, { kind: "marks" }>,
  at: number,
): { to: number; x: number; y: number } | null {
  const mark = table.marks[glyphs[at] ?? 0];
  if (!mark) return null;
  let to = at - 1;
  while (to >= 0 && marks.has(glyphs[to] ?? 0)) to--;
  const anchor = table.bases[glyphs[to] ?? -1]?.[mark[0]];
  return anchor ? { to, x: anchor[0] - mark[1], y: anchor[1] - mark[2] } : null;
}
