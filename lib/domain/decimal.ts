export type Fraction = 0.25 | 0.5 | 1;

const fractions: Record<string, number> = {
  "½": 0.5,
  "1/2": 0.5,
  "¼": 0.25,
  "1/4": 0.25,
  "¾": 0.75,
  "3/4": 0.75,
};
const pattern = /^(\d{1,4})(?:[.,](\d{1,3})|\s*(½|¼|¾|(?<=\s)[13]\/[24]))?$/;

/** "6", "6.5", "6,5", "6½" or "6 1/2" as people write sizes and lengths; null for anything else. */
export function parseDecimal(text: string): number | null {
  if (text in fractions) return fractions[text] ?? null;
  const match = pattern.exec(text);
  if (!match) return null;
  return Number(`${match[1]}.${match[2] ?? "0"}`) + (match[3] ? (fractions[match[3]] ?? 0) : 0);
}

/** The shortest way to write it, two decimals at most: "6.5", "54". */
export function writeDecimal(n: number): string {
  return String(Math.round(n * 100) / 100);
}
