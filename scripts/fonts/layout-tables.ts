import type { OutlineFontData, Lookup as OutlineLookup } from "@/lib/domain/outline-font";
import {
  type Actions,
  type ClassDefinition,
  type Coverage,
  type LayoutTable,
  type Lookup,
  type ReadFont,
  type SubTable,
  toArray,
  type Value,
} from "./read-font";

const scripts = ["DFLT", "latn", "cyrl", "grek"];
/** What a shaper does unasked for these scripts. */
const features = new Set([
  "ccmp",
  "locl",
  "rlig",
  "calt",
  "clig",
  "liga",
  "rclt",
  "curs",
  "kern",
  "mark",
  "mkmk",
]);
const MARK = 3;
const EXTENSION = { GSUB: 7, GPOS: 9 };

/** A font's substitutions, kerning and accent anchors as plain lists of rules. */
export function layoutTablesOf(
  font: ReadFont,
): Pick<OutlineFontData, "sets" | "substitutions" | "positions" | "scripts"> {
  const sets = new Map<string, number>();
  const setOf = (glyphs: readonly number[]) => {
    const key = glyphs.join(" ");
    const known = sets.get(key) ?? sets.size;
    sets.set(key, known);
    return known;
  };
  const byScript = scripts.map((tag): [string, [number[], number[]]] => [
    tag,
    [lookupsFor(font.GSUB, tag), lookupsFor(font.GPOS, tag)],
  ]);
  const substituting = withInner(new Set(byScript.flatMap(([, [indexes]]) => indexes)), font.GSUB);
  const positioning = new Set(byScript.flatMap(([, [, indexes]]) => indexes));
  const unused = { tables: [] };
  return {
    scripts: Object.fromEntries(byScript),
    substitutions: toArray(font.GSUB?.lookupList).map((lookup, index) =>
      substituting.has(index)
        ? readLookup(lookup, EXTENSION.GSUB, (type, table) =>
            readSubstitution(type, table, setOf, font.numGlyphs),
          )
        : unused,
    ),
    positions: toArray(font.GPOS?.lookupList).map((lookup, index) =>
      positioning.has(index) ? readLookup(lookup, EXTENSION.GPOS, readPosition) : unused,
    ),
    sets: [...sets.keys()].map((key) => (key === "" ? [] : key.split(" ").map(Number))),
  };
}

/** The font's own word for what is an accent, or else Unicode's. */
export function marksOf(font: ReadFont): number[] {
  const classes = font.GDEF && classesIn(font.GDEF.glyphClassDef);
  const isMark = (glyph: number) => (classes ? classes.get(glyph) === MARK : font.getGlyph(glyph).isMark);
  return Array.from({ length: font.numGlyphs }, (_, glyph) => glyph).filter(isMark);
}

/** In the font's order, which is the order in which they are applied. */
function lookupsFor(table: LayoutTable | undefined, tag: string): number[] {
  if (!table) return [];
  const find = (wanted: string) => table.scriptList.find((entry) => entry.tag === wanted)?.script;
  const script = find(tag) ?? find("DFLT") ?? find("latn");
  const byTag = new Map(
    (script?.defaultLangSys?.featureIndexes ?? []).flatMap((index) => {
      const record = table.featureList[index];
      return record ? [[record.tag, record.feature.lookupListIndexes] as const] : [];
    }),
  );
  const indexes = [...byTag].flatMap(([name, lookups]) => (features.has(name) ? lookups : []));
  return [...new Set(indexes)].sort((a, b) => a - b);
}

/** With the lookups that a context calls. */
function withInner(indexes: Set<number>, table: LayoutTable | undefined): Set<number> {
  const lookups = toArray(table?.lookupList);
  for (const index of indexes)
    for (const sub of toArray(lookups[index]?.subTables)) {
      const sets = [...toArray(sub.chainRuleSets), ...(sub.chainClassSet ?? [])];
      const rules = [sub, ...sets.flatMap((set) => toArray(set ?? []))];
      for (const rule of rules)
        for (const { lookupListIndex } of rule.lookupRecords ?? []) indexes.add(lookupListIndex);
    }
  return indexes;
}

function readLookup(
  { lookupType, flags, subTables }: Lookup,
  extension: number,
  read: (type: number, table: SubTable) => OutlineLookup["tables"],
): OutlineLookup {
  const tables = toArray(subTables).flatMap((table) =>
    lookupType === extension && table.extension
      ? read(table.lookupType ?? 0, table.extension)
      : read(lookupType, table),
  );
  return flags.flags.ignoreMarks ? { skipMarks: true, tables } : { tables };
}

