import { z } from "zod";

/**
 * Every background job by name, with the shape of its payload. A feature adds its own here and the handler
 * in its jobs.ts. Payloads carry ids, never personal data: they lie in the database until the job is done.
 */
export const jobPayloadSchemas = {
  "platform.sweep": z.object({}),
  "send-mail": z.object({ mailId: z.string() }),
  /** mails that wait though their job is gone */
  "mailbox.sweep": z.object({}),
  /** sends a refund that was promised */
  "payments.refund": z.object({ refundId: z.string() }),
  /** closes checkouts that a newer one replaced */
  "payments.close": z.object({ sessionIds: z.array(z.string()) }),
  "payments.reconcile": z.object({}),
  /** delays that needed a yes and got no answer */
  "orders.delays": z.object({}),
  /** proofs and changes that nobody answers */
  "proposals.sweep": z.object({}),
  /** gift cards whose day has come, and those whose last day has gone by */
  "gift-cards.due": z.object({}),
  /** simulates the queue anew */
  "promises.refresh": z.object({}),
  /** reservations of checkouts that are over */
  "promises.sweep": z.object({}),
  /** bags that nobody has opened for months */
  "cart.sweep": z.object({}),
  "designs.sweep": z.object({}),
  /** makes the sizes of an uploaded photo */
  "catalog.make-picture": z.object({ uploadId: z.string() }),
  /** files that nothing names any more, and photos whose sizes nobody makes */
  "media.sweep": z.object({}),
  /** names and addresses of whom a ring sizer was posted to */
  "sizers.sweep": z.object({}),
} satisfies Record<string, z.ZodType>;

export type JobPayloads = {
  [Name in keyof typeof jobPayloadSchemas]: z.output<(typeof jobPayloadSchemas)[Name]>;
};
export type JobName = keyof JobPayloads;
