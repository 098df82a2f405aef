import { followQueue } from "@/lib/features/promises/follow";
import { getEnv } from "@/lib/platform/env";
import { followParent } from "@/lib/platform/follow-parent";
import { log } from "@/lib/platform/log";
import { startWorker } from "./worker";

let stopping = false;

getEnv();
const worker = await startWorker(Number(process.env.WORKER_CONCURRENCY || 4));
followQueue();
log.info("worker ready");

for (const signal of ["SIGTERM", "SIGINT"] as const) process.on(signal, () => stop(0));
followParent();
worker.ended.then(
  () => stop(0),
  (error: unknown) => {
    log.fatal({ err: error }, "worker failed");
    stop(1);
  },
);

async function stop(exitCode: number): Promise<void> {
  if (stopping) return;
  stopping = true;
  await worker.stop().catch((error: unknown) => log.error({ err: error }, "worker did not stop cleanly"));
  process.exit(exitCode);
}
