/**
 * `npm run bench:promise`: how long a quote takes beside a queue that is simulated already, and how long simulating
 * the queue takes, as the queue grows. Eight artisans, 500 runs, the sample workshop's kinds of work.
 */
import { BaselineBuilder } from "@/lib/domain/promise-baseline";
import { createPlacing, placePiece } from "@/lib/domain/promise-place";
import { prepareBench } from "@/lib/domain/promise-simulation";
import { benchOf, newPiece } from "./promise-world";

const RUNS = 500;
const QUOTES = 200;
const rows = [50, 200, 500, 2000].map((openJobs) => {
  const { simulation, artisans, model, nowMs } = benchOf({ artisans: 8, openJobs });
  const started = performance.now();
  const player = prepareBench(simulation);
  const builder = new BaselineBuilder(player, artisans, nowMs);
  for (let run = 0; run < RUNS; run += 1) builder.addRun();
  const baseline = builder.finish(simulation.seed);
  const placing = createPlacing(baseline, artisans, model);
  const rebuildMs = performance.now() - started;
  const took = Array.from({ length: QUOTES }, (_none, index) => {
    const begun = performance.now();
    placePiece(placing, newPiece(index), nowMs + index * 1000).sort();
    return performance.now() - begun;
  }).sort((a, b) => a - b);
  const at = (share: number) => Math.round((took[Math.floor(share * (QUOTES - 1))] ?? 0) * 100) / 100;
  const storedKb = Math.round(
    (baseline.offsets.byteLength + baseline.starts.byteLength * 2 + baseline.yields.byteLength) / 1024,
  );
  return {
    ...{ "open jobs": openJobs, "rebuild ms": Math.round(rebuildMs), "kB stored": storedKb },
    ...{ "quote p50 ms": at(0.5), "quote p99 ms": at(0.99) },
  };
});
console.table(rows);
