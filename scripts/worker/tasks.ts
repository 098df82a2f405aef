import type { AllJobHandlers, CronEntry } from "@/lib/adapters/queue/job-handlers";
import { sweep } from "@/lib/adapters/queue/workers";
import { cartCron, cartJobs } from "@/lib/features/cart/jobs";
import { catalogJobs } from "@/lib/features/catalog/jobs";
import { designCron, designJobs } from "@/lib/features/designs/jobs";
import { giftCardCron, giftCardJobs } from "@/lib/features/gift-cards/jobs";
import { mailboxCron, mailboxJobs } from "@/lib/features/mailbox/jobs";
import { mediaCron, mediaJobs } from "@/lib/features/media/jobs";
import { orderCron, orderJobs } from "@/lib/features/orders/jobs";
import { paymentCron, paymentJobs } from "@/lib/features/payments/jobs";
import { promiseCron, promiseJobs } from "@/lib/features/promises/jobs";
import { proposalCron, proposalJobs } from "@/lib/features/proposals/jobs";
import { sizerCron, sizerJobs } from "@/lib/features/sizers/jobs";

/** Every background job and who does it. The compiler objects when a job of job-payloads.ts has nobody. */
export const jobHandlers: AllJobHandlers = {
  "platform.sweep": sweep,
  ...mailboxJobs,
  ...orderJobs,
  ...paymentJobs,
  ...cartJobs,
  ...proposalJobs,
  ...giftCardJobs,
  ...designJobs,
  ...promiseJobs,
  ...sizerJobs,
  ...catalogJobs,
  ...mediaJobs,
};

export const cronEntries: CronEntry[] = [
  { job: "platform.sweep", pattern: "17 * * * *" },
  ...mailboxCron,
  ...orderCron,
  ...paymentCron,
  ...cartCron,
  ...proposalCron,
  ...giftCardCron,
  ...designCron,
  ...promiseCron,
  ...sizerCron,
  ...mediaCron,
];
