/** Small parts of the sentences that a shopper reads. */

/** "Ruby, emerald or sapphire". */
export function orList(words: readonly string[]): string {
  return joined(words, "or");
}

/** "Ruby, emerald and sapphire". */
export function andList(words: readonly string[]): string {
  return joined(words, "and");
}

/** "1 line", "3 lines". */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

/** "14 mm", "17.2 mm". */
export function inMm(mm: number, digits = 1): string {
  return `${Number(mm.toFixed(digits))} mm`;
}

/** What somebody typed, short enough to be said back to them, and without what can't be shown. */
export function shorten(value: string, length = 12): string {
  // A long input is cut before anything looks at it.
  const visible = value
    .slice(0, length * 4)
    .replace(/[\p{C}\p{Zl}\p{Zp}]/gu, "�")
    .trim();
  const characters = [...visible];
  return characters.length > length || value.length > length * 4
    ? `${characters.slice(0, length).join("")}…`
    : visible;
}

export function upperFirst(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

export function lowerFirst(text: string): string {
  return text.slice(0, 1).toLowerCase() + text.slice(1);
}

function joined(words: readonly string[], last: string): string {
  if (words.length < 2) return words[0] ?? "";
  return `${words.slice(0, -1).join(", ")} ${last} ${words.at(-1)}`;
}
