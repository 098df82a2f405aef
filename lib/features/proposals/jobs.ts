import type { CronEntry, SomeJobHandlers } from "@/lib/adapters/queue/job-handlers";
import { sweepProposals } from "@/lib/features/proposals/sweep";
import { now } from "@/lib/platform/clock";
import { log } from "@/lib/platform/log";

export const proposalJobs = {
  "proposals.sweep": async () => {
    const swept = await sweepProposals(now());
    if (Object.values(swept).some((count) => count > 0)) log.info(swept, "looked after unanswered proposals");
  },
} satisfies SomeJobHandlers;

export const proposalCron: CronEntry[] = [
  { job: "proposals.sweep", pattern: "37 * * * *", backfillMinutes: 60 },
];
