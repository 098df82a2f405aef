import { afterEach, describe, expect, it } from "vitest";
import { addJob } from "@/lib/adapters/queue/add-job";
import type { JobContext } from "@/lib/adapters/queue/job-handlers";
import { beat, releaseJobsOfGoneWorkers, sweep } from "@/lib/adapters/queue/workers";
import { db, withTransaction } from "@/lib/platform/db";
import { startWorker, type Worker } from "@/scripts/worker/worker";
import { waitingJobs } from "@/tests/support/database";

let worker: Worker | undefined;

afterEach(async () => {
  await worker?.stop();
  worker = undefined;
});

const addSweep = (key: string) => withTransaction((tx) => addJob(tx, "platform.sweep", {}, { key }));

describe("a worker", () => {
  it("does a job that was committed, within a second, and shows that it lives", async () => {
    const done: JobContext[] = [];
    worker = await startWorker(
      2,
      { "platform.sweep": async (_payload, context) => void done.push(context) },
      [],
    );
    expect(await db.workerHeartbeat.count()).toBe(2);
    await addSweep("one");
    await expect.poll(() => done, { timeout: 1_000 }).toMatchObject([{ attempt: 1, maxAttempts: 25 }]);
    await expect.poll(waitingJobs).toEqual([]);
    await worker.stop();
    worker = undefined;
    expect(await db.workerHeartbeat.count()).toBe(0);
  });

  it("tries a job that failed again, later", async () => {
    let attempts = 0;
    const handler = async () => {
      attempts += 1;
      if (attempts === 1) throw new Error("not yet");
    };
    worker = await startWorker(1, { "platform.sweep": handler }, []);
    await addSweep("flaky");
    await expect.poll(() => attempts, { timeout: 10_000 }).toBe(2);
    await expect.poll(waitingJobs).toEqual([]);
  });
});

describe("releaseJobsOfGoneWorkers", () => {
  const take = (workerId: string, secondsAgo: number) => db.$executeRaw`
    UPDATE graphile_worker._private_jobs
       SET locked_by = ${workerId}, locked_at = now() - make_interval(secs => ${secondsAgo})`;
  const holders = async () =>
    (
      await db.$queryRaw<{ by: string | null }[]>`SELECT locked_by AS by FROM graphile_worker._private_jobs`
    ).map(({ by }) => by);

  it("gives back what a worker without a heartbeat took, and leaves the living alone", async () => {
    await addSweep("taken");
    await take("worker-alive", 60);
    await beat(["worker-alive"]);
    expect(await releaseJobsOfGoneWorkers()).toBe(0);
    expect(await holders()).toEqual(["worker-alive"]);

    await take("worker-gone", 60);
    expect(await releaseJobsOfGoneWorkers()).toBe(1);
    expect(await holders()).toEqual([null]);
  });

  it("waits for the first heartbeat of a worker that took a job a moment ago", async () => {
    await take("worker-new", 1);
    expect(await releaseJobsOfGoneWorkers()).toBe(0);
    expect(await holders()).toEqual(["worker-new"]);
  });
});

describe("sweep", () => {
  it("removes old counters and heartbeats, and keeps the recent", async () => {
    const hoursAgo = (hours: number) => new Date(Date.now() - hours * 3_600_000);
    await db.rateLimit.createMany({
      data: [49, 47].map((hours) => ({ key: `k${hours}`, windowStart: hoursAgo(hours), count: 1 })),
    });
    await db.workerHeartbeat.deleteMany();
    await db.workerHeartbeat.createMany({
      data: [2, 0.5].map((hours) => ({ id: `w${hours}`, beatAt: hoursAgo(hours) })),
    });
    await sweep();
    expect((await db.rateLimit.findMany()).map(({ key }) => key)).toEqual(["k47"]);
    expect((await db.workerHeartbeat.findMany()).map(({ id }) => id)).toEqual(["w0.5"]);
  });
});
