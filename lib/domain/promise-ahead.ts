import { type AbsenceRisk, possibleCalendars } from "@/lib/domain/absence-chance";
import { type IsoDate, localDate } from "@/lib/domain/calendar-days";
import { DurationModel, type Learned } from "@/lib/domain/duration-model";
import { type Baseline, BaselineBuilder } from "@/lib/domain/promise-baseline";
import { type BenchState, createArtisans, downsOf, openPieces } from "@/lib/domain/promise-bench";
import type { Correction } from "@/lib/domain/promise-correction";
import { addPieces, createPlacing, type NewPiece, type Placing } from "@/lib/domain/promise-place";
import { type Arrivals, type PossibleArtisan, prepareBench } from "@/lib/domain/promise-simulation";

/** What the workshop's own past says: read when the queue is simulated, and kept with it. */
export type Knowledge = {
  learned: Learned;
  absence: AbsenceRisk;
  arrivals: Arrivals;
  correction: Correction;
};

/** The bench as it is expected to be busy: what a promise is made from. */
export type BenchAhead = {
  timeZone: string;
  artisans: readonly PossibleArtisan[];
  placing: Placing;
  correction: Correction;
  openJobs: number;
  /** pieces of checkouts that are still open, in the bench already */
  reserved: number;
};

export const RUNS = 500;
export const SEED = 20_251;
/** Futures of one artisan's calendar: runs share them. */
export const FUTURES = 100;

/** The whole queue, to be played run by run. */
export function startBaseline(
  state: BenchState,
  { learned, absence, arrivals }: Omit<Knowledge, "correction">,
  nowMs: number,
  runs = RUNS,
): BaselineBuilder {
  const artisans = possibleArtisans(state, absence, nowMs, runs);
  const open = openPieces(state.openJobs, artisans, nowMs);
  const model = new DurationModel(learned);
  return new BaselineBuilder(
    prepareBench({ nowMs, seed: SEED, open, arrivals, model, artisans, downs: downsOf(state) }),
    artisans,
    nowMs,
  );
}

/** The whole queue simulated at once, for whoever has the time. */
export function simulateQueue(
  state: BenchState,
  knowledge: Knowledge,
  nowMs: number,
  runs: number,
): BenchAhead {
  const builder = startBaseline(state, knowledge, nowMs, runs);
  for (let run = 0; run < runs; run += 1) builder.addRun();
  return benchAhead(state, knowledge, builder.finish(SEED), builder.artisans);
}

/** `artisans` where they are at hand from the simulation: else they are worked out anew, and are the same. */
export function benchAhead(
  state: BenchState,
  { learned, absence, correction }: Omit<Knowledge, "arrivals">,
  baseline: Baseline,
  artisans: readonly PossibleArtisan[] = possibleArtisans(state, absence, baseline.fromMs, baseline.runs),
): BenchAhead {
  const placing = createPlacing(baseline, artisans, new DurationModel(learned), downsOf(state));
  return {
    timeZone: state.timeZone,
    artisans,
    placing,
    correction,
    openJobs: state.openJobs.length,
    reserved: 0,
  };
}

/** With some pieces more at the end of the queue, in their order. */
export function withReserved(
  ahead: BenchAhead,
  pieces: readonly { piece: NewPiece; queuedAtMs: number }[],
): BenchAhead {
  const placing = addPieces(
    ahead.placing,
    pieces.map(({ piece, queuedAtMs }) => ({ piece, nowMs: queuedAtMs })),
  );
  return { ...ahead, placing, reserved: ahead.reserved + pieces.length };
}

function possibleArtisans(
  state: Omit<BenchState, "openJobs">,
  risk: AbsenceRisk,
  fromMs: number,
  runs: number,
): PossibleArtisan[] {
  const today = localDate(state.timeZone, fromMs);
  const closedDays = new Set(state.closedDays);
  return createArtisans(state).map((artisan, index) => {
    const { id, hours, timeOff } = state.artisans[index] ?? { id: artisan.id, hours: [], timeOff: [] };
    const absentToday = timeOff.some((days) => isIllToday(days, today));
    const futures = possibleCalendars(
      { timeZone: state.timeZone, hours, timeOff, closedDays },
      { risk, today, absentToday, seed: SEED, id, count: Math.min(FUTURES, runs) },
    );
    return { ...artisan, futures };
  });
}

/** Away today without having planned it, and nobody knows until when. */
function isIllToday({ to, unplanned }: { to: IsoDate; unplanned: boolean }, today: IsoDate): boolean {
  return unplanned && to === today;
}
