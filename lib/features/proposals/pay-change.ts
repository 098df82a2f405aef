import type { Temporal } from "temporal-polyfill";
import type { CreatedCheckout, PaymentGateway } from "@/lib/adapters/stripe/payment-gateway";
import { readSpec } from "@/lib/domain/spec";
import { changedWords } from "@/lib/domain/spec-change";
import { recordEvent } from "@/lib/features/orders/events";
import { type AnswerRefusal, endIfTooLate, openByToken } from "@/lib/features/proposals/answer";
import { lockPieces } from "@/lib/features/proposals/lock";
import { toDate } from "@/lib/platform/clock";
import { withTransaction } from "@/lib/platform/db";
import { getEnv } from "@/lib/platform/env";
import { ok, type Result, refuse } from "@/lib/platform/errors";
import { log } from "@/lib/platform/log";
import { routes } from "@/lib/platform/routes";

type Context = {
  now: Temporal.Instant;
  gateway: Pick<PaymentGateway, "createCheckout" | "expireCheckout">;
};

// The provider wants 30 minutes at least. Two clicks within five minutes ask for the very same checkout.
const LEAST_MINUTES = 33;
const STEP_MS = 5 * 60_000;
const TIME_TO_PAY_MS = 3 * 60_000;

/** The page on which the difference is paid; the change takes effect when the money is there. */
export async function payChange(
  token: string,
  { now, gateway }: Context,
): Promise<Result<{ url: string }, AnswerRefusal | "NOTHING_TO_PAY" | "PAYMENT_UNAVAILABLE">> {
  const judged = await withTransaction(async (tx) => {
    const opened = await openByToken(tx, token);
    if (!opened) return refuse("NOT_FOUND");
    const { order, proposal } = opened;
    if (proposal.status !== "OPEN" || proposal.differenceMinor <= 0) return refuse("NOTHING_TO_PAY");
    const jobs = await lockPieces(
      tx,
      proposal.pieces.map(({ jobId }) => jobId),
    );
    const late = await endIfTooLate(tx, proposal, jobs, now);
    if (late) return late;
    const checkouts = await tx.checkout.findMany({ where: { proposalId: proposal.id } });
    return ok({ order, proposal, pieces: jobs.length, checkouts });
  });
  if (!judged.ok) return judged;
  const { order, proposal, pieces, checkouts } = judged.value;
  const usable = checkouts.find(
    ({ status, expiresAt, url }) =>
      status === "OPEN" && url !== "" && expiresAt.getTime() > now.epochMilliseconds + TIME_TO_PAY_MS,
  );
  if (usable) return ok({ url: usable.url });
  const expiresAt = expiryOf(now);
  const page = `${getEnv().APP_URL}${routes.proposal(token)}`;
  let created: CreatedCheckout;
  try {
    created = await gateway.createCheckout({
      idempotencyKey: `${proposal.id}:${checkouts.length + 1}:${Math.floor(expiresAt.epochMilliseconds / 1000)}`,
      orderId: order.id,
      currency: order.currency,
      lines: [
        {
          name: `${proposal.orderLine.productName}, changed`,
          description: changedWords(readSpec(proposal.base.canonical), readSpec(proposal.spec.canonical)),
          unitAmountMinor: proposal.differenceMinor,
          quantity: pieces,
        },
      ],
      customerEmail: order.email,
      description: `${order.number}, a change`,
      successUrl: `${page}/paid?session_id={CHECKOUT_SESSION_ID}`,
      cancelUrl: page,
      expiresAt,
      metadata: { order_number: order.number, proposal_id: proposal.id },
    });
  } catch (error) {
    log.error(
      { err: error, proposalId: proposal.id },
      "the payment provider opened no checkout for a change",
    );
    return refuse("PAYMENT_UNAVAILABLE");
  }
  return writeCheckout(proposal.id, order, proposal.differenceMinor * pieces, created, { now, gateway });
}

async function writeCheckout(
  proposalId: string,
  order: { id: string; currency: string },
  amountMinor: number,
  { sessionId, url, expiresAt }: CreatedCheckout,
  { now, gateway }: Context,
): Promise<Result<{ url: string }, "ENDED">> {
  const written = await withTransaction(async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM "order" WHERE "id" = ${order.id} FOR UPDATE`;
    const still = await tx.proposal.count({ where: { id: proposalId, status: "OPEN" } });
    if (still === 0) return false;
    const { count } = await tx.checkout.createMany({
      data: [
        {
          ...{ sessionId, orderId: order.id, url, amountMinor, proposalId },
          createdAt: toDate(now),
          expiresAt: toDate(expiresAt),
        },
      ],
      skipDuplicates: true,
    });
    if (count === 1) {
      await recordEvent(tx, {
        type: "CHECKOUT_OPENED",
        data: { sessionId, amountMinor, currency: order.currency },
        ...{ orderId: order.id, actor: { kind: "CUSTOMER" }, at: now },
      });
    }
    return true;
  });
  if (written) return ok({ url });
  await gateway.expireCheckout(sessionId).catch((error: unknown) => {
    log.warn({ err: error, sessionId }, "a checkout that nobody needs could not be closed");
  });
  return refuse("ENDED");
}

function expiryOf(now: Temporal.Instant): Temporal.Instant {
  const stepped = Math.ceil(now.add({ minutes: LEAST_MINUTES }).epochMilliseconds / STEP_MS) * STEP_MS;
  return now.add({ milliseconds: stepped - now.epochMilliseconds });
}
