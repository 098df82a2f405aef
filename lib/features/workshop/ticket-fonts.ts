import { readFile } from "node:fs/promises";
import { join } from "node:path";
import decompress from "woff2-encoder/decompress";
import { engravingFonts, findEngravingFont } from "@/lib/domain/engraving-fonts";
import { engravingFaces } from "@/lib/features/quotes/fonts";

const REMEMBERED_GRAPHEMES = 2000;

/** A stretch of text that one font has all letters of. */
export type TextRun = { font: string; text: string };

/** Greek and Cyrillic first; whatever can be engraved is in one of the others. */
const preferred = ["alegreya-sans", "eb-garamond", "jost"] as const;
const order = [...new Set<string>([...preferred, ...engravingFonts.map(({ id }) => id)])];

/**
 * A PDF has no fallback fonts: each letter is set in the first of ours that has it, an unknown one as "?".
 * `wanted`: the font for the whole text, if it has all of it.
 */
export function splitByFont(text: string, wanted?: string): TextRun[] {
  if (wanted && hasAll(wanted, text)) return [{ font: wanted, text }];
  const runs: TextRun[] = [];
  for (const { segment } of graphemes.segment(text)) {
    const found = findFont(segment);
    const font = found ?? preferred[0];
    const shown = found ? segment : "?";
    const last = runs.at(-1);
    if (last?.font === font) last.text += shown;
    else runs.push({ font, text: shown });
  }
  return runs;
}

const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });
/** Asking a font takes a while, and a ticket asks for the same letters again and again. */
const found = new Map<string, string | null>();

function findFont(grapheme: string): string | null {
  const known = found.get(grapheme);
  if (known !== undefined) return known;
  const id = order.find((candidate) => hasAll(candidate, grapheme)) ?? null;
  if (found.size < REMEMBERED_GRAPHEMES) found.set(grapheme, id);
  return id;
}

function hasAll(id: string, grapheme: string): boolean {
  const face = engravingFaces.get(id);
  return face !== undefined && [...grapheme].every((character) => face.has(character.codePointAt(0) ?? 0));
}

const files = new Map<string, Promise<Uint8Array>>();

/** The font as a PDF can hold it, which knows no WOFF2. */
export function loadTicketFont(id: string): Promise<Uint8Array> {
  const known = files.get(id);
  if (known) return known;
  const font = findEngravingFont(id);
  if (!font) throw new Error(`There is no font ${id}`);
  const loaded = readFile(join(process.cwd(), "public", font.file)).then((file) => decompress(file));
  files.set(id, loaded);
  return loaded;
}
