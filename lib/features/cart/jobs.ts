import type { CronEntry, SomeJobHandlers } from "@/lib/adapters/queue/job-handlers";
import { forgetOldBags, forgetSpecs } from "@/lib/features/cart/forget";
import { now } from "@/lib/platform/clock";

export const cartJobs = {
  "cart.sweep": async () => {
    const moment = now();
    await forgetOldBags({ now: moment });
    await forgetSpecs({ now: moment });
  },
} satisfies SomeJobHandlers;

export const cartCron: CronEntry[] = [{ job: "cart.sweep", pattern: "43 3 * * *" }];
