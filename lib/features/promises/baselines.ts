import { createHash } from "node:crypto";
import type { Temporal } from "temporal-polyfill";
import { z } from "zod";
import { NEVER } from "@/lib/domain/calendar";
import {
  type BenchAhead,
  benchAhead,
  type Knowledge,
  RUNS,
  SEED,
  startBaseline,
} from "@/lib/domain/promise-ahead";
import { type BenchState, plannedStageSchema } from "@/lib/domain/promise-bench";
import { decodeBlocks, encodeBlocks } from "@/lib/domain/promise-encode";
import { type JobMoments, momentsOf } from "@/lib/domain/promise-forecast";
import { readKnowledge } from "@/lib/features/promises/knowledge";
import { toDate } from "@/lib/platform/clock";
import { db } from "@/lib/platform/db";
import { log } from "@/lib/platform/log";

/** The queue simulated, and what it says of each job in it. */
export type Simulated = {
  fromMs: number;
  ahead: BenchAhead;
  moments: readonly JobMoments[];
  knowledge: Knowledge;
};

/** A simulation of this morning knows nothing of noon: older than this it is made anew. */
export const FRESH_MINUTES = 30;
/** The worker comes by every ten minutes: what it finds older than this it makes anew, so that nobody else must. */
export const RENEW_MINUTES = 8;
/** Questions that were asked together are answered together. */
const MOMENT_MS = 5_000;
/** A busy server does something else in between. */
const AT_A_TIME_MS = 15;
const KEPT_IN_MEMORY = 2;
const KEPT_IN_DATABASE = 4;
/** Changes when what is simulated does: what older programs stored is never read as ours. */
const ENGINE_VERSION = 2;

// JSON has no Infinity: null is "never".
const momentSchema = z.number().nullable();
const headerSchema = z.object({
  fromMs: z.number(),
  runs: z.int(),
  artisans: z.int(),
  learned: z.object({
    stages: z.record(z.string(), z.object({ weight: z.number(), sum: z.number(), squares: z.number() })),
    checks: z.number(),
    failed: z.number(),
  }),
  absence: z.object({ begins: z.number(), goesOn: z.number() }),
  arrivals: z.object({
    pieces: z.array(z.object({ stages: z.array(plannedStageSchema), again: z.array(plannedStageSchema) })),
    meanGapMs: z.number(),
  }),
  correction: z.object({ z50: z.number(), z90: z.number() }),
  moments: z.array(
    z.object({
      jobId: z.string(),
      ...{ p50Ms: momentSchema, p90Ms: momentSchema, startMs: momentSchema, endMs: momentSchema },
      finishes: z.array(momentSchema),
      longestWait: z.object({ skill: z.string(), waitMs: z.number() }).nullable(),
    }),
  ),
});
type Header = z.infer<typeof headerSchema>;

const remembered = new Map<string, Simulated>();
const underWay = new Map<string, Promise<Simulated>>();

export function fingerprintOf(state: BenchState): string {
  return createHash("sha256")
    .update(`${ENGINE_VERSION} ${JSON.stringify(state)}`)
    .digest("hex");
}

/**
 * This very queue, simulated: from memory, from what the worker stored, or, where it hasn't got there yet, here and now.
 * A simulation of another queue is never used in its place, nor one that is older than half an hour.
 */
export async function simulatedOf(
  state: BenchState,
  now: Temporal.Instant,
  { renewAfterMinutes = FRESH_MINUTES } = {},
): Promise<Simulated> {
  const fingerprint = fingerprintOf(state);
  const known = remembered.get(fingerprint);
  if (known && isFresh(known.fromMs, now, renewAfterMinutes)) return known;
  // No pause between looking and saying that it is under way, or two who ask at once would both simulate.
  const already = underWay.get(fingerprint);
  const joined = already && (await already);
  if (joined && isFresh(joined.fromMs, now, renewAfterMinutes)) return joined;
  const made = findOrSimulate(fingerprint, state, now, renewAfterMinutes);
  underWay.set(fingerprint, made);
  try {
    const simulated = await made;
    remembered.delete(fingerprint);
    remembered.set(fingerprint, simulated);
    for (const oldest of [...remembered.keys()].slice(0, -KEPT_IN_MEMORY)) remembered.delete(oldest);
    return simulated;
  } finally {
    underWay.delete(fingerprint);
  }
}

/** This very queue, where this process has it simulated already. */
export function recallSimulated(state: BenchState, now: Temporal.Instant): Simulated | null {
  const known = remembered.get(fingerprintOf(state));
  return known && isFresh(known.fromMs, now) ? known : null;
}

