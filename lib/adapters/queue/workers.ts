import { db } from "@/lib/platform/db";
import { HEARTBEAT_STALE_MS } from "@/lib/platform/queue-names";

/** Removes what only the recent past needs: counters of rate limits, heartbeats of workers that are gone. */
export async function sweep(): Promise<void> {
  await db.$executeRaw`DELETE FROM rate_limit WHERE "windowStart" < now() - interval '2 days'`;
  await db.$executeRaw`DELETE FROM worker_heartbeat WHERE "beatAt" < now() - interval '1 hour'`;
}

/** Tells that these workers live; each is one place at which a job can be done. */
export async function beat(workerIds: readonly string[]): Promise<void> {
  await db.$executeRaw`
    INSERT INTO worker_heartbeat (id, "startedAt", "beatAt")
    SELECT id, now(), now() FROM unnest(${[...workerIds]}::text[]) AS id
    ON CONFLICT (id) DO UPDATE SET "beatAt" = now()`;
}

export async function forgetWorkers(workerIds: readonly string[]): Promise<void> {
  await db.$executeRaw`DELETE FROM worker_heartbeat WHERE id = ANY(${[...workerIds]}::text[])`;
}

/**
 * Gives back the jobs that a killed worker had taken. The queue itself would wait four hours; a buyer waits
 * for that mail. Returns 1 where it found any, else 0.
 */
export async function releaseJobsOfGoneWorkers(): Promise<number> {
  const staleSeconds = HEARTBEAT_STALE_MS / 1000;
  // A job taken a moment ago may belong to a worker that is about to beat for the first time.
  return db.$executeRaw`
    SELECT graphile_worker.force_unlock_workers(array_agg(locked_by)) FROM (
      SELECT locked_by, locked_at FROM graphile_worker._private_jobs
      UNION SELECT locked_by, locked_at FROM graphile_worker._private_job_queues
    ) AS taken
    WHERE locked_at < now() - make_interval(secs => ${staleSeconds})
      AND NOT EXISTS (
        SELECT FROM worker_heartbeat
         WHERE id = locked_by AND "beatAt" > now() - make_interval(secs => ${staleSeconds}))
    HAVING count(*) > 0`;
}
