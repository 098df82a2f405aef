/**
 * `npm run bench:promise`: how long a quote takes beside a queue that is simulated already, and how long simulating
 * the queue takes, as the queue grows. Eight artisans, 500 runs, the sample workshop's kinds of work. And how long a
 * what-if takes: the supposed queue played forward, and what it does to each promise.
 */
import { localDate, toEpochDay, toIsoDate } from "@/lib/domain/calendar-days";
import { benchAhead, RUNS, SEED, startBaseline } from "@/lib/domain/promise-ahead";
import { BaselineBuilder } from "@/lib/domain/promise-baseline";
import type { BenchState } from "@/lib/domain/promise-bench";
import { momentsOf } from "@/lib/domain/promise-forecast";
import { createPlacing, placePiece } from "@/lib/domain/promise-place";
import { prepareBench } from "@/lib/domain/promise-simulation";
import { suppose } from "@/lib/domain/what-if";
import { effectsOf, usualLead } from "@/lib/domain/what-if-effect";
import { benchOf, knowledgeOf, newPiece, nowMs, stateOf } from "./promise-world";

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

/** One artisan away for a week, as the page asks it: before is simulated already, after is played and compared. */
function whatIf(openJobs: number) {
  const state = stateOf({ artisans: 8, openJobs });
  const before = played(state);
  const today = localDate(state.timeZone, nowMs);
  const dueOn = new Map(
    state.openJobs.map(({ id }, index) => [id, toIsoDate(toEpochDay(today) + 7 + Math.floor(index / 8))]),
  );
  const begun = performance.now();
  const worked = process.cpuUsage();
  const away = { kind: "TIME_OFF" as const, artisanId: "artisan-2", from: "2026-12-01", to: "2026-12-08" };
  const supposed = suppose(state, away, { nowMs, today });
  if (!supposed.ok) throw new Error(supposed.message);
  const after = played(supposed.state);
  const moved = effectsOf(before, after, dueOn);
  const plans = knowledgeOf()
    .arrivals.pieces.slice(-24)
    .map(({ stages }) => stages);
  const leads = [before, after].map(({ ahead }) => usualLead(ahead, plans, nowMs));
  const took = performance.now() - begun;
  const { user, system } = process.cpuUsage(worked);
  if (moved.length === 0 || leads.includes(null)) throw new Error("Nothing came of it");
  // On a machine that does other things too, the time of its processor says more.
  const cpuMs = Math.round((user + system) / 1000);
  return { "open jobs": openJobs, "what-if ms": Math.round(took), "of it at work": cpuMs };
}

function played(state: BenchState) {
  const knowledge = knowledgeOf();
  const builder = startBaseline(state, knowledge, nowMs);
  for (let run = 0; run < RUNS; run += 1) builder.addRun();
  const moments = momentsOf(builder, state.openJobs);
  const ahead = benchAhead(state, knowledge, builder.finish(SEED), builder.artisans);
  const { correction, artisans } = ahead;
  return { state, fromMs: nowMs, moments, correction, artisans, ahead };
}

console.table([50, 200, 500].map(whatIf));
