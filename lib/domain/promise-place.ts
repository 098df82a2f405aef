import { firstAbove, NEVER, type WorkingCalendar } from "@/lib/domain/calendar";
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
  return latestOf(placePieces(placing, [piece], nowMs));
}

/** When each of several pieces is done, each behind the one before it. */
export function placePieces(placing: Placing, pieces: readonly NewPiece[], nowMs: number): Float64Array[] {
  return placeAll(
    placing,
    pieces.map((piece) => ({ piece, nowMs })),
    null,
  );
}

/** When the last of some pieces is done, run by run. */
export function latestOf(finishes: readonly Float64Array[]): Float64Array {
  const latest = Float64Array.from(finishes[0] ?? []);
  for (const finish of finishes.slice(1))
    finish.forEach((ms, run) => {
      latest[run] = Math.max(latest[run] ?? 0, ms);
    });
  return latest;
}

/** The bench as busy as it is with some pieces more, each from its moment on. One pass, however many they are. */
export function addPieces(placing: Placing, pieces: readonly { piece: NewPiece; nowMs: number }[]): Placing {
  const blocks = new Blocks();
  placeAll(placing, pieces, blocks);
  return { ...placing, baseline: blocks.finish(placing.baseline) };
}

/** With `blocks`, they are filled with every run's as it is then. */
function placeAll(
  placing: Placing,
  pieces: readonly { piece: NewPiece; nowMs: number }[],
  blocks: Blocks | null,
): Float64Array[] {
  const { baseline, hands } = placing;
  const ways = pieces.map(({ piece, nowMs }) => prepare(placing, piece, nowMs));
  const finishes = ways.map(() => new Float64Array(baseline.runs));
  for (let run = 0; run < baseline.runs; run += 1) {
    // The last piece needs no room made for it, unless the bench is kept.
    let busy: Busy | null = null;
    ways.forEach((way, index) => {
      const isKept = blocks !== null || index < ways.length - 1;
      if (isKept) busy ??= copyOf(baseline, hands.length, run);
      const finish = walk(placing, run, way, busy ?? baseline, isKept ? busy : null);
      const column = finishes[index];
      if (column) column[run] = baseline.fromMs + finish * 1000;
    });
    if (blocks) keep(blocks, busy ?? copyOf(baseline, hands.length, run), placing, run);
  }
  return finishes;
}

type Way = ReturnType<typeof prepare>;

/** What of a piece is the same in every run. */
function prepare({ baseline, hands, model, downs }: Placing, piece: NewPiece, nowMs: number) {
  const draws = drawsOf({ ...piece, round: 0, spentMinutes: 0 }, model);
  return {
    draws,
    able: draws.skills.map((skill) =>
      skill === null ? null : hands.flatMap(({ skills }, index) => (skills.includes(skill) ? [index] : [])),
    ),
    down: draws.skills.map((skill) => downOf(downs, skill, baseline.fromMs)),
    luck: { seed: baseline.seed, piece: numberOf(piece.luck), reworkShare: model.reworkShare },
    minutes: new Float64Array(draws.skills.length),
    // Asked a moment before the simulation began: what is under way is busy all the same.
    from: Math.max(0, (nowMs - baseline.fromMs) / 1000),
  };
}

/** When it is done in one run, seconds after the beginning. Where `busy` is given, it takes its room there. */
function walk(
  { baseline, hands }: Placing,
  run: number,
  { draws, able, down, luck, minutes, from }: Way,
  taken: Taken,
  busy: Busy | null,
): number {
  drawMinutes(draws, { ...luck, run }, minutes);
  let at = from;
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
      const hours = hoursIn(hands, run, artisan);
      const row = taken === baseline ? run * hands.length + artisan : artisan;
      const free = hours ? freeWhileUp(taken, row, hours, at, down[stage]) : NEVER;
      if (free < start) {
        start = free;
        taker = artisan;
      }
    }
    const hours = hoursIn(hands, run, taker);
    at = hours?.worked(start, work) ?? NEVER;
    const own = busy?.artisans[taker];
    if (own && hours && at < NEVER) insert(own, hours, start, at);
  }
  return at;
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
  taken: Taken,
  row: number,
  hours: HoursAhead,
  ready: number,
  down: { from: number; to: number } | undefined,
): number {
  const free = freeFrom(taken, row, hours, ready);
  const isDown = down && down.from <= free && free < down.to;
  return isDown ? freeFrom(taken, row, hours, down.to) : free;
}

