import { absenceRisk, possibleCalendars } from "@/lib/domain/absence-chance";
import { workingMs } from "@/lib/domain/calendar";
import { DAY_MS, localDate, MINUTE_MS, toEpochDay } from "@/lib/domain/calendar-days";
import { DurationModel } from "@/lib/domain/duration-model";
import { FUTURES, SEED } from "@/lib/domain/promise-ahead";
import { BaselineBuilder } from "@/lib/domain/promise-baseline";
import { corrected, correctionFrom, type PastQuote, type QuotedLead } from "@/lib/domain/promise-correction";
import type { SkilledStage } from "@/lib/domain/promise-draw";
import { leadOf } from "@/lib/domain/promise-lead";
import { createPlacing, placePiece } from "@/lib/domain/promise-place";
import {
  type Arrivals,
  type OpenPiece,
  type PossibleArtisan,
  prepareBench,
} from "@/lib/domain/promise-simulation";
import type { BenchArtisan } from "@/lib/domain/schedule";
import type { KnownOrder } from "./past";
import { artisansKnowing, calendarInput, skillsOf } from "./replay";
import type { World } from "./world";

export type EngineQuote = { p50: number; p90: number };
export type BenchOfWorld = Omit<World, "orders" | "absences">;

/** Fewer than the shop plays: a year is quoted in a minute or two. */
const RUNS = 100;
const RECENT_MS = 28 * DAY_MS;
const MOST_TO_COME = 30;
const WORKING_SHARE = 5 / 7;

/** Quotes one order after another by the shop's own engine, with nothing but the past to go by. */
export class PromiseEngine {
  readonly #world: BenchOfWorld;
  readonly #plans: Map<string, SkilledStage[]>;
  readonly #model = new DurationModel();
  readonly #learned = new Map<string, number>();
  readonly #judged = new Map<string, number>();
  readonly #quoted = new Map<string, { quotedMs: number; raw: QuotedLead }>();
  readonly #runs: number;
  #openedMs: number | undefined;
  #bench: { key: string; artisans: PossibleArtisan[] } | undefined;

