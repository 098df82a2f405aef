import type { JobName, JobPayloads } from "@/lib/adapters/queue/job-payloads";

export type JobContext = {
  jobId: string;
  /** 1 on the first try. */
  attempt: number;
  maxAttempts: number;
};

/**
 * Does one job. It may run again after it has thrown, and also after it was cut off half way by a crash:
 * whatever it does outside the database needs an idempotency key, whatever inside, a condition.
 */
export type JobHandler<Name extends JobName> = (
  payload: JobPayloads[Name],
  context: JobContext,
) => Promise<void>;

/** What a feature's jobs.ts exports: `export const mailboxJobs = { "send-mail": … } satisfies SomeJobHandlers`. */
export type SomeJobHandlers = { [Name in JobName]?: JobHandler<Name> };
export type AllJobHandlers = { [Name in JobName]: JobHandler<Name> };

/** When a job is added by the clock. `pattern` is a crontab line's five fields, in UTC. */
export type CronEntry = {
  job: JobName;
  pattern: string;
  /** A run missed while no worker was up is made up for, unless longer ago than this. 0 without. */
  backfillMinutes?: number;
};
