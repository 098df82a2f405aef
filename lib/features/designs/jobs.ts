import type { CronEntry, SomeJobHandlers } from "@/lib/adapters/queue/job-handlers";
import { forgetSharedDesigns } from "@/lib/features/designs/mutations";
import { now } from "@/lib/platform/clock";

export const designJobs = {
  "designs.sweep": async () => {
    await forgetSharedDesigns({ now: now() });
  },
} satisfies SomeJobHandlers;

/** Before the bags' sweep, which forgets the specs that nothing names any more. */
export const designCron: CronEntry[] = [{ job: "designs.sweep", pattern: "31 3 * * *" }];
