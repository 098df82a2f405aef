import { digitsOf } from "./test-cards";

export type CardField = "number" | "expiry" | "cvc" | "name" | "email";
export type CardEntry = Record<CardField, string>;
export type CardProblems = Partial<Record<CardField, string>>;

/** What is wrong with what was typed, in the words of Stripe's own payment page. Empty when nothing is. */
export function cardProblems(entry: CardEntry, now: Date): CardProblems {
  const found: [CardField, string | null][] = [
    ["email", emailProblem(entry.email)],
    ["number", numberProblem(entry.number)],
    ["expiry", expiryProblem(entry.expiry, now)],
    ["cvc", cvcProblem(entry.cvc, entry.number)],
    ["name", entry.name.trim() ? null : "Your name is incomplete."],
  ];
  return Object.fromEntries(found.filter(([, problem]) => problem !== null));
}

export function passesLuhn(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, digit, place) => {
    const doubled = Number(digit) * (place % 2 === 0 ? 1 : 2);
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return digits.length > 0 && sum % 10 === 0;
}

/** `12 / 34`, `1234` and `12/2034` are December 2034. */
export function readExpiry(expiry: string): { month: number; year: number } | null {
  const match = expiry.trim().match(/^(\d{1,2})\s*[/-]?\s*(\d{2}|\d{4})$/);
  if (!match) return null;
  const year = Number(match[2]);
  return { month: Number(match[1]), year: year < 100 ? 2000 + year : year };
}

function emailProblem(email: string): string | null {
  return /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/.test(email.trim()) ? null : "Your email is incomplete.";
}

function numberProblem(number: string): string | null {
  const digits = digitsOf(number);
  if (/[^\d\s-]/.test(number)) return "Your card number is invalid.";
  if (digits.length < (isAmex(digits) ? 15 : 16)) return "Your card number is incomplete.";
  return passesLuhn(digits) && digits.length <= 19 ? null : "Your card number is invalid.";
}

function expiryProblem(expiry: string, now: Date): string | null {
  const read = readExpiry(expiry);
  if (!read) return "Your card's expiration date is incomplete.";
  if (read.month < 1 || read.month > 12) return "Your card's expiration date is invalid.";
  if (read.year < now.getUTCFullYear()) return "Your card's expiration year is in the past.";
  if (read.year > now.getUTCFullYear() + 50) return "Your card's expiration year is invalid.";
  const past = read.year === now.getUTCFullYear() && read.month < now.getUTCMonth() + 1;
  return past ? "Your card's expiration date is in the past." : null;
}

function cvcProblem(cvc: string, number: string): string | null {
  const length = isAmex(digitsOf(number)) ? 4 : 3;
  return new RegExp(`^\\d{${length}}$`).test(cvc.trim()) ? null : "Your card's security code is incomplete.";
}

function isAmex(digits: string): boolean {
  return /^3[47]/.test(digits);
}
