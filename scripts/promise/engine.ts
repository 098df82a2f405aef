import { workingMs } from "@/lib/domain/calendar";
import { DAY_MS, MINUTE_MS } from "@/lib/domain/calendar-days";
import { numberOf } from "@/lib/domain/chance";
import { DurationModel } from "@/lib/domain/duration-model";
import { corrected, type QuotedLead, scoreOf, survivalQuantile } from "@/lib/domain/promise-correction";
import {
  type OpenPiece,
  type Rework,
  type SkilledStage,
  simulateNext,
} from "@/lib/domain/promise-simulation";
import type { BenchArtisan } from "@/lib/domain/schedule";
import type { KnownOrder } from "./past";
import { artisansKnowing, skillsOf } from "./replay";
import type { World } from "./world";

export type EngineQuote = { p50: number; p90: number };
export type BenchOfWorld = Omit<World, "orders" | "absences">;

const RUNS = 60;
const SEED = 20_251;
/** After so many days what became of a quote counts half. */
const HALF_LIFE_DAYS = 40;
const TARGET = 0.9;

/** Quotes one order after another, with nothing but the past to go by. */
export class PromiseEngine {
  readonly #world: BenchOfWorld;
  readonly #plans: Map<string, SkilledStage[]>;
  readonly #model = new DurationModel();
  readonly #learned = new Map<string, number>();
  readonly #quoted = new Map<string, { atMs: number; raw: QuotedLead }>();
  readonly #judged = new Map<string, number>();
  #known: { absences: number; artisans: readonly BenchArtisan[] } | undefined;

  constructor(world: BenchOfWorld) {
    this.#world = world;
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
    this.#learn(past);
    const artisans = this.#bench(absences);
    const open = past.flatMap((known) => this.#openPiece(known, nowMs, artisans));
    const finishes = simulateNext({
      nowMs,
      seed: SEED,
      runs: RUNS,
      open,
      next: {
        ...{ id: order.id, luck: numberOf(order.id), queuedAtMs: nowMs, waitsFromMs: nowMs, rush: false },
        ...{ stages: this.#planOf(order.piece), done: 0, underWay: null },
      },
      model: this.#model,
      rework: (piece) => this.#rework(piece),
      artisans,
    });
    const raw = { p50: at(finishes, 0.5) - nowMs, p90: at(finishes, 0.9) - nowMs };
    const lead = corrected(raw, this.#correction(past, nowMs));
    this.#quoted.set(order.id, { atMs: nowMs, raw });
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
      const checks = finished.filter(({ stage }) => stage === CHECK).length;
      const judged = this.#judged.get(id) ?? 0;
      for (let check = judged; check < checks; check += 1)
        this.#model.learnCheck(check < checks - 1 || finishedMs === null || underWay !== null);
      this.#judged.set(id, checks);
      this.#learned.set(id, finished.length);
    }
  }

  #openPiece(known: KnownOrder, nowMs: number, bench: readonly BenchArtisan[]): OpenPiece[] {
    if (known.finishedMs !== null) return [];
    const plan = this.#planOf(known.piece);
    const done = known.finished.length;
    const again = againOf(plan);
    const left =
      done < plan.length ? plan.slice(done) : again.slice((done - plan.length) % (again.length || 1));
    const { underWay } = known;
    const hands = bench.find(({ id }) => id === underWay?.artisan);
    const spent = underWay
      ? (hands ? workingMs(hands.calendar, underWay.startMs, nowMs) : nowMs - underWay.startMs) / MINUTE_MS
      : 0;
    return [
      {
        ...{ id: known.id, luck: numberOf(known.id), queuedAtMs: known.placedMs, waitsFromMs: nowMs },
        ...{ rush: false, stages: left, done },
        underWay: underWay && { artisanId: underWay.artisan, spentMinutes: spent },
      },
    ];
  }

  #rework(piece: OpenPiece): Rework | null {
    const again = againOf(piece.stages);
    return again.length === 0 ? null : { check: CHECK, again, share: this.#model.reworkShare };
  }

  /** Who works when, as far as is known today; one that is away today is back tomorrow unless we know better. */
  #bench(absences: World["absences"]): readonly BenchArtisan[] {
    if (this.#known?.absences !== absences.length)
      this.#known = { absences: absences.length, artisans: artisansKnowing(this.#world, absences) };
    return this.#known.artisans;
  }

  #correction(past: readonly KnownOrder[], nowMs: number): { z50: number; z90: number } {
    const scores = PRIOR.map((score) => ({ score, weight: 0.6, known: true }));
    for (const { id, finishedMs } of past) {
      const quoted = this.#quoted.get(id);
      if (!quoted) continue;
      const real = (finishedMs ?? nowMs) - quoted.atMs;
      const ageDays = (nowMs - (finishedMs ?? nowMs)) / DAY_MS;
      const weight = 0.5 ** (ageDays / HALF_LIFE_DAYS);
      if (weight < 0.01) continue;
      scores.push({ score: scoreOf(quoted.raw, real), weight, known: finishedMs !== null });
    }
    return { z50: survivalQuantile(scores, 0.5), z90: survivalQuantile(scores, TARGET) };
  }

  #planOf(piece: string): SkilledStage[] {
    return this.#plans.get(piece) ?? [];
  }
}

const CHECK = "check";
/** A standard normal in ten steps, for the days before anything is finished. */
const PRIOR = [-1.64, -1.04, -0.67, -0.39, -0.13, 0.13, 0.39, 0.67, 1.04, 1.64];

function againOf(plan: readonly SkilledStage[]): SkilledStage[] {
  return plan.filter(({ stage }) => stage === "polish" || stage === CHECK);
}

function at(sorted: Float64Array, share: number): number {
  const position = share * (sorted.length - 1);
  const low = Math.floor(position);
  const a = sorted[low] ?? 0;
  const b = sorted[Math.min(low + 1, sorted.length - 1)] ?? a;
  return a + (b - a) * (position - low);
}
