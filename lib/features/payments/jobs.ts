import type { CronEntry, SomeJobHandlers } from "@/lib/adapters/queue/job-handlers";
import { getPaymentGateway } from "@/lib/adapters/stripe/gateway";
import { closeCheckouts } from "@/lib/features/payments/close-checkouts";
import { syncRefunds } from "@/lib/features/payments/outside-refunds";
import { reconcile } from "@/lib/features/payments/reconcile";
import { sendRefund } from "@/lib/features/payments/send-refund";
import { now } from "@/lib/platform/clock";
import { log } from "@/lib/platform/log";

export const paymentJobs = {
  "payments.refund": async ({ refundId }) => {
    const context = { now: now(), gateway: getPaymentGateway() };
    const refused = await sendRefund(refundId, context);
    if (refused) await syncRefunds(refused.paymentIntentId, context);
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
