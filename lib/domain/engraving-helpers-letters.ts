import type { Notation } from "@/lib/domain/engraving-helpers-date";
import { shorten } from "@/lib/domain/sentence";

/** Monograms and symbols: what is usual, and in which typefaces. */

export type Monogram = Notation & {
  /** only in one of these does it read as meant */
  fonts?: readonly string[];
};
export type Monograms = { ok: true; monograms: Monogram[] } | { ok: false; message: string };

/** Their small letters are small capitals, so that one letter can stand larger than its neighbours. */
export const smallCapitalFonts: readonly string[] = ["cormorant-sc", "cinzel"];

/**
 * Three initials in the two orders that are usual. Plain: first, middle, surname, all of one height. Traditional:
 * first, surname, middle, with the surname's larger; in letters of one height that order would name somebody else.
 */
export function monograms(typed: { first: string; middle: string; surname: string }): Monograms {
  const names = { "first name": typed.first, "middle name": typed.middle, surname: typed.surname };
  const letters: string[] = [];
  for (const [name, value] of Object.entries(names)) {
    const letter = [...value.trim().normalize("NFC")];
    if (letter.length === 0) return { ok: false, message: `Give one letter for the ${name}.` };
    if (letter.length > 1)
      return {
        ok: false,
        message: `“${shorten(value.trim())}” is more than one letter: give the first of the ${name}.`,
      };
    if (!/^\p{L}$/u.test(letter[0] ?? ""))
      return { ok: false, message: `“${letter[0]}” isn’t a letter. Give one for the ${name}.` };
    letters.push(letter[0] ?? "");
  }
  const [first = "", middle = "", surname = ""] = letters.map((letter) => upper(letter));
  return {
    ok: true,
    monograms: [
      { label: "Plain order: first, middle, surname", text: `${first}${middle}${surname}` },
      { label: "Plain order, with points", text: `${first}·${middle}·${surname}` },
      {
        label: "Traditional: first, surname, middle, the surname larger",
        text: `${lower(first)}${surname}${lower(middle)}`,
        fonts: smallCapitalFonts,
      },
    ],
  };
}

const symbols = ["∞", "&", "+", "·", "•", "×", "†", "→", "←", "❦", "№", "°", "′", "″", "Ω", "π"] as const;

/** What a typeface lacks of `symbols`; a test holds it against the fonts' own tables. */
const lacking: Record<string, string> = {
  "eb-garamond": "",
  "alegreya-sans": "❦",
  jost: "→←❦№′″",
  cinzel: "→←❦№′″",
  "cormorant-sc": "",
  "great-vibes": "→←❦",
  caveat: "∞→←❦Ωπ",
  "courier-prime": "→←❦№",
};

/** The symbols that this typeface can cut; none of one that we don't know. */
export function symbolsIn(font: string): string[] {
  const missing = lacking[font];
  return missing === undefined ? [] : symbols.filter((symbol) => !missing.includes(symbol));
}

/** Every symbol that is proposed anywhere. */
export const engravingSymbols: readonly string[] = symbols;

/** A letter whose capital is two, such as ß, stays as it is. */
function upper(letter: string): string {
  const capital = letter.toUpperCase();
  return [...capital].length === 1 ? capital : letter;
}

function lower(letter: string): string {
  const small = letter.toLowerCase();
  return [...small].length === 1 ? small : letter;
}
