import type { Temporal } from "temporal-polyfill";
import { type JobName, type JobPayloads, jobPayloadSchemas } from "@/lib/adapters/queue/job-payloads";
import type { Tx } from "@/lib/platform/db";
import type { QueueName } from "@/lib/platform/queue-names";

export type JobOptions = {
  /** Jobs of one key are one job: adding it again replaces the payload and time of the one still waiting. */
  key?: string;
  runAt?: Temporal.Instant;
  /** 25 unless told; the pauses between tries grow exponentially, to three days in all. */
  maxAttempts?: number;
  /** Jobs of the same queue run one after another. */
  queue?: QueueName;
};

/** Commits or vanishes with `tx`. */
export async function addJob<Name extends JobName>(
  tx: Pick<Tx, "$executeRaw">,
  name: Name,
  payload: JobPayloads[Name],
  options: JobOptions = {},
): Promise<void> {
  const json = JSON.stringify(jobPayloadSchemas[name].parse(payload));
  await tx.$executeRaw`
    SELECT graphile_worker.add_job(
      ${name}::text,
      payload => ${json}::json,
      queue_name => ${options.queue ?? null}::text,
      run_at => ${options.runAt?.toString() ?? null}::text::timestamptz,
      max_attempts => ${options.maxAttempts ?? null}::int,
      job_key => ${options.key ?? null}::text)`;
}
