import type { CronEntry, SomeJobHandlers } from "@/lib/adapters/queue/job-handlers";
import { sweep } from "@/lib/adapters/queue/workers";

/** Every background job and who does it. The compiler objects when a job of job-payloads.ts has nobody. */
export const jobHandlers: SomeJobHandlers = {
  "platform.sweep": sweep,
};

export const cronEntries: CronEntry[] = [{ job: "platform.sweep", pattern: "17 * * * *" }];