/** The blocks of all runs and artisans one after another, or of one run, an artisan a row. */
type Taken = Baseline | Busy;

/** One run's blocks, which grow as pieces take their room. */
type Busy = { artisans: Row[] };
type Row = { starts: number[]; ends: number[]; yields: number[] };

/** The first moment from `ready` on at which this artisan is within hours and would take the piece. */
function freeFrom(taken: Taken, row: number, hours: HoursAhead, ready: number): number {
  const isOneRun = !("offsets" in taken);
  const columns = isOneRun ? taken.artisans[row] : taken;
  if (!columns) return NEVER;
  const { starts, ends, yields } = columns;
  const first = isOneRun ? 0 : (taken.offsets[row] ?? 0);
  const end = isOneRun ? starts.length : (taken.offsets[row + 1] ?? 0);
  let at = hours.opensAt(ready);
  for (let block = Math.max(first, firstAbove(starts, at, first, end) - 1); block < end; block += 1) {
    const start = starts[block] ?? 0;
    if (start > at) return at;
    const over = ends[block] ?? 0;
    if (over > at && !(yields[block] && start >= ready)) at = hours.opensAt(over);
  }
  return at;
}

function copyOf({ offsets, starts, ends, yields }: Baseline, artisans: number, run: number): Busy {
  return {
    artisans: Array.from({ length: artisans }, (_none, artisan) => {
      const first = offsets[run * artisans + artisan] ?? 0;
      const end = offsets[run * artisans + artisan + 1] ?? first;
      return {
        starts: part(starts, first, end),
        ends: part(ends, first, end),
        yields: part(yields, first, end),
      };
    }),
  };
}

/** Thousands a question: Array.from would take three times as long. */
function part(column: Uint32Array | Uint8Array, first: number, end: number): number[] {
  const values: number[] = [];
  for (let at = first; at < end; at += 1) values.push(column[at] ?? 0);
  return values;
}

/** Blocks stay apart: what stood where the piece now stands is done after it. */
function insert({ starts, ends, yields }: Row, hours: HoursAhead, from: number, until: number): void {
  let at = firstAbove(starts, from - 1e-9);
  // Of those who are yet to come one may have stood across it: it comes after.
  while (at > 0 && (ends[at - 1] ?? 0) > from) at -= 1;
  starts.splice(at, 0, Math.min(from, LAST_SECOND));
  ends.splice(at, 0, Math.min(until, LAST_SECOND));
  yields.splice(at, 0, 0);
  let busyUntil = until;
  for (let block = at + 1; block < starts.length; block += 1) {
    const [start, end] = [starts[block] ?? 0, ends[block] ?? 0];
    if (start >= busyUntil) return;
    starts[block] = Math.min(busyUntil, LAST_SECOND);
    busyUntil = hours.worked(busyUntil, hours.between(start, end));
    ends[block] = Math.min(busyUntil, LAST_SECOND);
  }
}

/** Work without a gap is one block again: of hundreds of reservations every question would have to copy each. */
function keep(blocks: Blocks, { artisans }: Busy, { hands }: Placing, run: number): void {
  artisans.forEach(({ starts, ends, yields }, artisan) => {
    const hours = hoursIn(hands, run, artisan);
    let block = 0;
    while (block < starts.length) {
      const [start = 0, kind = 0] = [starts[block], yields[block]];
      let end = ends[block] ?? 0;
      block += 1;
      while (kind === 0 && yields[block] === 0 && hours && (starts[block] ?? NEVER) <= hours.opensAt(end)) {
        end = Math.max(end, ends[block] ?? 0);
        block += 1;
      }
      blocks.add(start, end, kind);
    }
    blocks.endOfArtisan();
  });
}
