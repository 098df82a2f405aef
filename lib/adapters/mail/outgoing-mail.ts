/** `id` is the mail's own, the same at every try: it becomes the Message-ID, or the files' name. */
export type OutgoingMail = {
  id: string;
  template: string;
  queuedAt: string;
  from: { name: string; address: string };
  to: string;
  subject: string;
  html: string;
  text: string;
};

/** `permanent`: trying again can't help (no such mailbox). `reason` is for the log and the studio. */
export type Delivery = { ok: true } | { ok: false; permanent: boolean; reason: string };

export type Mailer = { send(mail: OutgoingMail): Promise<Delivery> };
