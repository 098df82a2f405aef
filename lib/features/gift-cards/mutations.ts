import { randomBytes } from "node:crypto";
import type { Temporal } from "temporal-polyfill";
import type { PaymentGateway } from "@/lib/adapters/stripe/payment-gateway";
import { localDate } from "@/lib/domain/calendar-days";
import { isDue, issueCard, sendCard } from "@/lib/features/gift-cards/issue";
import type { BuyGiftCard, IssueGiftCard } from "@/lib/features/gift-cards/schema";
import { fromIsoDay } from "@/lib/features/orders/days";
import { recordEvent } from "@/lib/features/orders/events";
import { nextOrderNumber, ORDER_TOKEN_BYTES } from "@/lib/features/orders/number";
import { openCheckout } from "@/lib/features/payments/open-checkout";
import { lockGiftCards } from "@/lib/features/payments/reserved";
import type { WhenAndWho } from "@/lib/features/workshop/change-job";
import { manage } from "@/lib/features/workshop/manage";
import { toDate } from "@/lib/platform/clock";
import { db, withTransaction } from "@/lib/platform/db";
import { ok, type Result, refuse } from "@/lib/platform/errors";

type Context = {
  now: Temporal.Instant;
  gateway: Pick<PaymentGateway, "createCheckout" | "expireCheckout">;
};

const FARTHEST_DAYS = 366;

/**
 * A gift card is bought by an order of its own, whose only charge it is: no piece, no parcel, no tax (a voucher for
 * any of our pieces is taxed when it is spent: docs/decisions/008). It becomes money when it is paid.
 */
export async function buyGiftCard(
  input: BuyGiftCard,
  { now, gateway }: Context,
): Promise<Result<{ url: string; token: string }, "NOT_FOUND" | "BAD_DAY" | "PAYMENT_UNAVAILABLE">> {
  const workshop = await db.workshop.findUnique({ where: { id: 1 } });
  if (!workshop) return refuse("NOT_FOUND");
  const today = localDate(workshop.timeZone, now.epochMilliseconds);
  const last = localDate(workshop.timeZone, now.add({ hours: 24 * FARTHEST_DAYS }).epochMilliseconds);
  if (input.sendOn && (input.sendOn < today || input.sendOn > last)) return badDay();
  const { amountMinor, name, email, recipientName, recipientEmail, message, sendOn } = input;
  const order = await withTransaction(async (tx) => {
    const placed = await tx.order.create({
      data: {
        number: await nextOrderNumber(tx),
        token: randomBytes(ORDER_TOKEN_BYTES).toString("base64url"),
        ...{ email, name, line1: "", city: "", postalCode: "", country: workshop.country },
        shippingLabel: recipientEmail ? "By e-mail" : "To print at home",
        currency: workshop.currency,
        ...{ subtotalMinor: amountMinor, shippingMinor: 0, taxMinor: 0, totalMinor: amountMinor },
        placedAt: toDate(now),
        giftCards: {
          create: {
            ...{ currency: workshop.currency, initialMinor: amountMinor, createdAt: toDate(now) },
            ...{ recipientName, recipientEmail, fromName: name, message },
            sendOn: sendOn === null ? null : fromIsoDay(sendOn),
          },
        },
      },
      select: { id: true, token: true },
    });
    await recordEvent(tx, {
      type: "ORDER_PLACED",
      data: { totalMinor: amountMinor, currency: workshop.currency, pieces: 1 },
      orderId: placed.id,
      actor: { kind: "CUSTOMER" },
      at: now,
    });
    return placed;
  });
  const opened = await openCheckout(order.id, { now, gateway });
  if (!opened.ok) return refuse("PAYMENT_UNAVAILABLE");
  return ok({ url: opened.value.url, token: order.token });
}

