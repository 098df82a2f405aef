import type { IsoDate } from "@/lib/domain/calendar-days";
import { hashGiftCode } from "@/lib/features/gift-cards/code";
import { toIsoDay } from "@/lib/features/orders/days";
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
