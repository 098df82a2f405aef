import { type Minor, minorDigits } from "@/lib/domain/money";

/**
 * "12", "12.5", "1,240.00" or "£12.50" as somebody types it, in minor units; null for anything else. A comma is for
 * thousands alone: "12,50" could be twelve and a half or a mistyped 1,250, and money isn't guessed.
 */
export function parseMoney(text: string, currency: string): Minor | null {
  const match = /^[\p{Sc}]?\s*(\d{1,9}|\d{1,3}(?:,\d{3}){1,2})(?:\.(\d+))?$/u.exec(text.trim());
  const digits = minorDigits(currency);
  const [, whole, part = ""] = match ?? [];
  if (whole === undefined || part.length > digits) return null;
  return Number(whole.replaceAll(",", "") + part.padEnd(digits, "0"));
}

/** The same way back, for a field to be edited: "1240.00". */
export function moneyForInput(minor: Minor, currency: string): string {
  const digits = minorDigits(currency);
  return (minor / 10 ** digits).toFixed(digits);
}