async function findOrSimulate(
  fingerprint: string,
  state: BenchState,
  now: Temporal.Instant,
  renewAfterMinutes: number,
): Promise<Simulated> {
  const stored = await readStored(fingerprint, state, now, renewAfterMinutes);
  return stored ?? (await simulate(fingerprint, state, now));
}

async function readStored(
  fingerprint: string,
  state: BenchState,
  now: Temporal.Instant,
  renewAfterMinutes: number,
): Promise<Simulated | null> {
  const row = await db.promiseBaseline.findUnique({ where: { fingerprint } });
  if (!row || !isFresh(row.madeAt.getTime(), now, renewAfterMinutes)) return null;
  const parsed = headerSchema.safeParse(row.header);
  const blocks = parsed.success && decodeBlocks(row.blocks, { ...parsed.data, seed: SEED });
  if (!blocks) {
    // Another release's, or broken: it is made anew and takes this one's place.
    log.warn({ fingerprint }, "a stored simulation of the queue can't be read");
    return null;
  }
  const header = parsed.data;
  return {
    fromMs: header.fromMs,
    ahead: benchAhead(state, header, blocks),
    knowledge: header,
    moments: header.moments.map(({ jobId, p50Ms, p90Ms, startMs, endMs, finishes, longestWait }) => ({
      ...{ jobId, longestWait, finishes: finishes.map((ms) => ms ?? NEVER) },
      ...{ p50Ms: p50Ms ?? NEVER, p90Ms: p90Ms ?? NEVER },
      ...{ startMs: startMs ?? NEVER, endMs: endMs ?? NEVER },
    })),
  };
}

async function simulate(fingerprint: string, state: BenchState, now: Temporal.Instant): Promise<Simulated> {
  const knowledge = await readKnowledge(now);
  const fromMs = now.epochMilliseconds;
  const simulated = await simulateAside(state, knowledge, fromMs);
  const { learned, absence, arrivals, correction } = knowledge;
  const blocks = simulated.ahead.placing.baseline;
  const header: Header = {
    ...{ fromMs, runs: blocks.runs, artisans: blocks.artisans, learned, absence, correction },
    arrivals: {
      pieces: arrivals.pieces.map(({ stages, again }) => ({ stages: [...stages], again: [...again] })),
      meanGapMs: arrivals.meanGapMs,
    },
    // JSON has no Infinity: it writes null.
    moments: simulated.moments.map(({ finishes, ...moment }) => ({ ...moment, finishes: [...finishes] })),
  };
  // Whoever asked has the answer also where it can't be kept.
  await store(fingerprint, header, encodeBlocks(blocks), now).catch((error: unknown) =>
    log.warn({ err: error }, "a simulated queue could not be stored"),
  );
  return simulated;
}

/** Any bench, real or supposed, played forward with what is known: kept nowhere. */
export async function simulateAside(
  state: BenchState,
  knowledge: Knowledge,
  fromMs: number,
): Promise<Simulated> {
  const builder = startBaseline(state, knowledge, fromMs);
  let pausedAt = performance.now();
  for (let run = 0; run < RUNS; run += 1) {
    builder.addRun();
    if (performance.now() - pausedAt < AT_A_TIME_MS) continue;
    await new Promise((resolve) => setImmediate(resolve));
    pausedAt = performance.now();
  }
  const moments = momentsOf(builder, state.openJobs);
  const ahead = benchAhead(state, knowledge, builder.finish(SEED), builder.artisans);
  return { fromMs, ahead, moments, knowledge };
}

async function store(
  fingerprint: string,
  header: Header,
  blocks: Uint8Array<ArrayBuffer>,
  now: Temporal.Instant,
): Promise<void> {
  const data = { madeAt: toDate(now), header, blocks };
  await db.promiseBaseline.upsert({
    where: { fingerprint },
    create: { fingerprint, ...data },
    update: data,
  });
  const newest = await db.promiseBaseline.findMany({
    orderBy: { madeAt: "desc" },
    take: KEPT_IN_DATABASE,
    select: { fingerprint: true },
  });
  await db.promiseBaseline.deleteMany({
    where: { fingerprint: { notIn: newest.map((row) => row.fingerprint) } },
  });
}

function isFresh(madeMs: number, now: Temporal.Instant, minutes = FRESH_MINUTES): boolean {
  const age = now.epochMilliseconds - madeMs;
  return age > -MOMENT_MS && age < minutes * 60_000;
}

/** For tests, which change the past between two questions. */
export function forgetSimulations(): void {
  remembered.clear();
}
