import { NEVER, type WorkingCalendar } from "@/lib/domain/calendar";
import { numberOf } from "@/lib/domain/chance";
import type { DurationModel } from "@/lib/domain/duration-model";
import { HoursAhead } from "@/lib/domain/hours-ahead";
import { type Baseline, Blocks, LAST_SECOND } from "@/lib/domain/promise-baseline";
import { drawMinutes, drawsOf, type SkilledStage } from "@/lib/domain/promise-draw";
import type { PossibleArtisan } from "@/lib/domain/promise-simulation";
import type { Down } from "@/lib/domain/schedule";

/** A piece that isn't on the bench yet. Equal `luck` meets equal luck, so that two choices are compared fairly. */
export type NewPiece = {
  luck: string;
  stages: readonly SkilledStage[];
  again: readonly SkilledStage[];
};

/** The bench as it will be busy, and what is needed to find a place in it. */
export type Placing = {
  baseline: Baseline;
  hands: readonly { skills: readonly string[]; futures: readonly HoursAhead[] }[];
  model: DurationModel;
  downs: readonly Down[];
};

/** One stage's place in a run; seconds after the baseline's beginning. */
type Placed = { artisan: number; start: number; end: number };

export function createPlacing(
  baseline: Baseline,
  artisans: readonly PossibleArtisan[],
  model: DurationModel,
  downs: readonly Down[] = [],
): Placing {
  const known = new Map<WorkingCalendar, HoursAhead>();
  const hoursOf = (calendar: WorkingCalendar) => {
    const hours = known.get(calendar) ?? new HoursAhead(calendar, baseline.fromMs);
    known.set(calendar, hours);
    return hours;
  };
  const hands = artisans.map(({ skills, futures }) => ({ skills, futures: futures.map(hoursOf) }));
  return { baseline, hands, model, downs };
}

/**
 * When a new piece is done in each run (epoch ms; Infinity where the bench never gets there), if it joins behind the
 * queue now: at each bench stage it takes the first of the able artisans who is within hours and free. What it takes
 * from those who are yet to come is theirs to lose, and what little it delays of the queue is left out.
 */
export function placePiece(placing: Placing, piece: NewPiece, nowMs: number): Float64Array {
  return walk(placing, piece, nowMs, null);
}

/** The same, and the bench as busy as it is then. */
export function addPiece(
  placing: Placing,
  piece: NewPiece,
  nowMs: number,
): { placing: Placing; finishes: Float64Array } {
  const placed: Placed[][] = Array.from({ length: placing.baseline.runs }, () => []);
  const finishes = walk(placing, piece, nowMs, placed);
  return { placing: { ...placing, baseline: withPlaced(placing, placed) }, finishes };
}

function walk(
  { baseline, hands, model, downs }: Placing,
  piece: NewPiece,
  nowMs: number,
  placed: Placed[][] | null,
): Float64Array {
  const draws = drawsOf({ ...piece, round: 0, spentMinutes: 0 }, model);
  const able = draws.skills.map((skill) =>
    skill === null ? null : hands.flatMap(({ skills }, index) => (skills.includes(skill) ? [index] : [])),
  );
  const down = draws.skills.map((skill) => downOf(downs, skill, baseline.fromMs));
  const luck = { seed: baseline.seed, piece: numberOf(piece.luck), reworkShare: model.reworkShare };
  const minutes = new Float64Array(able.length);
  const finishes = new Float64Array(baseline.runs);
  // Asked a moment before the simulation began: what is under way is busy all the same.
  const now = Math.max(0, (nowMs - baseline.fromMs) / 1000);
  for (let run = 0; run < baseline.runs; run += 1) {
    drawMinutes(draws, { ...luck, run }, minutes);
    let at = now;
    for (let stage = 0; stage < able.length && at < NEVER; stage += 1) {
      const work = (minutes[stage] ?? 0) * 60;
      const takers = able[stage];
      // This run needs no such time round.
      if (Number.isNaN(work)) continue;
      if (!takers) {
        at += work;
        continue;
      }
      let start = NEVER;
      let taker = -1;
      for (const artisan of takers) {
        const free = freeWhileUp(baseline, hands, run, artisan, at, down[stage]);
        if (free < start) {
          start = free;
          taker = artisan;
        }
      }
      at = hoursIn(hands, run, taker)?.worked(start, work) ?? NEVER;
      if (placed && at < NEVER) placed[run]?.push({ artisan: taker, start, end: at });
    }
    finishes[run] = baseline.fromMs + at * 1000;
  }
  return finishes;
}

