import type { Minor } from "@/lib/domain/money";

/** What a card may be worth without typing it, in minor units. */
export const GIFT_CARD_CHOICES = [2_500, 5_000, 10_000, 20_000] as const;

/** Without I, L, O and U: what is read from paper and typed must be unmistakable (Crockford's base 32). */
const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const LENGTH = 16;
/** 16 letters of five bits */
export const GIFT_CODE_BYTES = 10;

/** Ten random bytes as a code: "7QX4-9TKM-03BD-V8WZ". */
export function writeGiftCode(bytes: Uint8Array): string {
  let bits = 0n;
  for (const byte of bytes.slice(0, GIFT_CODE_BYTES)) bits = (bits << 8n) | BigInt(byte);
  const letters = Array.from({ length: LENGTH }, (_none, index) => {
    const shift = BigInt(5 * (LENGTH - 1 - index));
    return ALPHABET[Number((bits >> shift) & 31n)] ?? "0";
  });
  return letters.join("").replace(/(.{4})(?=.)/g, "$1-");
}

/** A typed code as it is hashed, whatever its dashes, spaces and case; null for what can't be one. */
export function readGiftCode(typed: string): string | null {
  if (typed.length > 60) return null;
  const plain = typed.toUpperCase().replace(/[\s\u2010-\u2015-]/g, "");
  const read = plain.replace(/O/g, "0").replace(/[IL]/g, "1");
  return read.length === LENGTH && [...read].every((letter) => ALPHABET.includes(letter)) ? read : null;
}

export type CardBalance = { id: string; balanceMinor: Minor };
export type CardUse = { id: string; amountMinor: Minor };
export type PaymentSplit = { uses: CardUse[]; giftCardMinor: Minor; dueMinor: Minor };

/**
 * How much of a total each gift card pays, in their order, and what is left for the payment provider. Below its
 * smallest charge the provider takes nothing: then the last card pays so much less. Null where the total itself is
 * that small and no card covers it.
 */
export function splitPayment(
  totalMinor: Minor,
  cards: readonly CardBalance[],
  smallestCharge: Minor,
): PaymentSplit | null {
  const available = cards.reduce((sum, card) => sum + card.balanceMinor, 0);
  const covered = Math.min(totalMinor, available);
  const left = totalMinor - covered;
  const dueMinor = left === 0 ? 0 : Math.max(left, smallestCharge);
  if (dueMinor > totalMinor) return null;
  const uses: CardUse[] = [];
  let wanted = totalMinor - dueMinor;
  for (const { id, balanceMinor } of cards) {
    const amountMinor = Math.min(wanted, balanceMinor);
    wanted -= amountMinor;
    if (amountMinor > 0) uses.push({ id, amountMinor });
  }
  return { uses, giftCardMinor: totalMinor - dueMinor, dueMinor };
}

/** docs.stripe.com/currencies, "minimum and maximum charge amounts"; where it names none, as for the dollar. */
const smallestCharges: Record<string, Minor> = {
  ...{ CZK: 1500, DKK: 250, GBP: 30, HKD: 400, HUF: 17_500, JPY: 50, MXN: 1000, NOK: 300 },
  ...{ PLN: 200, RON: 200, SEK: 300, THB: 1000, AED: 200, MYR: 200 },
};

export function smallestCharge(currency: string): Minor {
  return smallestCharges[currency] ?? 50;
}
