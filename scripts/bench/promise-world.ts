import { absenceRisk, possibleCalendars } from "@/lib/domain/absence-chance";
import { createCalendar, type WeeklyBlock } from "@/lib/domain/calendar";
import { DAY_MS, MINUTE_MS } from "@/lib/domain/calendar-days";
import { DurationModel, NOTHING_LEARNED } from "@/lib/domain/duration-model";
import { FUTURES, type Knowledge } from "@/lib/domain/promise-ahead";
import type { BenchState } from "@/lib/domain/promise-bench";
import { NOT_CORRECTED } from "@/lib/domain/promise-correction";
import type { SkilledStage } from "@/lib/domain/promise-draw";
import type { NewPiece } from "@/lib/domain/promise-place";
import type { Arrivals, OpenPiece, Simulation } from "@/lib/domain/promise-simulation";

const SEED = 20_251;
const CLOSED_DAYS = ["2026-12-25", "2026-12-28", "2027-01-01"];
const today = "2026-11-23";
export const nowMs = Date.parse("2026-11-23T10:00:00Z");
const skills = ["forming", "setting", "engraving", "polishing", "checking", "packing"];

/** Each artisan has three skills of six, so that a stage can be taken by half the bench. */
export function benchOf({ artisans: count, openJobs }: { artisans: number; openJobs: number }) {
  const artisans = Array.from({ length: count }, (_none, index) => {
    const input = {
      timeZone: "Europe/London",
      hours: hoursOf(index),
      timeOff: [],
      closedDays: new Set(CLOSED_DAYS),
    };
    const id = `artisan-${index}`;
    const absence = { risk: absenceRisk({ days: 0, spells: 0, absent: 0 }), today, absentToday: false };
    return {
      id,
      skills: skillsOf(index),
      calendar: createCalendar(input),
      futures: possibleCalendars(input, { ...absence, seed: SEED, id, count: FUTURES }),
    };
  });
  const model = new DurationModel();
  const open = Array.from({ length: openJobs }, (_none, index) => openPiece(index, openJobs));
  const simulation: Simulation = { nowMs, seed: SEED, open, arrivals: arrivals(), model, artisans };
  return { simulation, artisans, model, nowMs };
}

/** The same bench and queue as the shop keeps them: what a what-if supposes something of. */
export function stateOf({ artisans, openJobs }: { artisans: number; openJobs: number }): BenchState {
  return {
    timeZone: "Europe/London",
    closedDays: CLOSED_DAYS,
    artisans: Array.from({ length: artisans }, (_none, index) => ({
      ...{ id: `artisan-${index}`, name: `Artisan ${index}`, timeOff: [] },
      ...{ skills: skillsOf(index), hours: hoursOf(index) },
    })),
    openJobs: Array.from({ length: openJobs }, (_none, index) => {
      const { id, queuedAtMs, rush, stages, again, round } = openPiece(index, openJobs);
      const left = stages.map((stage) => ({ ...stage, startedAtMs: null, artisanId: null }));
      return { id, queuedAtMs, rush, onHold: false, stages: left, again: [...again], round };
    }),
  };
}

/** As many are to come as the shop counts at most. */
export function knowledgeOf(): Knowledge {
  return {
    learned: NOTHING_LEARNED,
    absence: absenceRisk({ days: 0, spells: 0, absent: 0 }),
    arrivals: arrivals(),
    correction: NOT_CORRECTED,
  };
}

function arrivals(): Arrivals {
  return { pieces: Array.from({ length: 60 }, (_none, index) => planOf(index)), meanGapMs: DAY_MS / 4 };
}

function skillsOf(index: number): string[] {
  return [0, 1, 3].map((step) => skills[(index + step) % skills.length] ?? "");
}

function hoursOf(index: number): WeeklyBlock[] {
  return [1, 2, 3, 4, 5].flatMap((weekday) => [
    { weekday, startMinute: 540 + 30 * (index % 2), endMinute: 750 },
    { weekday, startMinute: 810, endMinute: 1020 },
  ]);
}

export function newPiece(index: number): NewPiece {
  return { luck: "next", ...planOf(index) };
}

function openPiece(index: number, count: number): OpenPiece {
  const { stages, again } = planOf(index);
  // The front of the queue is further on.
  const done = index < count / 3 ? index % 4 : 0;
  const queuedAtMs = nowMs - (count - index) * 90 * MINUTE_MS;
  return {
    ...{ id: `job-${index}`, queuedAtMs, waitsFromMs: nowMs, rush: index % 50 === 7 },
    ...{ stages: stages.slice(done), again, round: 0, spentMinutes: 0, underWay: null },
  };
}

function planOf(index: number): { stages: SkilledStage[]; again: SkilledStage[] } {
  const bench = (stage: string, typicalMinutes: number): SkilledStage => ({
    ...{ stage, skill: stage, typicalMinutes, badDayMinutes: Math.ceil(typicalMinutes * 1.6) },
  });
  const away = (stage: string, days: number): SkilledStage => ({
    ...{ stage, skill: null, typicalMinutes: days * 1440, badDayMinutes: days * 2 * 1440 },
  });
  const again = [bench("polishing", 35), bench("checking", 10)];
  const stages = [
    ...(index % 3 === 0 ? [away("casting", 3)] : []),
    bench("forming", 60 + (index % 7) * 15),
    ...(index % 2 === 0 ? [bench("setting", 45)] : []),
    ...(index % 4 !== 3 ? [bench("engraving", 25)] : []),
    ...(index % 5 === 0 ? [away("assay", 4)] : []),
    ...again,
    bench("packing", 10),
  ];
  return { stages, again };
}
