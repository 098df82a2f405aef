import { createTransport } from "nodemailer";
import type { Delivery, Mailer, OutgoingMail } from "@/lib/adapters/mail/outgoing-mail";

// Well below the minute after which PostgreSQL would end the transaction that waits for the answer.
const TIMEOUT_MS = 15_000;

export function createSmtpMailer(url: string): Mailer {
  const transport = createTransport({
    url,
    connectionTimeout: TIMEOUT_MS,
    greetingTimeout: TIMEOUT_MS,
    socketTimeout: TIMEOUT_MS,
  });
  return {
    async send(mail) {
      try {
        await transport.sendMail(toMessage(mail));
        return { ok: true };
      } catch (error) {
        return readFailure(error);
      }
    },
  };
}

function toMessage(mail: OutgoingMail) {
  return {
    // The same at every try: should a worker die between the server's yes and our own note of it, the second
    // copy carries the first one's Message-ID, and most receivers drop it.
    messageId: `<${mail.id}@${mail.from.address.split("@")[1] ?? "localhost"}>`,
    date: new Date(mail.queuedAt),
    from: mail.from,
    to: mail.to,
    subject: mail.subject,
    html: mail.html,
    text: mail.text,
    headers: { "Auto-Submitted": "auto-generated", "X-Entity-Ref-ID": mail.id },
  };
}

function readFailure(error: unknown): Delivery {
  const { code, responseCode, message } = error as { code?: string; responseCode?: number; message?: string };
  // A refused sign-in is ours to mend and worth another try; a refused recipient or message is not.
  const permanent = code !== "EAUTH" && responseCode !== undefined && responseCode >= 500;
  return { ok: false, permanent, reason: (message ?? String(error)).slice(0, 500) };
}
