import { EventEmitter } from "node:events";
import {
  type LogFunctionFactory,
  Logger,
  parseCronItems,
  run,
  type TaskList,
  type WorkerEvents,
} from "graphile-worker";
import type { CronEntry, JobContext, SomeJobHandlers } from "@/lib/adapters/queue/job-handlers";
import { type JobName, jobPayloadSchemas } from "@/lib/adapters/queue/job-payloads";
import { beat, forgetWorkers, releaseJobsOfGoneWorkers } from "@/lib/adapters/queue/workers";
import { closeDb } from "@/lib/platform/db";
import { getEnv } from "@/lib/platform/env";
import { log } from "@/lib/platform/log";
import { HEARTBEAT_EVERY_MS } from "@/lib/platform/queue-names";
import { cronEntries, jobHandlers } from "./tasks";

export type Worker = { ended: Promise<void>; stop(): Promise<void> };

/** Does the background jobs, `concurrency` at once, until it is stopped. */
export async function startWorker(
  concurrency: number,
  handlers: SomeJobHandlers = jobHandlers,
  crons: CronEntry[] = cronEntries,
): Promise<Worker> {
  const workerIds: string[] = [];
  const events: WorkerEvents = new EventEmitter();
  events.on("worker:create", ({ worker }) => workerIds.push(worker.workerId));
  const runner = await run({
    connectionString: getEnv().DATABASE_URL,
    concurrency,
    maxPoolSize: concurrency + 2,
    // The database's NOTIFY wakes us; this is for jobs whose time has come.
    pollInterval: 1_000,
    noHandleSignals: true,
    taskList: toTaskList(handlers),
    parsedCronItems: parseCronItems(crons.map(toCronItem)),
    logger: new Logger(toLog),
    events,
  });
  const heartbeat = beatForever(workerIds);
  await heartbeat.first;
  return {
    ended: runner.promise,
    stop: async () => {
      await runner.stop().catch(() => undefined);
      heartbeat.stop();
      await forgetWorkers(workerIds).catch(() => undefined);
      await closeDb();
    },
  };
}

function toTaskList(handlers: SomeJobHandlers): TaskList {
  const names = Object.keys(handlers) as JobName[];
  return Object.fromEntries(names.map((name) => [name, toTask(name, handlers[name])]));
}

function toTask<Name extends JobName>(name: Name, handler: SomeJobHandlers[Name]): TaskList[string] {
  return async (payload, { job }) => {
    const context: JobContext = { jobId: job.id, attempt: job.attempts, maxAttempts: job.max_attempts };
    const run = handler as (payload: unknown, context: JobContext) => Promise<void>;
    await run(jobPayloadSchemas[name].parse(payload), context);
  };
}

function toCronItem({ job, pattern, backfillMinutes = 0 }: CronEntry) {
  return { task: job, match: pattern, options: { backfillPeriod: backfillMinutes * 60_000, maxAttempts: 3 } };
}

/** Also looks for jobs of workers that stopped beating. */
function beatForever(workerIds: string[]): { first: Promise<void>; stop(): void } {
  let stopped = false;
  const once = async () => {
    try {
      await beat(workerIds);
      if ((await releaseJobsOfGoneWorkers()) > 0)
        log.warn("jobs of a worker that is gone are given to others");
    } catch (error) {
      log.warn({ err: error }, "heartbeat failed");
    }
  };
  const again = async () => {
    while (!stopped) {
      await new Promise((resolve) => setTimeout(resolve, HEARTBEAT_EVERY_MS).unref());
      if (!stopped) await once();
    }
  };
  const first = once();
  void first.then(again);
  return {
    first,
    stop: () => {
      stopped = true;
    },
  };
}

const toLog: LogFunctionFactory = (scope) => (level, message, meta) => {
  const fields = {
    task: scope.taskIdentifier,
    jobId: scope.jobId,
    ...(meta?.error ? { err: meta.error } : {}),
  };
  // The library tells of every job at "info"; ours tell what they did themselves.
  log[level === "warning" ? "warn" : level === "info" ? "debug" : level](fields, message);
};
