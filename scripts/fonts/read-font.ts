import * as fontkit from "fontkit";

/** What of fontkit's font its types leave out: the parsed OpenType layout tables. */
export type Coverage = {
  version: number;
  glyphs?: number[];
  rangeRecords?: { start: number; end: number }[];
};
export type ClassDefinition = {
  version: number;
  startGlyph?: number;
  classValueArray?: number[];
  classRangeRecord?: { start: number; end: number; class: number }[];
};
type List<T> = { toArray(): T[] } | T[];
export type Value = Partial<Record<"xPlacement" | "yPlacement" | "xAdvance" | "yAdvance", number>> | null;
export type Anchor = { xCoordinate: number; yCoordinate: number };
export type Actions = { sequenceIndex: number; lookupListIndex: number }[];
export type Rule = { backtrack: number[]; input: number[]; lookahead: number[]; lookupRecords: Actions };

export type SubTable = {
  version: number;
  lookupType?: number;
  extension?: SubTable;
  coverage: Coverage;
  deltaGlyphID?: number;
  substitute?: List<number>;
  sequences?: List<List<number>>;
  ligatureSets?: List<List<{ glyph: number; components: number[] }>>;
  backtrackCoverage?: Coverage[];
  inputCoverage?: Coverage[];
  lookaheadCoverage?: Coverage[];
  lookupRecords?: Actions;
  chainRuleSets?: List<List<Rule>>;
  backtrackClassDef?: ClassDefinition;
  inputClassDef?: ClassDefinition;
  lookaheadClassDef?: ClassDefinition;
  chainClassSet?: (List<Rule> | null)[];
  pairSets?: List<List<{ secondGlyph: number; value1: Value; value2: Value }>>;
  classDef1?: ClassDefinition;
  classDef2?: ClassDefinition;
  classRecords?: List<List<{ value1: Value; value2: Value }>>;
  markCoverage?: Coverage;
  baseCoverage?: Coverage;
  markArray?: List<{ class: number; markAnchor: Anchor }>;
  baseArray?: List<(Anchor | null)[]>;
};

export type Lookup = {
  lookupType: number;
  flags: { flags: Record<string, boolean>; markAttachmentType: number };
  subTables: List<SubTable>;
};
type Language = { featureIndexes: number[] };
export type LayoutTable = {
  scriptList: { tag: string; script: { defaultLangSys: Language | null } }[];
  featureList: { tag: string; feature: { lookupListIndexes: number[] } }[];
  lookupList: List<Lookup>;
};

export type ReadFont = fontkit.Font & {
  GSUB?: LayoutTable;
  GPOS?: LayoutTable;
  GDEF?: { glyphClassDef: ClassDefinition };
};

export function openFont(file: Buffer): ReadFont {
  const font = fontkit.create(file);
  if (!("layout" in font)) throw new Error("A collection of fonts");
  return font as ReadFont;
}

export function toArray<T>(list: List<T> | undefined): T[] {
  if (!list) return [];
  return Array.isArray(list) ? list : list.toArray();
}
