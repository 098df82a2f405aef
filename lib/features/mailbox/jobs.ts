import type { Temporal } from "temporal-polyfill";
import { renderMail } from "@/components/email/render-mail";
import { getMailer } from "@/lib/adapters/mail/mailer";
import type { Delivery, Mailer, OutgoingMail } from "@/lib/adapters/mail/outgoing-mail";
import { addJob } from "@/lib/adapters/queue/add-job";
import type { CronEntry, SomeJobHandlers } from "@/lib/adapters/queue/job-handlers";
import { getMailContext, readMailContent } from "@/lib/features/mailbox/data";
import { now, toDate } from "@/lib/platform/clock";
import { type Tx, withTransaction } from "@/lib/platform/db";
import { log } from "@/lib/platform/log";

// The queue tries as often before it gives up; then the studio shows the mail as failed.
const MAX_ATTEMPTS = 25;

type Context = { now: Temporal.Instant; mailer?: Mailer };
type QueuedMail = {
  id: string;
  template: string;
  recipient: string;
  data: unknown;
  orderId: string | null;
  createdAt: Date;
  attempts: number;
};

export const mailboxJobs = {
  "send-mail": (payload) => sendMail(payload, { now: now() }),
  "mailbox.sweep": async () => {
    await requeueForgottenMails({ now: now() });
  },
} satisfies SomeJobHandlers;

export const mailboxCron: CronEntry[] = [{ job: "mailbox.sweep", pattern: "*/10 * * * *" }];

/**
 * Sends one mail, once: its row stays locked from before sending until "sent" is written, so that a second job
 * (or a second worker) finds nothing to do. Killed in between, it is sent again under the same Message-ID,
 * and a local file is written over itself.
 */
export async function sendMail(
  { mailId }: { mailId: string },
  { now, mailer = getMailer() }: Context,
): Promise<void> {
  const delivery = await withTransaction(
    async (tx) => {
      const mail = await lockQueuedMail(tx, mailId);
      if (!mail) return null;
      const letter = await composeMail(mail, now);
      const outcome = letter.ok ? await mailer.send(letter.value) : letter;
      await noteOutcome(tx, mail, letter.ok ? letter.value.subject : null, outcome, now);
      return outcome;
    },
    { timeoutMs: 55_000, retries: 0 },
  );
  if (!delivery || delivery.ok) return;
  log.warn({ mailId, reason: delivery.reason, permanent: delivery.permanent }, "a mail could not be sent");
  // The attempt is noted and committed; throwing only tells the queue to try later.
  if (!delivery.permanent) throw new Error(`Mail ${mailId} was not sent: ${delivery.reason}`);
}

const FORGOTTEN_AFTER_MINUTES = 10;

/** A mail that waits though no job will send it any more is given one. Returns how many were found. */
export async function requeueForgottenMails({ now }: Pick<Context, "now">): Promise<number> {
  const before = toDate(now.subtract({ minutes: FORGOTTEN_AFTER_MINUTES }));
  return withTransaction(async (tx) => {
    const forgotten = await tx.$queryRaw<{ id: string }[]>`
      SELECT "id" FROM "mail"
       WHERE "status" = 'QUEUED' AND "createdAt" < ${before} AND NOT EXISTS (
         SELECT FROM graphile_worker.jobs AS job
          WHERE job.key = 'send-mail:' || "mail"."id" AND job.attempts < job.max_attempts)
       ORDER BY "createdAt" LIMIT 500 FOR UPDATE SKIP LOCKED`;
    for (const { id } of forgotten) await addJob(tx, "send-mail", { mailId: id }, { key: `send-mail:${id}` });
    if (forgotten.length > 0) log.error({ mails: forgotten.length }, "mails were waiting for nobody");
    return forgotten.length;
  });
}

/** null where it has been sent. Throws where another worker holds it: should that one die, this job is still there. */
async function lockQueuedMail(tx: Tx, mailId: string): Promise<QueuedMail | null> {
  const [locked] = await tx.$queryRaw<{ id: string }[]>`
    SELECT "id" FROM "mail" WHERE "id" = ${mailId} AND "status" = 'QUEUED' FOR UPDATE SKIP LOCKED`;
  if (locked) return tx.mail.findUniqueOrThrow({ where: { id: mailId } });
  const held = await tx.mail.count({ where: { id: mailId, status: "QUEUED" } });
  if (held > 0) throw new Error(`Mail ${mailId} is being sent by another worker`);
  return null;
}

type Composed = { ok: true; value: OutgoingMail } | Extract<Delivery, { ok: false }>;

/** What can't be written is an attempt like any other: counted, and shown in the studio in the end. */
async function composeMail(mail: QueuedMail, now: Temporal.Instant): Promise<Composed> {
  try {
    const content = await readMailContent(mail);
    const context = await getMailContext(content, now);
    if (!context) return { ok: false, permanent: true, reason: "The account is gone or disabled." };
    return { ok: true, value: toOutgoing(mail, await renderMail(content, context), context.shop) };
  } catch (error) {
    log.error({ err: error, mailId: mail.id }, "a mail could not be written");
    return { ok: false, permanent: false, reason: "This mail could not be written; the log says why." };
  }
}

function toOutgoing(
  mail: QueuedMail,
  { subject, html, text }: { subject: string; html: string; text: string },
  shop: { name: string; email: string },
): OutgoingMail {
  return {
    id: mail.id,
    template: mail.template,
    queuedAt: mail.createdAt.toISOString(),
    from: { name: shop.name, address: shop.email },
    to: mail.recipient,
    subject,
    html,
    text,
  };
}

async function noteOutcome(
  tx: Tx,
  mail: QueuedMail,
  subject: string | null,
  outcome: Delivery,
  now: Temporal.Instant,
): Promise<void> {
  const attempts = mail.attempts + 1;
  const givenUp = !outcome.ok && (outcome.permanent || attempts >= MAX_ATTEMPTS);
  await tx.mail.update({
    where: { id: mail.id },
    data: {
      attempts,
      subject,
      status: outcome.ok ? "SENT" : givenUp ? "FAILED" : "QUEUED",
      sentAt: outcome.ok ? toDate(now) : null,
      lastError: outcome.ok ? null : outcome.reason,
    },
  });
}
