/**
 * An engraving's lines as one text. A stroke between two lines is how a new line reads; where the text has strokes of
 * its own the lines are counted instead, so that "A / B" on one line never reads as A above B.
 */
export function engravingInWords(text: string): string {
  const lines = text.split("\n");
  const ambiguous = text.includes("/") && (lines.length > 1 || text.includes(" / "));
  if (!ambiguous) return `“${lines.join(" / ")}”`;
  if (lines.length === 1) return `“${text}” on one line`;
  return lines.map((line, index) => `line ${index + 1} “${line}”`).join(", ");
}
