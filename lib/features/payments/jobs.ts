import type { CronEntry, SomeJobHandlers } from "@/lib/adapters/queue/job-handlers";
import { getPaymentGateway } from "@/lib/adapters/stripe/gateway";
import { closeCheckouts } from "@/lib/features/payments/close-checkouts";
import { reconcile } from "@/lib/features/payments/reconcile";
import { sendRefund } from "@/lib/features/payments/refunds";
import { now } from "@/lib/platform/clock";
import { log } from "@/lib/platform/log";

export const paymentJobs = {
  "payments.refund": async ({ refundId }) => {
    await sendRefund(refundId, { now: now(), gateway: getPaymentGateway() });
  },
  "payments.close": async ({ sessionIds }) => {
    await closeCheckouts(sessionIds, { now: now(), gateway: getPaymentGateway() });
  },
  "payments.reconcile": async () => {
    const done = await reconcile({ now: now(), gateway: getPaymentGateway() });
    if (Object.values(done).some((count) => count > 0)) log.info({ ...done }, "reconciled payments");
  },
} satisfies SomeJobHandlers;

export const paymentCron: CronEntry[] = [{ job: "payments.reconcile", pattern: "*/3 * * * *" }];
