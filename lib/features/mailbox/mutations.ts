import { addJob } from "@/lib/adapters/queue/add-job";
import { type MailTemplate, mailDataSchemas, type NewMail } from "@/lib/features/mailbox/schema";
import type { Tx } from "@/lib/platform/db";

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
