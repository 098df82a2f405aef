import { taxWithin } from "@/lib/domain/money";
import type { QuotedLine } from "@/lib/features/cart/quote-bag";

export function lineTotal(line: QuotedLine): number {
  return (line.ok ? line.price.totalMinor : line.row.shownUnitMinor) * line.row.quantity;
}

/** The tax of a line that a code made cheaper is that of the cheaper price. */
export function lineTax(line: QuotedLine, shareMinor: number, rateBps: number): number {
  if (!line.ok) return 0;
  if (shareMinor === 0) return line.price.taxMinor * line.row.quantity;
  return taxWithin(lineTotal(line) - shareMinor, rateBps);
}