function readSubstitution(
  type: number,
  table: SubTable,
  setOf: (glyphs: readonly number[]) => number,
  glyphCount: number,
): OutlineLookup["tables"] {
  const covered = type === 6 ? [] : glyphsIn(table.coverage);
  if (type === 1) {
    const substitute = toArray(table.substitute);
    const delta = table.deltaGlyphID;
    return [
      {
        kind: "one",
        glyphs: Object.fromEntries(
          covered.map((glyph, index) => [
            glyph,
            [delta === undefined ? (substitute[index] ?? glyph) : (glyph + delta) & 0xffff],
          ]),
        ),
      },
    ];
  }
  if (type === 2) {
    const sequences = toArray(table.sequences).map(toArray);
    return [
      { kind: "one", glyphs: Object.fromEntries(covered.map((glyph, i) => [glyph, sequences[i] ?? []])) },
    ];
  }
  if (type === 4) {
    const ligatures = toArray(table.ligatureSets).map((set) =>
      toArray(set).map(({ glyph, components }) => [glyph, ...components]),
    );
    return [
      {
        kind: "ligature",
        glyphs: Object.fromEntries(covered.map((glyph, i) => [glyph, ligatures[i] ?? []])),
      },
    ];
  }
  if (type === 6 && table.version === 3) {
    const toSets = (list: readonly Coverage[] = []) => list.map((coverage) => setOf(glyphsIn(coverage)));
    return [
      {
        kind: "context",
        before: toSets(table.backtrackCoverage),
        input: toSets(table.inputCoverage),
        after: toSets(table.lookaheadCoverage),
        actions: actionsOf(table.lookupRecords),
      },
    ];
  }
  if (type === 6 && table.version === 1) {
    const rules = toArray(table.chainRuleSets).map(toArray);
    const single = (glyph: number) => setOf([glyph]);
    return glyphsIn(table.coverage).flatMap((glyph, index) =>
      (rules[index] ?? []).map((rule) => ({
        kind: "context" as const,
        before: rule.backtrack.map(single),
        input: [glyph, ...rule.input].map(single),
        after: rule.lookahead.map(single),
        actions: actionsOf(rule.lookupRecords),
      })),
    );
  }
  if (type === 6 && table.version === 2) {
    const covered = new Set(glyphsIn(table.coverage));
    const before = classSets(table.backtrackClassDef, glyphCount);
    const input = classSets(table.inputClassDef, glyphCount);
    const after = classSets(table.lookaheadClassDef, glyphCount);
    return (table.chainClassSet ?? []).flatMap((rules, first) =>
      toArray(rules ?? []).map((rule) => ({
        kind: "context" as const,
        before: rule.backtrack.map((index) => setOf(before(index))),
        input: [
          setOf(input(first).filter((glyph) => covered.has(glyph))),
          ...rule.input.map((index) => setOf(input(index))),
        ],
        after: rule.lookahead.map((index) => setOf(after(index))),
        actions: actionsOf(rule.lookupRecords),
      })),
    );
  }
  throw new Error(`No reader for a substitution of type ${type}, format ${table.version}`);
}

function readPosition(type: number, table: SubTable): OutlineLookup["tables"] {
  if (type === 2 && table.version === 1) {
    const sets = toArray(table.pairSets).map((set) =>
      Object.fromEntries(
        toArray(set).map(({ secondGlyph, value1, value2 }) => [secondGlyph, advanceOf(value1, value2)]),
      ),
    );
    return [
      {
        kind: "pairs",
        glyphs: Object.fromEntries(glyphsIn(table.coverage).map((glyph, i) => [glyph, sets[i] ?? {}])),
      },
    ];
  }
  if (type === 2) {
    const first = classesIn(table.classDef1);
    return [
      {
        kind: "classes",
        first: Object.fromEntries(glyphsIn(table.coverage).map((glyph) => [glyph, first.get(glyph) ?? 0])),
        second: Object.fromEntries(classesIn(table.classDef2)),
        advances: toArray(table.classRecords).map((row) =>
          toArray(row).map(({ value1, value2 }) => advanceOf(value1, value2)),
        ),
      },
    ];
  }
  if (type === 4) {
    const marks = toArray(table.markArray).map(({ class: kind, markAnchor }): [number, number, number] => [
      kind,
      markAnchor.xCoordinate,
      markAnchor.yCoordinate,
    ]);
    const bases = toArray(table.baseArray).map((anchors) =>
      anchors.map((anchor): [number, number] | null => anchor && [anchor.xCoordinate, anchor.yCoordinate]),
    );
    return [
      {
        kind: "marks",
        marks: Object.fromEntries(
          glyphsIn(table.markCoverage).map((glyph, i) => [glyph, marks[i] ?? [0, 0, 0]]),
        ),
        bases: Object.fromEntries(glyphsIn(table.baseCoverage).map((glyph, i) => [glyph, bases[i] ?? []])),
      },
    ];
  }
  // Accents upon ligatures and upon accents: a text with such is refused before it is drawn.
  return [];
}

function actionsOf(records: Actions = []): [number, number][] {
  return records.map(({ sequenceIndex, lookupListIndex }) => [sequenceIndex, lookupListIndex]);
}

/** Kerning moves what follows, and nothing else. */
function advanceOf(value1: Value, value2: Value): number {
  const others = [value1?.xPlacement, value1?.yPlacement, value1?.yAdvance, ...Object.values(value2 ?? {})];
  if (others.some((value) => typeof value === "number" && value !== 0))
    throw new Error("Kerning that shifts");
  return value1?.xAdvance ?? 0;
}

function glyphsIn(coverage: Coverage | undefined): number[] {
  if (coverage?.glyphs) return coverage.glyphs;
  return (coverage?.rangeRecords ?? []).flatMap(({ start, end }) =>
    Array.from({ length: end - start + 1 }, (_, index) => start + index),
  );
}

/** Class 0 is every glyph that no other class has. */
function classSets(definition: ClassDefinition | undefined, glyphCount: number): (index: number) => number[] {
  const classes = classesIn(definition);
  return (index) =>
    Array.from({ length: glyphCount }, (_, glyph) => glyph).filter(
      (glyph) => (classes.get(glyph) ?? 0) === index,
    );
}

function classesIn(definition: ClassDefinition | undefined): Map<number, number> {
  const classes = new Map<number, number>();
  (definition?.classValueArray ?? []).forEach((value, index) => {
    classes.set((definition?.startGlyph ?? 0) + index, value);
  });
  for (const range of definition?.classRangeRecord ?? [])
    for (let glyph = range.start; glyph <= range.end; glyph++) classes.set(glyph, range.class);
  return classes;
}
