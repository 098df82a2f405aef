import { randomUUID } from "node:crypto";
import type { Temporal } from "temporal-polyfill";
import { codeOfCard, issuedCode } from "@/lib/features/gift-cards/code";
import { db } from "@/lib/platform/db";
import { TUESDAY } from "./shop";

/** A gift card issued by hand, with its code as its holder knows it. */
export async function giveCard(
  amountMinor: number,
  { now = TUESDAY, currency = "GBP" }: { now?: Temporal.Instant; currency?: string } = {},
): Promise<{ id: string; code: string }> {
  const id = randomUUID();
  const at = new Date(now.epochMilliseconds);
  await db.giftCard.create({
    data: { id, ...issuedCode(id), currency, initialMinor: amountMinor, reason: "A gift", issuedAt: at },
  });
  await db.ledgerEntry.create({ data: { kind: "GIFT_CARD_ISSUED", giftCardId: id, amountMinor, at } });
  return { id, code: codeOfCard(id) };
}

type NewCode = Partial<NonNullable<Parameters<typeof db.discountCode.create>[0]>["data"]>;

export async function makeCode(code: string, more: NewCode = {}): Promise<string> {
  const row = await db.discountCode.create({
    data: { code, kind: "PERCENT", value: 1000, ...(more as object) },
  });
  return row.id;
}

export async function balanceOf(cardId: string): Promise<{ balance: number; entries: number }> {
  const card = await db.giftCard.findUniqueOrThrow({ where: { id: cardId }, include: { ledger: true } });
  return {
    balance: card.balanceMinor,
    entries: card.ledger.reduce((sum, { amountMinor }) => sum + amountMinor, 0),
  };
}
