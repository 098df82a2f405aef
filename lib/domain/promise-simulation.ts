import type { WorkingCalendar } from "@/lib/domain/calendar";
import { chance, numberOf } from "@/lib/domain/chance";
import type { DurationModel } from "@/lib/domain/duration-model";
import { drawMinutes, drawsOf, type SkilledStage, type WorkLeft } from "@/lib/domain/promise-draw";
import {
  type BenchArtisan,
  type BenchRun,
  type CompiledBench,
  compileBench,
  type Down,
  runBench,
} from "@/lib/domain/schedule";

/** A piece on the bench. */
export type OpenPiece = WorkLeft & {
  id: string;
  queuedAtMs: number;
  waitsFromMs: number;
  rush: boolean;
  underWay: { artisanId: string | null } | null;
};

/** Customers who will order in the meantime: what, one after another, and how long it is from one to the next. */
export type Arrivals = {
  pieces: readonly { stages: readonly SkilledStage[]; again: readonly SkilledStage[] }[];
  meanGapMs: number;
};

export type Simulation = {
  nowMs: number;
  seed: number;
  open: readonly OpenPiece[];
  arrivals: Arrivals;
  model: DurationModel;
  artisans: readonly PossibleArtisan[];
  downs?: readonly Down[];
};

/** One of the bench with the futures that their calendar may have: run r lives through number r modulo how many. */
export type PossibleArtisan = BenchArtisan & { futures: readonly WorkingCalendar[] };

export function calendarIn({ futures, calendar }: PossibleArtisan, run: number): WorkingCalendar {
  return futures[run % futures.length] ?? calendar;
}

export type Player = {
  bench: CompiledBench;
  /** the first stage of the first piece that is yet to come: before it lies the queue */
  firstToCome: number;
  /** run `run` meets the same luck at every asking */
  play(run: number): BenchRun;
};

const ARRIVAL = numberOf("arrival");

/** Everything on the bench, and behind it whoever orders meanwhile: compiled once, played forward as often as wanted. */
export function prepareBench({ nowMs, seed, open, arrivals, model, artisans, downs }: Simulation): Player {
  const pieces = [...open, ...arrivals.pieces.map((piece, index) => toCome(piece, index, nowMs))];
  const draws = pieces.map((piece) => drawsOf(piece, model));
  const bench = compileBench(
    artisans,
    pieces.map(({ id, queuedAtMs, waitsFromMs, rush, underWay }, index) => ({
      ...{ id, queuedAtMs, waitsFromMs, rush, underWay },
      stages: (draws[index]?.skills ?? []).map((skill) => ({ skill, minutes: 0 })),
    })),
    downs,
  );
  const luck = pieces.map(({ id }) => numberOf(id));
  const minutes = new Float64Array(bench.skillOf.length);
  const waitsFrom = Float64Array.from(pieces, ({ waitsFromMs }) => waitsFromMs);
  const { reworkShare } = model;

  const play = (run: number) => {
    draws.forEach((stages, index) => {
      const piece = luck[index] ?? 0;
      drawMinutes(stages, { seed, run, piece, reworkShare }, minutes, bench.firstStage[index]);
    });
    let comesMs = nowMs;
    for (let index = open.length; index < pieces.length; index += 1) {
      comesMs -= arrivals.meanGapMs * Math.log(chance(seed, run, ARRIVAL, index));
      waitsFrom[index] = comesMs;
    }
    return runBench(bench, nowMs, {
      minutes,
      waitsFrom,
      calendars: artisans.map((one) => calendarIn(one, run)),
    });
  };
  return { bench, firstToCome: bench.firstStage[open.length] ?? 0, play };
}

/** Behind everybody who is here, in the order of coming. */
function toCome(piece: Arrivals["pieces"][number], index: number, nowMs: number): OpenPiece {
  return {
    ...piece,
    id: `to-come-${String(index).padStart(4, "0")}`,
    ...{ queuedAtMs: nowMs + 1 + index, waitsFromMs: nowMs, rush: false },
    ...{ round: 0, spentMinutes: 0, underWay: null },
  };
}
