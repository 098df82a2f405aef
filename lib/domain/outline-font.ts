import * as z from "zod/mini";

/**
 * An engraving font as data: every letter's outline with the rules by which letters follow one another. It is written
 * from the font's own file (scripts/fonts), and shaped by lib/domain/shape-line.ts, in browser and server alike. All
 * lengths are in font units, y upward.
 */
const numbers = z.array(z.number());
const byGlyph = <T extends z.ZodMiniType>(value: T) => z.record(z.string(), value);

const tableSchema = z.discriminatedUnion("kind", [
  /** one glyph becomes these */
  z.strictObject({ kind: z.literal("one"), glyphs: byGlyph(numbers) }),
  /** by first glyph: [what they become, second, third …] */
  z.strictObject({ kind: z.literal("ligature"), glyphs: byGlyph(z.array(numbers)) }),
  /** between those sets of glyphs, do [at this place, that lookup] */
  z.strictObject({
    kind: z.literal("context"),
    /** nearest first */
    before: numbers,
    input: numbers,
    after: numbers,
    actions: z.array(z.tuple([z.number(), z.number()])),
  }),
  /** advance added between a first and a second glyph */
  z.strictObject({ kind: z.literal("pairs"), glyphs: byGlyph(byGlyph(z.number())) }),
  z.strictObject({
    kind: z.literal("classes"),
    first: byGlyph(z.number()),
    second: byGlyph(z.number()),
    advances: z.array(numbers),
  }),
  /** marks: [class, x, y]; bases: an anchor for each class */
  z.strictObject({
    kind: z.literal("marks"),
    marks: byGlyph(z.tuple([z.number(), z.number(), z.number()])),
    bases: byGlyph(z.array(z.nullable(z.tuple([z.number(), z.number()])))),
  }),
]);
export type LookupTable = z.infer<typeof tableSchema>;

const lookupSchema = z.strictObject({
  skipMarks: z.optional(z.literal(true)),
  /** the first that applies is the only one that does */
  tables: z.array(tableSchema),
});
export type Lookup = z.infer<typeof lookupSchema>;

export const outlineFontSchema = z.strictObject({
  version: z.literal(1),
  unitsPerEm: z.number(),
  capHeight: z.number(),
  /** all that the font has, and the glyph of each */
  characters: z.string(),
  glyphs: numbers,
  /** by glyph */
  advances: numbers,
  /** by glyph: SVG path data, relative after each contour's first point */
  outlines: z.array(z.string().check(z.regex(/^[Mlqcz\d .-]*$/))),
  /** glyphs that are accents */
  marks: numbers,
  /** lists of glyphs that contexts name by their index */
  sets: z.array(numbers),
  substitutions: z.array(lookupSchema),
  positions: z.array(lookupSchema),
  /** by script: lookups among the substitutions, and among the positions */
  scripts: z.record(z.string(), z.tuple([numbers, numbers])),
});
export type OutlineFontData = z.infer<typeof outlineFontSchema>;
