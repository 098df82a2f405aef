import type { Temporal } from "temporal-polyfill";
import type { StaffActor } from "@/lib/domain/event";
import { productOptionsSchema } from "@/lib/domain/options";
import { openParts } from "@/lib/domain/spec-change";
import { queueMail } from "@/lib/features/mailbox/mutations";
import { recordEvent } from "@/lib/features/orders/events";
import { lockOrder } from "@/lib/features/payments/lock-order";
import { lockPieces } from "@/lib/features/proposals/lock";
import { begunOf, isOpenJob, workshopStages } from "@/lib/features/proposals/read-piece";
import type { AskChangeInput } from "@/lib/features/proposals/schema";
import { listStages } from "@/lib/features/workshop/data";
import { cacheTags } from "@/lib/platform/cache";
import { notifyCacheTags } from "@/lib/platform/cache-signals";
import { toDate } from "@/lib/platform/clock";
import { withTransaction } from "@/lib/platform/db";
import { ok, type Result, refuse } from "@/lib/platform/errors";

/** The buyer's wish, by the order's own link: it goes to the studio in their words, and changes nothing yet. */
export async function askChange(
  { token, piece, wish }: AskChangeInput,
  { now }: { now: Temporal.Instant },
): Promise<Result<null, "NOT_FOUND" | "TOO_LATE" | "ASKED_ALREADY">> {
  return withTransaction(async (tx) => {
    const found = await tx.order.findFirst({ where: { token, tokenRevokedAt: null }, select: { id: true } });
    const order = found && (await lockOrder(tx, found.id));
    const job =
      order &&
      (await tx.job.findFirst({
        where: { number: piece, orderLine: { orderId: order.id } },
        select: { id: true, orderLine: { select: { product: { select: { options: true } } } } },
      }));
    if (!order || !job) return refuse("NOT_FOUND");
    const [locked] = await lockPieces(tx, [job.id]);
    const options = productOptionsSchema.parse(job.orderLine.product.options);
    const parts = locked && openParts(begunOf(locked), workshopStages(await listStages(tx)), options);
    if (!locked || !isOpenJob(locked) || order.status !== "PAID" || !parts || parts.length === 0) {
      return refuse("TOO_LATE", {
        message: "The work has gone too far for a change. Please write to us if something is wrong.",
      });
    }
    const { count } = await tx.changeRequest.createMany({
      data: [{ orderId: order.id, jobId: job.id, body: wish, createdAt: toDate(now) }],
      skipDuplicates: true,
    });
    if (count === 0) {
      return refuse("ASKED_ALREADY", { message: "You have asked us already, and we are about to answer." });
    }
    // Whoever is about to send something from a page without this wish must look again.
    await tx.job.update({ where: { id: job.id }, data: { version: { increment: 1 } } });
    const about = { orderId: order.id, jobId: job.id, actor: { kind: "CUSTOMER" }, at: now } as const;
    await recordEvent(tx, { type: "CHANGE_ASKED", data: {}, ...about });
    await notifyCacheTags(tx, [cacheTags.queue]);
    return ok(null);
  });
}

/** No proposal will come of it: the buyer is told why, and the piece stays as it is. */
export async function declineRequest(
  { requestId, answer }: { requestId: string; answer: string },
  { now, actor }: { now: Temporal.Instant; actor: StaffActor },
): Promise<Result<null, "NOT_FOUND">> {
  return withTransaction(async (tx) => {
    const [request] = await tx.changeRequest.updateManyAndReturn({
      where: { id: requestId, answeredAt: null },
      data: { answeredAt: toDate(now) },
    });
    if (!request) return refuse("NOT_FOUND");
    const { orderId, jobId } = request;
    const order = await tx.order.findUniqueOrThrow({ where: { id: orderId } });
    const job = await tx.job.findUniqueOrThrow({ where: { id: jobId }, include: { orderLine: true } });
    await recordEvent(tx, { type: "CHANGE_ASK_DECLINED", data: {}, ...{ orderId, jobId, actor, at: now } });
    await queueMail(tx, {
      template: "change-ended",
      dedupeKey: `change-request:${requestId}`,
      recipient: order.email,
      orderId,
      data: {
        ...{ orderNumber: order.number, token: order.token, buyerName: order.name },
        ...{ proposalId: requestId, productName: job.orderLine.productName, number: 1, pieces: [job.number] },
        ...{ because: answer, paidBack: false },
      },
    });
    await notifyCacheTags(tx, [cacheTags.queue]);
    return ok(null);
  });
}
