import {
  createCalendar,
  lastWorkingMsOfDay,
  nextWorkingMs,
  type WorkingCalendar,
} from "@/lib/domain/calendar";
import { type IsoDate, localDays } from "@/lib/domain/calendar-days";
import { type BenchArtisan, compileBench, type JobToDo, runBench } from "@/lib/domain/schedule";
import { DAY_MS, type HistoryFacts, MINUTE_MS } from "./facts";
import type { InventedLine, InventedOrder, InventedPiece } from "./orders";
import type { TrueStage } from "./true-times";

/** When a true stage began and ended, and in whose hands (null: outside, or a hold). Infinity: not within the year. */
export type Lived = { stage: TrueStage; startMs: number; doneMs: number; artisanId: string | null };

export type LivedPiece = {
  /** order of work and of ids: "000012-0-1" */
  key: string;
  order: InventedOrder;
  line: InventedLine;
  piece: InventedPiece;
  pieceIndex: number;
  lived: Lived[];
  finishedMs: number;
};

export type Workbench = {
  artisans: BenchArtisan[] /** somebody is here */;
  opensAt(ms: number): number;
  pickups(fromMs: number, toMs: number): number[];
};

/** The calendars as they truly were, illness included. */
export function trueBench(facts: HistoryFacts): Workbench {
  const closedDays = new Set<IsoDate>([...facts.closures, ...facts.holidays]);
  const artisans = facts.artisans.map(({ id, skills, hours, timeOff }) => ({
    id,
    skills,
    calendar: createCalendar({ timeZone: facts.workshop.timeZone, hours, timeOff, closedDays }),
  }));
  const packers = artisans.filter(({ skills }) => skills.includes("packing")).map(({ calendar }) => calendar);
  return {
    artisans,
    opensAt: (ms) => Math.min(...artisans.map(({ calendar }) => nextWorkingMs(calendar, ms))),
    pickups: (fromMs, toMs) => listPickups(facts.workshop.timeZone, packers, fromMs, toMs),
  };
}

/** Plays the year with every stage as long as it truly took. Cancelled and unpaid orders never reach the bench. */
export function liveYear(
  facts: HistoryFacts,
  bench: Workbench,
  orders: readonly InventedOrder[],
): LivedPiece[] {
  const pieces = orders.flatMap((order) => piecesOf(order));
  const jobs = pieces.map(({ key, order, piece }): JobToDo => {
    const paidAtMs = order.paidAtMs ?? facts.nowMs;
    return {
      id: key,
      rush: order.rush,
      queuedAtMs: paidAtMs,
      // Nothing is sent out at night: even what starts outside waits until somebody is here.
      waitsFromMs: bench.opensAt(paidAtMs),
      stages: piece.trueStages.map((stage) => ({
        skill: stage.kind === "hold" ? null : stage.skill,
        minutes: stage.minutes,
      })),
      underWay: null,
    };
  });
  const compiled = compileBench(bench.artisans, jobs);
  const fromMs = Math.min(facts.nowMs, ...jobs.map((job) => job.waitsFromMs)) - DAY_MS;
  const run = runBench(compiled, fromMs);
  return pieces.map((piece, index) => {
    const first = compiled.firstStage[index] ?? 0;
    const lived = piece.piece.trueStages.map((stage, offset): Lived => {
      const artisan = run.stageArtisan[first + offset] ?? -1;
      return {
        stage,
        startMs: run.stageStart[first + offset] ?? Number.POSITIVE_INFINITY,
        doneMs: run.stageFinish[first + offset] ?? Number.POSITIVE_INFINITY,
        artisanId: bench.artisans[artisan]?.id ?? null,
      };
    });
    noteWhenSomebodyIsHere(lived, bench);
    return { ...piece, lived, finishedMs: lived.at(-1)?.doneMs ?? Number.POSITIVE_INFINITY };
  });
}

function piecesOf(order: InventedOrder): Omit<LivedPiece, "lived" | "finishedMs">[] {
  if (order.paidAtMs === null || order.cancelled) return [];
  return order.lines.flatMap((line, lineIndex) =>
    line.pieces.map((piece, index) => ({
      key: `${String(order.serial).padStart(6, "0")}-${lineIndex}-${index}`,
      order,
      line,
      piece,
      pieceIndex: index + 1,
    })),
  );
}

/** A parcel from the assay office that arrives at night is unpacked in the morning: that's when it's done. */
function noteWhenSomebodyIsHere(lived: Lived[], bench: Workbench): void {
  lived.forEach((entry, index) => {
    if (entry.artisanId !== null || !Number.isFinite(entry.doneMs)) return;
    const next = lived[index + 1]?.startMs ?? Number.POSITIVE_INFINITY;
    entry.doneMs = Math.max(entry.doneMs, Math.min(bench.opensAt(entry.doneMs), next));
  });
}

const BEFORE_CLOSING_MS = 25 * MINUTE_MS;

/** The carrier comes shortly before the last packer leaves. */
function listPickups(
  timeZone: string,
  calendars: readonly WorkingCalendar[],
  fromMs: number,
  toMs: number,
): number[] {
  const days = localDays(timeZone);
  const pickups: number[] = [];
  for (let day = days.dayOf(fromMs); day <= days.dayOf(toMs); day += 1) {
    const ends = calendars.map((calendar) => lastWorkingMsOfDay(calendar, days, day) ?? 0);
    const last = Math.max(...ends);
    if (last > 0) pickups.push(last - BEFORE_CLOSING_MS);
  }
  return pickups.filter((ms) => ms >= fromMs && ms <= toMs);
}
