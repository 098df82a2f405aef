import { engravingLines } from "@/lib/domain/engraving-text";
import type { WayOut } from "@/lib/domain/field-errors";
import { lowerFirst, orList, shorten } from "@/lib/domain/sentence";

/**
 * What could be engraved instead of a text that doesn't fit. These are proposals: whoever asks measures them, and
 * only the shopper takes one up. Nothing here changes what was typed.
 */
type OtherText = WayOut & { text: string };

/** Shorter ways to write it, the gentlest first. */
export function shorterTexts(text: string, maxLines: number): OtherText[] {
  const ways = [
    other(text, "Take out the spare spaces", tidySpaces),
    other(text, plural(text, /,/g, "Drop the comma"), dropCommas),
    other(text, plural(text, endStops, "Drop the full stop"), dropStops),
    other(text, "Drop the punctuation", dropPunctuation),
    other(text, "Write “&” for “and”", ampersand),
    ...onMoreLines(text, maxLines),
    other(text, "Write “&” for “and” and drop the punctuation", (typed) => ampersand(dropPunctuation(typed))),
    other(text, "Close up the “&”", closeUp),
  ];
  return different(text, ways);
}

/** The same words on fewer lines. */
export function fewerLines(text: string): OtherText[] {
  const lines = engravingLines(text);
  return lines.slice(1).map((_line, index) => {
    const left = lines.length - 1 - index;
    const joined = [...lines.slice(0, left - 1), lines.slice(left - 1).join(" ")].join("\n");
    return { label: left === 1 ? "Put it on one line" : `Put it on ${left} lines`, text: joined };
  });
}

/** What a typeface lacks, written with what it has, or left out. */
export function othersInFont(
  text: string,
  missing: readonly string[],
  has: (character: string) => boolean,
): OtherText[] {
  const replaced = missing.map((character) => {
    const instead = plainer[character] ?? character.normalize("NFD").replace(/\p{M}/gu, "");
    return instead !== character && instead !== "" && [...instead].every(has) ? instead : null;
  });
  const swap = (typed: string) =>
    missing.reduce((so, character, index) => so.replaceAll(character, replaced[index] ?? character), typed);
  const drop = (typed: string) => missing.reduce((so, character) => so.replaceAll(character, ""), typed);
  const [first] = missing;
  const swapLabel =
    missing.length === 1 ? `Write “${replaced[0]}” for “${first}”` : `Write “${shorten(swap(text), 30)}”`;
  return different(text, [
    ...(replaced.includes(null) ? [] : [other(text, swapLabel, swap)]),
    other(text, missing.length === 1 ? `Leave out “${first}”` : "Leave them out", (typed) =>
      drop(typed).replace(/ {2,}/g, " ").trim(),
    ),
  ]);
}

/** "Drop the comma or set it in Caveat". */
export function wordsOf(ways: readonly WayOut[]): string {
  const [first = "", ...rest] = ways.map(({ label }) => label);
  return orList([first, ...rest.map(lowerFirst)]);
}

/** A stop between digits belongs to a date. */
const endStops = /(?<!\d)\.|\.(?!\d)/g;

const plainer: Partial<Record<string, string>> = {
  ...{ "’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "…": "...", "′": "'", "″": '"' },
  "·": ".",
};

const dropCommas = (text: string) => text.replaceAll(",", "");
const dropStops = (text: string) => text.replace(endStops, "");
const dropPunctuation = (text: string) => dropStops(dropCommas(text)).replace(/[;:!?…]/g, "");
const ampersand = (text: string) => text.replace(/ and /gi, " & ");
const closeUp = (text: string) => text.replace(/ ([&+]) /g, "$1");
const tidySpaces = (text: string) =>
  text
    .split("\n")
    .map((line) => line.replace(/ {2,}/g, " ").trim())
    .join("\n");

/** Broken at the space nearest the middle, where the place has a line left. */
function onMoreLines(text: string, maxLines: number): OtherText[] {
  const lines = engravingLines(text);
  const longest = lines.reduce((best, line) => (line.length > best.length ? line : best), "");
  const spaces = [...longest.matchAll(/ /g)].map(({ index }) => index);
  const middle = longest.length / 2;
  const at = spaces.sort((a, b) => Math.abs(a - middle) - Math.abs(b - middle))[0];
  if (lines.length >= maxLines || at === undefined) return [];
  const broken = `${longest.slice(0, at)}\n${longest.slice(at + 1)}`;
  const label = lines.length === 1 ? "Put it on two lines" : "Break the longest line";
  return [{ label, text: text.replace(longest, () => broken) }];
}

function other(text: string, label: string, change: (text: string) => string): OtherText {
  return { label, text: change(text) };
}

function plural(text: string, what: RegExp, label: string): string {
  return (text.match(what)?.length ?? 0) > 1 ? `${label}s` : label;
}

function different(text: string, ways: readonly OtherText[]): OtherText[] {
  const seen = new Set([text]);
  return ways.filter((way) => {
    if (way.text.trim() === "" || seen.has(way.text)) return false;
    seen.add(way.text);
    return true;
  });
}
