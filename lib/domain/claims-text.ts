import type { Materials } from "@/lib/domain/product";

/** How a product is really made, against which its words are held. */
export type ClaimContext = {
  cast: boolean;
  /** parts that others have made */
  boughtIn: readonly string[];
  zones: readonly { label: string; technique: "hand" | "machine" | "laser" }[];
  recycledComponents: readonly string[];
  allRecycled: boolean;
  materials: Materials;
};

/** Markdown's paragraphs and list items, cut into sentences; "18.5 mm" isn't an end. */
export function sentencesOf(text: string): string[] {
  return text
    .split(/\n+/)
    .flatMap((line) => line.split(/(?<=[.!?…]["”’)]?)\s+(?=["“(]?[\p{Lu}\d])/u))
    .map((sentence) => sentence.replace(/^\s*(?:\d+\.|[-*])\s+/, "").trim())
    .filter((sentence) => sentence !== "");
}

export function brokenSentences(
  text: string,
  reasonOf: (sentence: string) => string | null,
): { sentence: string; reason: string }[] {
  return sentencesOf(text).flatMap((sentence) => {
    const reason = reasonOf(sentence);
    return reason === null ? [] : [{ sentence, reason }];
  });
}

/**
 * Does the sentence claim it? "It isn't handmade", "not forged by hand" and "rather than handmade" don't: a denial
 * within the three words before is no claim.
 */
export function claims(sentence: string, pattern: RegExp): boolean {
  const denial =
    /(?:\b(?:not|never|no|nor|neither|without|than|instead of)|n['’]t)\s+(?:[\p{L}'’-]+\s+){0,3}$/iu;
  return [...sentence.matchAll(new RegExp(pattern.source, "giu"))].some(
    (match) => !denial.test(sentence.slice(0, match.index)),
  );
}

/** Does the sentence name one of these parts, by any of its telling words? */
export function names(sentence: string, parts: readonly string[]): boolean {
  const words = new Set(sentence.toLowerCase().match(/\p{L}+/gu) ?? []);
  return parts.some((part) =>
    (part.toLowerCase().match(/\p{L}{4,}/gu) ?? []).some(
      (word) => !fillers.has(word) && (words.has(word) || words.has(singular(word)) || words.has(`${word}s`)),
    ),
  );
}

const fillers = new Set(["both", "with", "from", "piece", "front", "over"]);

function singular(word: string): string {
  return word.endsWith("s") ? word.slice(0, -1) : word;
}
