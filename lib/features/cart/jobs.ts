import type { CronEntry, SomeJobHandlers } from "@/lib/adapters/queue/job-handlers";
import { forgetOldBags } from "@/lib/features/cart/mutations";
import { now } from "@/lib/platform/clock";

export const cartJobs = {
  "cart.sweep": async () => {
    await forgetOldBags({ now: now() });
  },
} satisfies SomeJobHandlers;

export const cartCron: CronEntry[] = [{ job: "cart.sweep", pattern: "43 3 * * *" }];
