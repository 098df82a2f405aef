import { counted } from "@/lib/domain/sentence";

/** Whether a text can be engraved at all, whatever the font. Nothing here changes what was typed. */

export type TextProblem = {
  code:
    | "EMPTY"
    | "TOO_LONG"
    | "TOO_MANY_LINES"
    | "EMOJI"
    | "INVISIBLE_CHARACTER"
    | "BROKEN_CHARACTER"
    | "STACKED_ACCENTS";
  message: string;
};

export const MAX_ENGRAVING_CHARACTERS = 200;

/** The text as it is cut: composed (NFC), and a form's CRLF is one line end. All else stays as typed. */
export function normaliseEngraving(text: string): string {
  return text.replaceAll("\r\n", "\n").normalize("NFC");
}

export function engravingLines(text: string): string[] {
  return normaliseEngraving(text).split("\n");
}

/** What is charged and timed by the letter: spaces, line ends and accents cost nothing. */
export function countEngravedCharacters(text: string): number {
  return [...normaliseEngraving(text).replace(/[\s\p{M}]/gu, "")].length;
}

/** Everything that is wrong, in the order in which it is best mended. Empty: it can be cut. */
export function checkEngravingText(typed: string, maxLines: number): TextProblem[] {
  if (typed.length > MAX_ENGRAVING_CHARACTERS * 2) return [tooLong()];
  const text = normaliseEngraving(typed);
  if (text.trim() === "")
    return [{ code: "EMPTY", message: "Type what we should engrave, or leave this engraving out." }];
  const rest = text.replace(emoji, (cluster) => (isEmoji(cluster) ? " " : cluster));
  return [
    ...([...text].length > MAX_ENGRAVING_CHARACTERS ? [tooLong()] : []),
    ...lineProblems(text, maxLines),
    ...emojiProblems(text),
    ...invisibleProblems(rest),
    ...brokenProblems(rest),
    ...accentProblems(rest),
  ];
}

function tooLong(): TextProblem {
  return {
    code: "TOO_LONG",
    message: `That is longer than any piece can hold. Keep it under ${MAX_ENGRAVING_CHARACTERS} characters.`,
  };
}

function lineProblems(text: string, maxLines: number): TextProblem[] {
  const lines = text.split("\n").length;
  if (lines <= maxLines) return [];
  const room = `There is room for ${counted(maxLines, "line")} here, and yours has ${lines}.`;
  const wayOut = maxLines === 1 ? "Put it on one line." : `Use ${counted(maxLines, "line")} at most.`;
  return [{ code: "TOO_MANY_LINES", message: `${room} ${wayOut}` }];
}

/** A pictograph with its skin tones, selectors and joined partners; two letters of a flag; a keycap. */
const emoji =
  /\p{RI}{1,2}|[0-9#*]\uFE0F?\u20E3|(?:\p{Extended_Pictographic}|\p{Emoji_Presentation})(?:[\uFE0F\u{1F3FB}-\u{1F3FF}\u{E0020}-\u{E007F}]|\u200D\p{Extended_Pictographic})*/gu;

/** © and ♥ are letters to a font unless somebody asked for their picture. */
function isEmoji(cluster: string): boolean {
  return /\p{Emoji_Presentation}|\p{RI}|[\uFE0F\u20E3\u200D]/u.test(cluster);
}

function emojiProblems(text: string): TextProblem[] {
  const found = [...new Set((text.match(emoji) ?? []).filter(isEmoji))];
  return found.slice(0, 3).map((cluster) => ({
    code: "EMOJI",
    message: `“${cluster}” is an emoji, and an emoji can't be cut into metal. Leave it out, or say it in letters.`,
  }));
}

/** Controls, formatting and default-ignorable characters: a reader sees nothing, and the text may read differently. */
const invisible = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u2800]/u;

function invisibleProblems(text: string): TextProblem[] {
  const found = new Set([...text].filter((character) => character !== "\n" && invisible.test(character)));
  return [...found].slice(0, 3).map((character) => ({
    code: "INVISIBLE_CHARACTER",
    message: `There is ${nameOf(character)}${placeOf(character, text)}. It can't be seen or cut: delete it, or type the text again.`,
  }));
}

function brokenProblems(text: string): TextProblem[] {
  const found = [...text].find((character) => /[\p{Cs}\p{Co}\p{Noncharacter_Code_Point}]/u.test(character));
  if (found === undefined) return [];
  return [
    {
      code: "BROKEN_CHARACTER",
      message: `There is a character without a meaning (${codePointName(found)})${placeOf(found, text)}. Type it again.`,
    },
  ];
}

/** One accent on a letter that has no composed form may exist in a font; piles of them exist in none. */
function accentProblems(text: string): TextProblem[] {
  const found = /(?:^|[\s])\p{M}|\p{M}{2,}/mu.exec(text);
  if (!found) return [];
  return [
    {
      code: "STACKED_ACCENTS",
      message: `There are accents stacked upon one another, or on no letter${placeAt(found.index, text)}. Use one accent to a letter.`,
    },
  ];
}

const names: Record<string, string> = {
  "0000": "a NUL character",
  "0009": "a tab",
  "000D": "a carriage return",
  "00AD": "a soft hyphen",
  "200B": "a zero-width space",
  "200C": "a zero-width non-joiner",
  "200D": "a zero-width joiner",
  "200E": "a left-to-right mark",
  "200F": "a right-to-left mark",
  "2028": "a line separator",
  "2029": "a paragraph separator",
  "202A": "a left-to-right embedding",
  "202B": "a right-to-left embedding",
  "202C": "an end-of-direction mark",
  "202D": "a left-to-right override",
  "202E": "a right-to-left override",
  "2060": "a word joiner",
  "2066": "a left-to-right isolate",
  "2067": "a right-to-left isolate",
  "2069": "an end-of-isolate mark",
  FE0F: "an emoji selector",
  FEFF: "a byte-order mark",
};

function nameOf(character: string): string {
  const code = codePointName(character);
  return `${names[code.slice(2)] ?? "an invisible character"} (${code})`;
}

function codePointName(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
}

function placeOf(character: string, text: string): string {
  return placeAt(text.indexOf(character), text);
}

function placeAt(index: number, text: string): string {
  const before = [...text.slice(0, index)].filter((character) => /[\p{L}\p{N}\p{P}\p{S} ]/u.test(character));
  const tail = before.slice(-12).join("").trim();
  return tail === "" ? " at the beginning" : ` after “${tail}”`;
}
