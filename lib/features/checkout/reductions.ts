import type { Temporal } from "temporal-polyfill";
import { localDate } from "@/lib/domain/calendar-days";
import { decideDiscount, describeDiscount, readDiscountCode } from "@/lib/domain/discount";
import type { FieldError } from "@/lib/domain/field-errors";
import { type PaymentSplit, smallestCharge, splitPayment } from "@/lib/domain/gift-card";
import { findDiscount } from "@/lib/features/discounts/data";
import { type FoundCard, findGiftCard } from "@/lib/features/gift-cards/data";
import { guess } from "@/lib/features/gift-cards/guess";
import { db, type Tx } from "@/lib/platform/db";

/** What was typed to pay less, or by other means. `guesser`: whose wrong codes are counted. */
export type TypedReductions = {
  discountCode?: string | undefined;
  /** several with commas between them */
  giftCards?: string | undefined;
  email?: string | undefined;
  guesser?: string | undefined;
};

type Discounted = {
  codeId: string;
  code: string;
  label: string;
  amountMinor: number;
  shares: number[];
};
export type Reductions = {
  discount: Discounted | null;
  cards: FoundCard[];
  errors: FieldError[];
};

type Bag = {
  id: string;
  currency: string;
  timeZone: string;
  lines: readonly { productId: string; totalMinor: number }[];
};

const MOST_CARDS = 5;

/** What the typed codes are worth for this bag at this moment; what is wrong with them, by field. */
export async function readReductions(
  typed: TypedReductions,
  bag: Bag,
  now: Temporal.Instant,
  reader: Tx | typeof db = db,
): Promise<Reductions> {
  const errors: FieldError[] = [];
  const today = localDate(bag.timeZone, now.epochMilliseconds);
  const discount = await readDiscount(typed, bag, today, now, errors, reader);
  const cards: FoundCard[] = [];
  for (const code of splitCodes(typed.giftCards)) {
    const read = await readCard(code, typed, bag, today, now, reader);
    if (typeof read === "string") errors.push({ path: "giftCards", code: "NOT_ACCEPTED", message: read });
    else if (!cards.some(({ id }) => id === read.id)) cards.push(read);
  }
  return { discount, cards, errors };
}

/** What the cards pay of a total; null where what is left is less than the provider takes. */
export function payWith(
  totalMinor: number,
  currency: string,
  cards: readonly FoundCard[],
): PaymentSplit | null {
  return splitPayment(totalMinor, cards, smallestCharge(currency));
}

async function readDiscount(
  { discountCode, email, guesser }: TypedReductions,
  bag: Bag,
  today: string,
  now: Temporal.Instant,
  errors: FieldError[],
  reader: Tx | typeof db,
): Promise<Discounted | null> {
  const typed = discountCode?.trim() ?? "";
  if (typed === "") return null;
  const refuse = (message: string) => {
    errors.push({ path: "discountCode", code: "NOT_ACCEPTED", message });
    return null;
  };
  const code = readDiscountCode(typed);
  const address = email?.trim().toLowerCase() || null;
  const found = await guess("discount", guesser, now, async () =>
    code ? findDiscount(reader, code, { bagId: bag.id, email: address }) : null,
  );
  if (found === "TOO_MANY") return refuse(TOO_MANY);
  if (!found) return refuse("We don’t know this code. Is it spelt as it was given to you?");
  const decision = decideDiscount(found.discount, { ...found, ...bag, today });
  if (!decision.ok) return refuse(decision.message);
  const { amountMinor, shares } = decision;
  const label = describeDiscount(found.discount, bag.currency);
  return { codeId: found.id, code: found.code, label, amountMinor, shares };
}

async function readCard(
  typed: string,
  { guesser }: TypedReductions,
  bag: Bag,
  today: string,
  now: Temporal.Instant,
  reader: Tx | typeof db,
): Promise<FoundCard | string> {
  const card = await guess("gift-card", guesser, now, () => findGiftCard(typed, { bagId: bag.id, reader }));
  if (card === "TOO_MANY") return TOO_MANY;
  if (!card) return "We don’t know this gift card. Its code has four groups of four, as on the card.";
  if (card.currency !== bag.currency) return `This gift card is in ${card.currency}.`;
  if (card.expiresOn && card.expiresOn < today) return "This gift card has ended.";
  if (card.balanceMinor === 0) return `Nothing is left on the gift card ending ${card.lastFour}.`;
  return card;
}

const TOO_MANY = "That was a lot of codes that we don’t know. Please wait ten minutes and try again.";

function splitCodes(typed = ""): string[] {
  return typed
    .split(/[,;\n]/)
    .map((code) => code.trim())
    .filter(Boolean)
    .slice(0, MOST_CARDS);
}
