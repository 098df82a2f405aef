import { NEVER } from "@/lib/domain/calendar";
import { DAY_MS, type IsoDate, toEpochDay } from "@/lib/domain/calendar-days";
import { newPieces } from "@/lib/domain/promise";
import type { BenchAhead } from "@/lib/domain/promise-ahead";
import { type BenchState, createArtisans, type PlannedStage } from "@/lib/domain/promise-bench";
import { type Correction, corrected, type QuotedLead } from "@/lib/domain/promise-correction";
import { closingTimes, shippingDays } from "@/lib/domain/promise-dates";
import type { JobMoments } from "@/lib/domain/promise-forecast";
import { leadOf, shareBelow } from "@/lib/domain/promise-lead";
import { placePiece } from "@/lib/domain/promise-place";
import type { BenchArtisan } from "@/lib/domain/schedule";

/** A bench and what playing it forward says of each open piece. */
export type Outlook = {
  state: BenchState;
  fromMs: number;
  correction: Correction;
  moments: readonly JobMoments[];
  /** those that were played, with their calendars; else they are worked out anew */
  artisans?: readonly BenchArtisan[];
};

/** Likely kept before and not any more; likely kept only now; otherwise what became of its chance, or of its day. */
export type Verdict = "BREAKS" | "SAVED" | "RISKIER" | "SAFER" | "MOVES";

/** What it does to the promise of one open piece. Chances are of leaving by the day it is due. */
export type Effect = {
  jobId: string;
  verdict: Verdict;
  chance: Pair<number>;
  /** the day on which it would leave; null: the bench never gets there */
  ready: Pair<IsoDate | null>;
  /** calendar days later (below zero: earlier); null where it is never done in one of them */
  days: number | null;
};
export type Pair<T> = { before: T; after: T };

const LIKELY = 0.5;
/** Smaller differences of a chance aren't worth a line. */
const WORTH_SAYING = 0.03;
const order: Verdict[] = ["BREAKS", "RISKIER", "MOVES", "SAVED", "SAFER"];

/** Every open piece that it does something to, the worst first. Both outlooks meet the same luck. */
export function effectsOf(before: Outlook, after: Outlook, dueOn: ReadonlyMap<string, IsoDate>): Effect[] {
  const was = chancesIn(before, dueOn);
  const is = chancesIn(after, dueOn);
  return before.state.openJobs
    .flatMap(({ id }): Effect[] => {
      const [one, other] = [was.get(id), is.get(id)];
      if (!one || !other) return [];
      const days = one.readyOn && other.readyOn ? toEpochDay(other.readyOn) - toEpochDay(one.readyOn) : null;
      const verdict = verdictOf(one.chance, other.chance, one.readyOn !== other.readyOn);
      return verdict
        ? [
            {
              ...{ jobId: id, verdict, days },
              chance: { before: one.chance, after: other.chance },
              ready: { before: one.readyOn, after: other.readyOn },
            },
          ]
        : [];
    })
    .sort(worstFirst);
}

function verdictOf(before: number, after: number, moves: boolean): Verdict | null {
  if (before >= LIKELY && after < LIKELY) return "BREAKS";
  if (before < LIKELY && after >= LIKELY) return "SAVED";
  if (before - after >= WORTH_SAYING) return "RISKIER";
  if (after - before >= WORTH_SAYING) return "SAFER";
  return moves ? "MOVES" : null;
}

function worstFirst(a: Effect, b: Effect): number {
  const change = ({ chance }: Effect) => chance.after - chance.before;
  return (
    order.indexOf(a.verdict) - order.indexOf(b.verdict) ||
    change(a) - change(b) ||
    (b.days ?? MOST) - (a.days ?? MOST)
  );
}
const MOST = 10_000;

/** For each dated open piece, the chance that it has left by the end of its day, and when it usually would. */
function chancesIn(
  { state, fromMs, correction, moments, artisans = createArtisans(state) }: Outlook,
  dueOn: ReadonlyMap<string, IsoDate>,
): Map<string, { chance: number; readyOn: IsoDate | null }> {
  const house = { timeZone: state.timeZone, artisans };
  const leaves = shippingDays(house);
  const closesOn = closingTimes(house);
  const outlook = ({ p50Ms, p90Ms, finishes }: JobMoments, due: IsoDate) => {
    if (!(p90Ms < NEVER)) return { chance: 0, readyOn: p50Ms < NEVER ? leaves(p50Ms) : null };
    const raw = { p50: Math.max(1, p50Ms - fromMs), p90: Math.max(1, p90Ms - fromMs) };
    const lead = corrected(raw, correction);
    const simulated = uncorrected(closesOn(due) - fromMs, raw, lead);
    return { chance: shareBelow(finishes, fromMs + simulated), readyOn: leaves(fromMs + lead.p50) };
  };
  const chances = new Map<string, { chance: number; readyOn: IsoDate | null }>();
  for (const moment of moments) {
    const due = dueOn.get(moment.jobId);
    if (due !== undefined) chances.set(moment.jobId, outlook(moment, due));
  }
  return chances;
}

/** What the past has made `ms` of: the correction backwards, by middle and nine in ten. */
function uncorrected(ms: number, raw: QuotedLead, lead: QuotedLead): number {
  if (ms <= 0) return ms;
  const off = Math.log(ms / lead.p50);
  const wider = Math.log(lead.p90 / lead.p50) / Math.max(1e-6, Math.log(raw.p90 / raw.p50));
  return raw.p50 * Math.exp(off / Math.max(wider, 1));
}

/** What such orders would usually be told now, in days: the mean over them of the middle and of the date to keep. */
export type UsualLead = { typicalDays: number; promisedDays: number };

export function usualLead(
  ahead: BenchAhead,
  plans: readonly (readonly PlannedStage[])[],
  nowMs: number,
): UsualLead | null {
  const known = new Map<string, QuotedLead>();
  const leads = plans.map((stages) => {
    // The same design ordered again meets the same bench.
    const plan = JSON.stringify(stages);
    const ready = known.get(plan);
    if (ready) return ready;
    const [piece] = newPieces([stages], "usual");
    const finishes = piece ? placePiece(ahead.placing, piece, nowMs).sort() : new Float64Array();
    const lead = corrected(leadOf(finishes, nowMs), ahead.correction);
    known.set(plan, lead);
    return lead;
  });
  const dated = leads.filter(({ p90 }) => p90 < NEVER);
  if (dated.length === 0 || dated.length < leads.length) return null;
  const days = (of: "p50" | "p90") => dated.reduce((sum, lead) => sum + lead[of], 0) / dated.length / DAY_MS;
  return { typicalDays: days("p50"), promisedDays: days("p90") };
}
