import { createLocalMailer } from "@/lib/adapters/mail/local-mailer";
import type { Mailer } from "@/lib/adapters/mail/outgoing-mail";
import { createSmtpMailer } from "@/lib/adapters/mail/smtp-mailer";
import { getEnv } from "@/lib/platform/env";

let mailer: Mailer | undefined;

/** A mail server where SMTP_URL names one; else files under DATA_DIR/mail, which /studio/mail shows. */
export function getMailer(): Mailer {
  const { SMTP_URL, DATA_DIR } = getEnv();
  mailer ??= SMTP_URL ? createSmtpMailer(SMTP_URL) : createLocalMailer(DATA_DIR);
  return mailer;
}
