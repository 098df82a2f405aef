import type { AbsenceRisk } from "@/lib/domain/absence-chance";
import { DAY_MS } from "@/lib/domain/calendar-days";
import { NOTHING_LEARNED } from "@/lib/domain/duration-model";
import { type BenchAhead, type Knowledge, simulateQueue } from "@/lib/domain/promise-ahead";
import type { BenchState } from "@/lib/domain/promise-bench";
import { NOT_CORRECTED } from "@/lib/domain/promise-correction";

const nobodyIsIll: AbsenceRisk = { begins: 0, goesOn: 0 };

/** Nothing learned, nobody ill, nobody to come: the plan and nothing else. */
export const planAlone: Knowledge = {
  learned: NOTHING_LEARNED,
  absence: nobodyIsIll,
  arrivals: { pieces: [], meanGapMs: DAY_MS },
  correction: NOT_CORRECTED,
};

export function aheadOf(state: BenchState, nowMs: number, runs = 120): BenchAhead {
  return simulateQueue(state, planAlone, nowMs, runs);
}
