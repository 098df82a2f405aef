import type { Phrase } from "@/lib/domain/forecast-words";
import { formatMoney } from "@/lib/domain/money";

/** "2026-12-08" to "Tuesday 8 December 2026": a mail is read days later, and kept for years. */
export function longDay(date: string): string {
  return words(date, { weekday: "long", day: "numeric", month: "long", year: "numeric" });
}

/** "Wednesday 9" and "Friday 11 December 2026": what they share is said once. */
export function dayRange(from: string, to: string): string {
  if (from === to) return `on ${longDay(from)}`;
  const first =
    from.slice(0, 7) === to.slice(0, 7)
      ? words(from, { weekday: "long", day: "numeric" })
      : from.slice(0, 4) === to.slice(0, 4)
        ? words(from, { weekday: "long", day: "numeric", month: "long" })
        : longDay(from);
  return `between ${first} and ${longDay(to)}`;
}

export function money(minor: number, currency: string): string {
  return formatMoney(minor, currency);
}

/** A sentence that the order's page shows as well, its days written as in mails. */
export function sentence(phrases: readonly Phrase[]): string {
  return phrases
    .map((phrase) =>
      typeof phrase === "string"
        ? phrase
        : "day" in phrase
          ? longDay(phrase.day)
          : dayRange(phrase.from, phrase.to),
    )
    .join("");
}

/** "2 × Willow ring and Moon pendant" */
export function holds(pieces: readonly { name: string; quantity: number }[]): string {
  const names = pieces.map(({ name, quantity }) => (quantity > 1 ? `${quantity} × ${name}` : name));
  return new Intl.ListFormat("en-GB").format(names);
}

/** "a ring and 2 pendants" is beyond us: "your piece", "your 3 pieces". */
export function yourPieces(pieces: readonly { quantity: number }[]): string {
  const count = pieces.reduce((sum, piece) => sum + piece.quantity, 0);
  return count === 1 ? "your piece" : `your ${count} pieces`;
}

type Difference = { differenceMinor: number; currency: string };

/** Before it is agreed to. */
export function differenceWords({ differenceMinor, currency }: Difference): string {
  if (differenceMinor === 0) return "The price stays the same.";
  return differenceMinor > 0
    ? `It costs ${money(differenceMinor, currency)} more, which is paid when you confirm.`
    : `It costs ${money(-differenceMinor, currency)} less, which goes back to you when you confirm.`;
}

/** Afterwards. */
export function paidDifferenceWords({ differenceMinor, currency }: Difference): string {
  if (differenceMinor === 0) return "The price stayed the same.";
  return differenceMinor > 0
    ? `You have paid ${money(differenceMinor, currency)} more for it.`
    : `${money(-differenceMinor, currency)} goes back to where it came from.`;
}

// A plain date has no zone; UTC on both sides leaves it alone.
function words(date: string, options: Intl.DateTimeFormatOptions): string {
  const format = new Intl.DateTimeFormat("en-GB", { ...options, timeZone: "UTC" });
  return format.format(new Date(`${date}T00:00:00Z`)).replace(",", "");
}