function hoursIn(hands: Placing["hands"], run: number, artisan: number): HoursAhead | undefined {
  const futures = hands[artisan]?.futures;
  return futures?.[run % futures.length];
}

/** Seconds, as everything here. */
function downOf(downs: readonly Down[], skill: string | null, baseMs: number) {
  const down = downs.find((one) => one.skill === skill);
  return down && { from: (down.fromMs - baseMs) / 1000, to: (down.toMs - baseMs) / 1000 };
}

/** The same as `freeFrom`, but not while what it needs is down. */
function freeWhileUp(
  baseline: Baseline,
  hands: Placing["hands"],
  run: number,
  artisan: number,
  ready: number,
  down: { from: number; to: number } | undefined,
): number {
  const free = freeFrom(baseline, hands, run, artisan, ready);
  const isDown = down && down.from <= free && free < down.to;
  return isDown ? freeFrom(baseline, hands, run, artisan, down.to) : free;
}

/** The first moment from `ready` on at which this artisan is within hours and would take the piece. */
function freeFrom(
  { offsets, starts, ends, yields }: Baseline,
  hands: Placing["hands"],
  run: number,
  artisan: number,
  ready: number,
): number {
  const hours = hoursIn(hands, run, artisan);
  if (!hours) return NEVER;
  const first = offsets[run * hands.length + artisan] ?? 0;
  const end = offsets[run * hands.length + artisan + 1] ?? 0;
  let at = hours.opensAt(ready);
  for (let block = lastFrom(starts, first, end, at); block < end; block += 1) {
    const start = starts[block] ?? 0;
    if (start > at) return at;
    const over = ends[block] ?? 0;
    if (over > at && !(yields[block] && start >= ready)) at = hours.opensAt(over);
  }
  return at;
}

/** The last block of [first, end) that starts by then, or the first of all. */
function lastFrom(starts: Uint32Array, first: number, end: number, seconds: number): number {
  let low = first;
  let high = end;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((starts[middle] ?? 0) > seconds) high = middle;
    else low = middle + 1;
  }
  return low > first ? low - 1 : first;
}

/** Blocks stay apart: what stood where the piece now stands is done after it. */
function withPlaced({ baseline, hands }: Placing, placed: readonly Placed[][]): Baseline {
  const { runs, offsets, starts, ends, yields } = baseline;
  const blocks = new Blocks();
  for (let run = 0; run < runs; run += 1) {
    hands.forEach((_one, artisan) => {
      const hours = hoursIn(hands, run, artisan);
      const added = (placed[run] ?? []).filter((place) => place.artisan === artisan);
      const last = offsets[run * hands.length + artisan + 1] ?? 0;
      let next = 0;
      let busyUntil = 0;
      const put = (start: number, end: number, yielding: number) => {
        const from = Math.min(Math.max(start, busyUntil), LAST_SECOND);
        busyUntil = from === start ? end : (hours?.worked(from, hours.between(start, end)) ?? end);
        blocks.add(from, Math.min(busyUntil, LAST_SECOND), yielding);
      };
      const putAddedUntil = (seconds: number) => {
        for (let place = added[next]; place && place.start <= seconds; place = added[next]) {
          put(place.start, place.end, 0);
          next += 1;
        }
      };
      for (let block = offsets[run * hands.length + artisan] ?? 0; block < last; block += 1) {
        putAddedUntil(starts[block] ?? 0);
        put(starts[block] ?? 0, ends[block] ?? 0, yields[block] ?? 0);
      }
      putAddedUntil(NEVER);
      blocks.endOfArtisan();
    });
  }
  return blocks.finish(baseline);
}
