import { getEnv } from "@/lib/platform/env";
import { log } from "@/lib/platform/log";
import { startWorker } from "./worker";

let stopping = false;

getEnv();
const worker = await startWorker(Number(process.env.WORKER_CONCURRENCY || 4));
log.info("worker ready");

// Told to stop by a person or by `npm start`; or the latter is gone, and a worker without it would be a stray.
for (const signal of ["SIGTERM", "SIGINT"] as const) process.on(signal, () => stop(0));
process.on("disconnect", () => stop(0));
if (process.send && !process.connected) stop(0);
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
