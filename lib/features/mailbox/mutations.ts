import { addJob } from "@/lib/adapters/queue/add-job";
import { type MailTemplate, mailDataSchemas, type NewMail } from "@/lib/features/mailbox/schema";
import { type Tx, withTransaction } from "@/lib/platform/db";
import { ok, type Result, refuse } from "@/lib/platform/errors";

/**
 * Writes the mail beside the change that causes it; the worker sends it after commit. A second mail with the
 * same `dedupeKey` is not written: false. Throws (a bug) when `data` isn't what the template needs.
 */
export async function queueMail<Template extends MailTemplate>(
  tx: Tx,
  mail: NewMail<Template>,
): Promise<boolean> {
  const data = mailDataSchemas[mail.template].parse(mail.data);
  const [written] = await tx.mail.createManyAndReturn({
    data: {
      template: mail.template,
      dedupeKey: mail.dedupeKey,
      recipient: mail.recipient,
      data,
      orderId: mail.orderId ?? null,
    },
    skipDuplicates: true,
    select: { id: true },
  });
  if (!written) return false;
  await addJob(tx, "send-mail", { mailId: written.id }, { key: `send-mail:${written.id}` });
  return true;
}

/** For a mail that was given up: the studio sends it again, once the reason is mended. */
export async function retryMail({ mailId }: { mailId: string }): Promise<Result<null, "NOT_FAILED">> {
  return withTransaction(async (tx) => {
    const { count } = await tx.mail.updateMany({
      where: { id: mailId, status: "FAILED" },
      data: { status: "QUEUED", attempts: 0 },
    });
    if (count === 0) return refuse("NOT_FAILED", { message: "This mail has been sent or queued meanwhile." });
    await addJob(tx, "send-mail", { mailId }, { key: `send-mail:${mailId}` });
    return ok(null);
  });
}