  constructor(world: BenchOfWorld, runs = RUNS) {
    this.#world = world;
    this.#runs = runs;
    const skillOf = skillsOf(world);
    this.#plans = new Map(
      world.pieces.map(({ id, stages }) => [
        id,
        stages.map((stage) => ({ ...stage, skill: skillOf(stage.stage) })),
      ]),
    );
  }

  /** @param absences those dated up to the day of `nowMs` */
  quote(
    order: { id: string; piece: string },
    nowMs: number,
    past: readonly KnownOrder[],
    absences: World["absences"],
  ): EngineQuote {
    this.#openedMs ??= nowMs;
    this.#learn(past);
    const artisans = this.#possible(absences, nowMs);
    const open = past.flatMap((known) => this.#openPiece(known, nowMs, artisans));
    const simulation = { nowMs, seed: SEED, open, arrivals: this.#arrivals(past, nowMs) };
    const player = prepareBench({ ...simulation, model: this.#model, artisans });
    const builder = new BaselineBuilder(player, artisans, nowMs);
    for (let run = 0; run < this.#runs; run += 1) builder.addRun();
    const placing = createPlacing(builder.finish(SEED), artisans, this.#model);
    const stages = this.#planOf(order.piece);
    const piece = { luck: "new-0", stages, again: againOf(stages) };
    const finishes = placePiece(placing, piece, nowMs).sort();
    const raw = leadOf(finishes, nowMs);
    const lead = corrected(raw, correctionFrom(this.#pastQuotes(past), nowMs));
    this.#quoted.set(order.id, { quotedMs: nowMs, raw });
    return { p50: nowMs + lead.p50, p90: nowMs + lead.p90 };
  }

  #learn(past: readonly KnownOrder[]): void {
    for (const { id, piece, finished, finishedMs, underWay } of past) {
      const plan = this.#planOf(piece);
      const seen = this.#learned.get(id) ?? 0;
      for (let step = seen; step < finished.length; step += 1) {
        const lived = finished[step];
        const planned = plan.find(({ stage }) => stage === lived?.stage);
        if (lived && planned) this.#model.learn(planned, lived.minutes);
      }
      // A check is judged when it is known what came of it.
      const checks = finished.filter(isCheck).length;
      const judged = this.#judged.get(id) ?? 0;
      const known = finished.map(({ stage }) => stage).concat(underWay ? [underWay.stage] : []);
      const outcomes = known.flatMap((stage, step) =>
        isCheck({ stage }) && step < finished.length ? [outcomeOf(plan, known[step + 1], finishedMs)] : [],
      );
      // What comes next isn't begun yet: the last check is judged when it is.
      const sure = outcomes.slice(judged, outcomes.includes(null) ? outcomes.indexOf(null) : checks);
      for (const failed of sure) this.#model.learnCheck(failed === true);
      this.#judged.set(id, judged + sure.length);
      this.#learned.set(id, finished.length);
    }
  }

  #openPiece(known: KnownOrder, nowMs: number, bench: readonly BenchArtisan[]): OpenPiece[] {
    if (known.finishedMs !== null) return [];
    const plan = this.#planOf(known.piece);
    const done = known.finished.length;
    const again = againOf(plan);
    const back = done - plan.length;
    const left = back < 0 ? plan.slice(done) : again.slice(back % (again.length || 1));
    const round = back < 0 ? 0 : 1 + Math.floor(back / (again.length || 1));
    const { underWay } = known;
    const hands = bench.find(({ id }) => id === underWay?.artisan);
    const spent = underWay
      ? (hands ? workingMs(hands.calendar, underWay.startMs, nowMs) : nowMs - underWay.startMs) / MINUTE_MS
      : 0;
    return [
      {
        ...{ id: known.id, queuedAtMs: known.placedMs, waitsFromMs: nowMs },
        ...{ rush: false, stages: left, again, round, spentMinutes: spent },
        underWay: underWay && { artisanId: underWay.artisan },
      },
    ];
  }

  /** Who works when, as far as is known today, and how that may turn out by who falls ill. */
  #possible(absences: World["absences"], nowMs: number): PossibleArtisan[] {
    const today = localDate(this.#world.timeZone, nowMs);
    const key = `${today} ${absences.length}`;
    if (this.#bench?.key !== key) this.#bench = { key, artisans: this.#newBench(absences, nowMs, today) };
    return this.#bench.artisans;
  }

  #newBench(absences: World["absences"], nowMs: number, today: string): PossibleArtisan[] {
    const known = new Set(absences.map(({ artisan, date }) => `${artisan} ${toEpochDay(date)}`));
    const spells = absences.filter(({ artisan, date }) => !known.has(`${artisan} ${toEpochDay(date) - 1}`));
    const openDays = (nowMs - (this.#openedMs ?? nowMs)) / DAY_MS;
    const risk = absenceRisk({
      days: openDays * WORKING_SHARE * this.#world.artisans.length,
      ...{ spells: spells.length, absent: absences.length },
    });
    return artisansKnowing(this.#world, absences).map((artisan) => {
      const absentToday = absences.some(({ artisan: id, date }) => id === artisan.id && date === today);
      const input = calendarInput(this.#world, artisan.id, absences);
      const chances = {
        risk,
        today,
        absentToday,
        seed: SEED,
        id: artisan.id,
        count: Math.min(FUTURES, this.#runs),
      };
      return { ...artisan, futures: possibleCalendars(input, chances) };
    });
  }

  /** As many as came lately, and what they ordered, in that order. */
  #arrivals(past: readonly KnownOrder[], nowMs: number): Arrivals {
    const recent = past.filter(({ placedMs }) => placedMs > nowMs - RECENT_MS);
    const pieces = recent.slice(-MOST_TO_COME).map(({ piece }) => {
      const stages = this.#planOf(piece);
      return { stages, again: againOf(stages) };
    });
    return { pieces, meanGapMs: RECENT_MS / Math.max(1, recent.length) };
  }

  #pastQuotes(past: readonly KnownOrder[]): PastQuote[] {
    return past.flatMap(({ id, finishedMs }) => {
      const quoted = this.#quoted.get(id);
      return quoted ? [{ ...quoted, finishedMs }] : [];
    });
  }

  #planOf(piece: string): SkilledStage[] {
    return this.#plans.get(piece) ?? [];
  }
}

/** Whether a check sent the piece back, by what came after it; null: nobody knows yet. */
function outcomeOf(
  plan: readonly SkilledStage[],
  next: string | undefined,
  finishedMs: number | null,
): boolean | null {
  if (next !== undefined) return againOf(plan).some(({ stage }) => stage === next);
  if (finishedMs !== null) return false;
  const last = plan.at(-1);
  // Where a check is the end of all, a piece that isn't done was sent back.
  return last && isCheck(last) ? true : null;
}

/** Worlds call it "check", workshops "checking". */
function isCheck({ stage }: { stage: string }): boolean {
  return stage.startsWith("check");
}

function againOf(plan: readonly SkilledStage[]): SkilledStage[] {
  return plan.filter((stage) => isCheck(stage) || stage.stage.startsWith("polish"));
}
