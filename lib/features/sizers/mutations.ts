import type { Temporal } from "temporal-polyfill";
import type { StaffActor } from "@/lib/domain/event";
import { queueMail } from "@/lib/features/mailbox/mutations";
import { recordEvent } from "@/lib/features/orders/events";
import { type AskForSizer, SIZER_KEPT_DAYS } from "@/lib/features/sizers/schema";
import { toDate } from "@/lib/platform/clock";
import { withTransaction } from "@/lib/platform/db";
import { ok, type Result, refuse } from "@/lib/platform/errors";

/** Waiting in the studio at once: more isn't a workshop's post, but somebody's script. */
const MOST_WAITING = 500;

/** To one e-mail address while they are kept: each costs a stamp. */
const MOST_TO_ONE = 3;

/** A sizer to be posted. Who asks twice for the same address, before it has left, has asked once. */
export async function askForSizer(
  { piece, ...to }: AskForSizer,
  { now }: { now: Temporal.Instant },
): Promise<Result<{ email: string }, "TOO_MANY">> {
  return withTransaction(async (tx) => {
    // One at a time: two presses of the button are one sizer.
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('sizer_request'))`;
    const { email, line1, postalCode, country } = to;
    const same = await tx.sizerRequest.count({
      where: { email, line1, postalCode, country, postedAt: null },
    });
    if (same > 0) return ok({ email });
    if ((await tx.sizerRequest.count({ where: { email } })) >= MOST_TO_ONE)
      return refuse("TOO_MANY", {
        message: `We have had ${MOST_TO_ONE} requests for this e-mail address lately. Please write to us: something went wrong with the post.`,
      });
    if ((await tx.sizerRequest.count({ where: { postedAt: null } })) >= MOST_WAITING)
      return refuse("TOO_MANY", {
        message: "More sizers are waiting than we can post. Please print one, or write to us.",
      });
    const product = await tx.product.findFirst({
      where: { slug: piece, status: "ACTIVE" },
      select: { id: true },
    });
    await tx.sizerRequest.create({
      data: { ...to, productId: product?.id ?? null, requestedAt: toDate(now) },
    });
    await recordEvent(tx, { type: "SIZER_REQUESTED", data: {}, actor: { kind: "CUSTOMER" }, at: now });
    return ok({ email });
  });
}

/** In the post: the mail tells them, and leads back to the piece. */
export async function markSizerPosted(
  { sizerId }: { sizerId: string },
  { now, actor }: { now: Temporal.Instant; actor: StaffActor },
): Promise<Result<null, "NOT_FOUND">> {
  return withTransaction(async (tx) => {
    const [posted] = await tx.sizerRequest.updateManyAndReturn({
      where: { id: sizerId, postedAt: null },
      data: { postedAt: toDate(now) },
    });
    if (!posted)
      return refuse("NOT_FOUND", { message: "It was ticked off already, or is older than we keep them." });
    const product = posted.productId
      ? await tx.product.findFirst({
          where: { id: posted.productId, status: "ACTIVE" },
          select: { slug: true, name: true },
        })
      : null;
    await queueMail(tx, {
      template: "sizer-posted",
      dedupeKey: `sizer-posted:${posted.id}`,
      recipient: posted.email,
      data: { name: posted.name, piece: product },
    });
    await recordEvent(tx, { type: "SIZER_POSTED", data: {}, actor, at: now });
    return ok(null);
  });
}

/** Names, addresses and the mails to them, once a sizer would have been found behind the door. How many went. */
export async function forgetOldSizers({ now }: { now: Temporal.Instant }): Promise<number> {
  const before = toDate(now.subtract({ hours: 24 * SIZER_KEPT_DAYS }));
  return withTransaction(async (tx) => {
    await tx.mail.deleteMany({ where: { template: "sizer-posted", createdAt: { lt: before } } });
    const { count } = await tx.sizerRequest.deleteMany({ where: { requestedAt: { lt: before } } });
    return count;
  });
}
