import type { Temporal } from "temporal-polyfill";
import { localDays, toEpochDay } from "@/lib/domain/calendar-days";
import type { Actor } from "@/lib/domain/event";
import { issuedCode } from "@/lib/features/gift-cards/code";
import { queueMail } from "@/lib/features/mailbox/mutations";
import { toIsoDay } from "@/lib/features/orders/days";
import { recordEvent } from "@/lib/features/orders/events";
import { toDate } from "@/lib/platform/clock";
import type { Tx } from "@/lib/platform/db";

type WhenAndWho = { now: Temporal.Instant; actor: Actor };
type Card = Awaited<ReturnType<Tx["giftCard"]["findUniqueOrThrow"]>>;

/** The cards that an order bought become money, and those that go by mail and are due are sent. */
export async function issueSoldCards(tx: Tx, orderId: string, who: WhenAndWho): Promise<number> {
  const sold = await tx.giftCard.findMany({ where: { soldInOrderId: orderId, issuedAt: null } });
  for (const card of sold) await issueCard(tx, card, who);
  return sold.length;
}

export async function issueCard(tx: Tx, card: Card, { now, actor }: WhenAndWho): Promise<void> {
  const issued = await tx.giftCard.update({
    where: { id: card.id },
    data: { ...issuedCode(card.id), issuedAt: toDate(now) },
  });
  const { id, initialMinor, soldInOrderId, lastFour, currency, reason } = issued;
  await tx.ledgerEntry.create({
    data: {
      kind: "GIFT_CARD_ISSUED",
      giftCardId: id,
      orderId: soldInOrderId,
      amountMinor: initialMinor,
      at: toDate(now),
    },
  });
  await recordEvent(tx, {
    type: "GIFT_CARD_ISSUED",
    data: { ending: lastFour, amountMinor: initialMinor, currency, reason: soldInOrderId ? null : reason },
    ...(soldInOrderId ? { orderId: soldInOrderId } : {}),
    actor,
    at: now,
  });
  const { timeZone } = await tx.workshop.findUniqueOrThrow({ where: { id: 1 }, select: { timeZone: true } });
  if (isDue(issued, timeZone, now)) await sendCard(tx, issued, { now, actor });
}

const EIGHT_O_CLOCK = 8 * 60;

/** A card for a day goes out at eight in the morning there, not at midnight. */
export function isDue(
  { recipientEmail, sendOn, sentAt }: Pick<Card, "recipientEmail" | "sendOn" | "sentAt">,
  timeZone: string,
  now: Temporal.Instant,
): boolean {
  if (!recipientEmail || sentAt) return false;
  if (!sendOn) return true;
  return localDays(timeZone).at(toEpochDay(toIsoDay(sendOn)), EIGHT_O_CLOCK) <= now.epochMilliseconds;
}

/** The code isn't in what is queued: it is worked out while the mail is written. */
export async function sendCard(tx: Tx, card: Card, { now, actor }: WhenAndWho): Promise<void> {
  const { id, recipientEmail, recipientName, fromName, message, currency, initialMinor, expiresOn } = card;
  if (!recipientEmail) return;
  const count = await tx.mail.count({ where: { dedupeKey: { startsWith: `gift-card:${id}:` } } });
  await queueMail(tx, {
    template: "gift-card",
    dedupeKey: `gift-card:${id}:${count}`,
    recipient: recipientEmail,
    data: {
      ...{ cardId: id, currency, recipientName, fromName, message },
      amountMinor: initialMinor,
      expiresOn: expiresOn && toIsoDay(expiresOn),
    },
  });
  await tx.giftCard.update({ where: { id }, data: { sentAt: toDate(now) } });
  await recordEvent(tx, {
    type: "GIFT_CARD_SENT",
    data: { ending: card.lastFour },
    ...(card.soldInOrderId ? { orderId: card.soldInOrderId } : {}),
    actor,
    at: now,
  });
}
