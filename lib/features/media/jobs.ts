import type { CronEntry, SomeJobHandlers } from "@/lib/adapters/queue/job-handlers";
import { sweepFiles } from "@/lib/features/media/sweep";
import { now } from "@/lib/platform/clock";

export const mediaJobs = {
  "media.sweep": async () => {
    await sweepFiles({ now: now() });
  },
} satisfies SomeJobHandlers;

export const mediaCron: CronEntry[] = [{ job: "media.sweep", pattern: "41 * * * *" }];
