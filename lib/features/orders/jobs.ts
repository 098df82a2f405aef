import type { CronEntry, SomeJobHandlers } from "@/lib/adapters/queue/job-handlers";
import { cancelUnanswered } from "@/lib/features/orders/delay-answer";
import { now } from "@/lib/platform/clock";
import { log } from "@/lib/platform/log";

export const orderJobs = {
  "orders.delays": async () => {
    const cancelled = await cancelUnanswered({ now: now() });
    if (cancelled > 0) log.info({ cancelled }, "orders were cancelled because nobody agreed to their delay");
  },
} satisfies SomeJobHandlers;

export const orderCron: CronEntry[] = [{ job: "orders.delays", pattern: "7 * * * *", backfillMinutes: 60 }];
