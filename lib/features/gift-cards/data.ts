import type { IsoDate } from "@/lib/domain/calendar-days";
import { codeOfCard, hashGiftCode } from "@/lib/features/gift-cards/code";
import type { GiftCardList, PrintedCard } from "@/lib/features/gift-cards/schema";
import { toIsoDay } from "@/lib/features/orders/days";
import { orderTokenSchema } from "@/lib/features/orders/schema";
import { db, type Tx } from "@/lib/platform/db";

export type FoundCard = {
  id: string;
  lastFour: string;
  currency: string;
  /** what can be spent now; with what waits unpaid in the asker's own bag, whose place a new order takes */
  balanceMinor: number;
  expiresOn: IsoDate | null;
};

/** The card that a typed code opens; null for every code that opens none. */
export async function findGiftCard(
  typed: string,
  {
    bagId = null,
    reader = db,
  }: { bagId?: string | null; reader?: Pick<Tx, "giftCard" | "ledgerEntry"> } = {},
): Promise<FoundCard | null> {
  const codeHash = hashGiftCode(typed);
  const card = codeHash ? await reader.giftCard.findUnique({ where: { codeHash } }) : null;
  if (!card) return null;
  const { id, lastFour, currency, expiresOn } = card;
  const own = bagId ? await heldByBag(reader, id, bagId) : 0;
  return {
    ...{ id, lastFour, currency },
    balanceMinor: card.balanceMinor + own,
    expiresOn: expiresOn && toIsoDay(expiresOn),
  };
}

async function heldByBag(reader: Pick<Tx, "ledgerEntry">, cardId: string, bagId: string): Promise<number> {
  const { _sum } = await reader.ledgerEntry.aggregate({
    where: {
      giftCardId: cardId,
      kind: { in: ["GIFT_CARD_HELD", "GIFT_CARD_RELEASED"] },
      order: { cartId: bagId, status: "AWAITING_PAYMENT" },
    },
    _sum: { amountMinor: true },
  });
  return -(_sum.amountMinor ?? 0);
}

/** For the owner: the newest first, each with what happened to its money. Never the code. */
export async function listGiftCards(): Promise<GiftCardList> {
  const [rows, owed, workshop] = await Promise.all([
    db.giftCard.findMany({
      where: { issuedAt: { not: null } },
      orderBy: { createdAt: "desc" },
      take: 200,
      include: {
        issuedBy: { select: { name: true } },
        soldIn: { select: { number: true } },
        ledger: { orderBy: { id: "asc" }, include: { order: { select: { number: true } } } },
      },
    }),
    db.giftCard.aggregate({ _sum: { balanceMinor: true } }),
    db.workshop.findUniqueOrThrow({ where: { id: 1 }, select: { currency: true, timeZone: true } }),
  ]);
  return {
    cards: rows.map((row) => ({
      cardId: row.id,
      ending: row.lastFour,
      ...{ initialMinor: row.initialMinor, balanceMinor: row.balanceMinor, reason: row.reason },
      ...{ recipientName: row.recipientName, recipientEmail: row.recipientEmail },
      orderNumber: row.soldIn?.number ?? null,
      byName: row.issuedBy?.name ?? null,
      issuedAt: (row.issuedAt ?? row.createdAt).toISOString(),
      sentAt: row.sentAt?.toISOString() ?? null,
      sendOn: row.sendOn && toIsoDay(row.sendOn),
      expiresOn: row.expiresOn && toIsoDay(row.expiresOn),
      history: row.ledger
        .filter(({ kind }) => kind in entryWords)
        .map(({ at, kind, amountMinor, order }) => ({
          at: at.toISOString(),
          words: entryWords[kind] ?? kind,
          amountMinor,
          orderNumber: order?.number ?? null,
        })),
    })),
    owedMinor: owed._sum.balanceMinor ?? 0,
    ...workshop,
  };
}

const entryWords: Partial<Record<string, string>> = {
  GIFT_CARD_ISSUED: "Issued",
  GIFT_CARD_HELD: "Set aside for an order",
  GIFT_CARD_RELEASED: "No longer set aside",
  GIFT_CARD_PAID: "Spent",
  GIFT_CARD_REFUNDED: "Refunded",
  GIFT_CARD_EXPIRED: "Ended",
  GIFT_CARD_VOIDED: "Paid back to its buyer",
  GIFT_CARD_RESTORED: "On the card again: the refund failed",
};

/** The cards that an order's buyer prints, with their codes; empty where they went by mail, or aren't paid yet. */
export async function getPrintedCards(token: string): Promise<PrintedCard[]> {
  if (!orderTokenSchema.safeParse(token).success) return [];
  const cards = await db.giftCard.findMany({
    where: { soldIn: { token, tokenRevokedAt: null }, issuedAt: { not: null }, recipientEmail: null },
    orderBy: { createdAt: "asc" },
  });
  const workshop = await db.workshop.findUnique({ where: { id: 1 }, select: { name: true } });
  return cards.map(({ id, initialMinor, currency, recipientName, fromName, message }) => ({
    code: codeOfCard(id),
    amountMinor: initialMinor,
    ...{ currency, recipientName, fromName, message },
    shopName: workshop?.name ?? "",
  }));
}
