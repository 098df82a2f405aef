import { issuedCode } from "@/lib/features/gift-cards/code";
import type { Prisma } from "@/lib/generated/prisma/client";
import { DAY_MS } from "./history/facts";
import type { HistoryRows, Row } from "./history/rows";
import type { SampleFacts } from "./sample-facts";

const CARD_ID = "sample-gift-card";
const CARD_MINOR = 10_000;
const SPENT_MINOR = 3_500;
const ISSUED_DAYS_AGO = 120;

/** The order that spent a part of the sample gift card; null where no order of the year is large enough. */
export type SampleSpending = { orderId: string; paidAt: string };

/** Changes the last paid order of the year to one that a gift card helped to pay. */
export function spendSampleCard(rows: HistoryRows): SampleSpending | null {
  const order = rows.orders.findLast(
    ({ status, totalMinor }) => status === "PAID" && Number(totalMinor) > 2 * SPENT_MINOR,
  );
  if (!order) return null;
  const orderId = String(order.id);
  const due = Number(order.totalMinor) - SPENT_MINOR;
  order.giftCardMinor = SPENT_MINOR;
  for (const checkout of rows.checkouts) if (checkout.orderId === orderId) checkout.amountMinor = due;
  for (const event of rows.events) if (event.orderId === orderId) event.data = paidInPart(event, due);
  return { orderId, paidAt: String(order.paidAt) };
}

function paidInPart({ type, data }: Row, amountMinor: number): unknown {
  if (type === "CHECKOUT_OPENED") return { ...(data as object), amountMinor };
  return type === "ORDER_PAID" ? { ...(data as object), amountMinor, giftCardMinor: SPENT_MINOR } : data;
}

/** A code to welcome with, one that has ended, and a gift card with a part used. */
export async function writeSampleMoney(
  tx: Prisma.TransactionClient,
  facts: SampleFacts,
  spending: SampleSpending | null,
): Promise<void> {
  const { currency, name } = facts.workshop;
  const issuedAt = new Date(facts.nowMs - ISSUED_DAYS_AGO * DAY_MS);
  await tx.discountCode.createMany({
    data: [
      { code: "WELCOME10", kind: "PERCENT", value: 1000, maxUsesPerEmail: 1, createdAt: issuedAt },
      {
        ...{ code: "OPENDAY", kind: "AMOUNT", value: 2_000, minimumMinor: 15_000, maxUses: 40 },
        untilDay: new Date(facts.nowMs - 30 * DAY_MS),
        createdAt: new Date(facts.nowMs - 60 * DAY_MS),
      },
    ],
  });
  const owner = facts.artisans.find(({ role }) => role === "OWNER");
  await tx.giftCard.create({
    data: {
      ...{ id: CARD_ID, ...issuedCode(CARD_ID), currency, initialMinor: CARD_MINOR, fromName: name },
      ...{ recipientName: "Rosalind Hart", recipientEmail: "rosalind@example.com" },
      reason: "Her ring came a week late from the assay office",
      ...{ issuedById: owner?.userId ?? null, createdAt: issuedAt, issuedAt, sentAt: issuedAt },
    },
  });
  await tx.ledgerEntry.create({
    data: { kind: "GIFT_CARD_ISSUED", giftCardId: CARD_ID, amountMinor: CARD_MINOR, at: issuedAt },
  });
  if (!spending) return;
  await tx.ledgerEntry.create({
    data: {
      ...{ kind: "GIFT_CARD_PAID", giftCardId: CARD_ID, orderId: spending.orderId },
      ...{ amountMinor: -SPENT_MINOR, at: new Date(spending.paidAt) },
    },
  });
}