/** By hand, as goodwill: with the reason in the books. */
export async function issueByHand(
  input: IssueGiftCard,
  who: WhenAndWho,
): Promise<Result<{ ending: string }, "FORBIDDEN" | "NOT_FOUND" | "BAD_DAY">> {
  return manage(who, [], async (tx, { actor, now }) => {
    const workshop = await tx.workshop.findUnique({ where: { id: 1 } });
    if (!workshop) return refuse("NOT_FOUND");
    const { expiresOn, amountMinor, ...rest } = input;
    if (expiresOn && expiresOn <= localDate(workshop.timeZone, now.epochMilliseconds)) {
      const message = "Its last day must still come.";
      return refuse("BAD_DAY", { message, errors: [{ path: "expiresOn", code: "BAD_DAY", message }] });
    }
    const card = await tx.giftCard.create({
      data: {
        ...rest,
        ...{ currency: workshop.currency, initialMinor: amountMinor, fromName: workshop.name },
        issuedById: actor.id,
        createdAt: toDate(now),
        expiresOn: expiresOn === null ? null : fromIsoDay(expiresOn),
      },
    });
    await issueCard(tx, card, { now, actor });
    const { lastFour } = await tx.giftCard.findUniqueOrThrow({ where: { id: card.id } });
    return { ok: true, value: { ending: lastFour }, event: null };
  });
}

/** To another address, where the first mail never arrived. */
export async function resendCard(
  { cardId, recipientEmail }: { cardId: string; recipientEmail: string },
  who: WhenAndWho,
): Promise<Result<{ ending: string }, "FORBIDDEN" | "NOT_FOUND">> {
  return manage(who, [], async (tx, { actor, now }) => {
    const found = await tx.giftCard.findUnique({ where: { id: cardId } });
    if (!found?.issuedAt) return refuse("NOT_FOUND");
    const card = await tx.giftCard.update({ where: { id: cardId }, data: { recipientEmail } });
    await sendCard(tx, card, { now, actor });
    return { ok: true, value: { ending: card.lastFour }, event: null };
  });
}

/** Cards whose day has come. Each alone: one that fails keeps no other waiting. */
export async function sendDueCards({ now }: { now: Temporal.Instant }): Promise<number> {
  const workshop = await db.workshop.findUnique({ where: { id: 1 }, select: { timeZone: true } });
  if (!workshop) return 0;
  const waiting = await db.giftCard.findMany({
    where: { issuedAt: { not: null }, sentAt: null, recipientEmail: { not: null }, balanceMinor: { gt: 0 } },
    select: { id: true },
    take: 500,
  });
  let sent = 0;
  for (const { id } of waiting) {
    sent += await withTransaction(async (tx) => {
      await lockGiftCards(tx, [id]);
      const card = await tx.giftCard.findUniqueOrThrow({ where: { id } });
      if (!isDue(card, workshop.timeZone, now)) return 0;
      await sendCard(tx, card, { now, actor: { kind: "SYSTEM" } });
      return 1;
    });
  }
  return sent;
}

/** What is left on a card after its last day leaves the books, with a row that says so. */
export async function expireCards({ now }: { now: Temporal.Instant }): Promise<number> {
  const workshop = await db.workshop.findUnique({ where: { id: 1 }, select: { timeZone: true } });
  if (!workshop) return 0;
  const today = fromIsoDay(localDate(workshop.timeZone, now.epochMilliseconds));
  const ended = await db.giftCard.findMany({
    where: { expiresOn: { lt: today }, balanceMinor: { gt: 0 } },
    select: { id: true, lastFour: true, currency: true },
    take: 500,
  });
  for (const { id, lastFour, currency } of ended) {
    await withTransaction(async (tx) => {
      const left = (await lockGiftCards(tx, [id])).get(id) ?? 0;
      if (left === 0) return;
      const at = toDate(now);
      await tx.ledgerEntry.create({
        data: { kind: "GIFT_CARD_EXPIRED", giftCardId: id, amountMinor: -left, at },
      });
      await recordEvent(tx, {
        type: "GIFT_CARD_EXPIRED",
        data: { ending: lastFour, amountMinor: left, currency },
        actor: { kind: "SYSTEM" },
        at: now,
      });
    });
  }
  return ended.length;
}

function badDay() {
  const message = "Please choose a day from today on, within a year.";
  return refuse("BAD_DAY", { message, errors: [{ path: "sendOn", code: "BAD_DAY", message }] });
}
