import type { CronEntry, SomeJobHandlers } from "@/lib/adapters/queue/job-handlers";
import { forgetOldSizers } from "@/lib/features/sizers/mutations";
import { now } from "@/lib/platform/clock";

export const sizerJobs = {
  "sizers.sweep": async () => {
    await forgetOldSizers({ now: now() });
  },
} satisfies SomeJobHandlers;

export const sizerCron: CronEntry[] = [{ job: "sizers.sweep", pattern: "51 3 * * *" }];
