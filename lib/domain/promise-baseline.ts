import { NEVER, nextWorkingMs, type WorkingCalendar } from "@/lib/domain/calendar";
import { DAY_MS } from "@/lib/domain/calendar-days";
import { calendarIn, type Player, type PossibleArtisan } from "@/lib/domain/promise-simulation";
import { type BenchRun, EXTERNAL } from "@/lib/domain/schedule";

/**
 * The bench as it will be busy, in each of many runs: what one more piece has to find its way through. Pure numbers,
 * so that the worker can store it and every web server read it.
 *
 * A block is work without a gap. Those of the queue hold whatever comes; those of customers who are yet to come
 * (`yields`) hold it only once they have begun: a piece that waits goes first.
 */
export type Baseline = {
  fromMs: number;
  seed: number;
  runs: number;
  artisans: number;
  /** where the blocks of run r and artisan a begin, at r x artisans + a; one more at the end */
  offsets: Uint32Array;
  /** seconds after `fromMs`, ascending within an artisan's run */
  starts: Uint32Array;
  ends: Uint32Array;
  yields: Uint8Array;
};

/** How one artisan's time is taken, as it grows in a run: the three columns of Baseline. */
export class Blocks {
  readonly starts: number[] = [];
  readonly ends: number[] = [];
  readonly yields: number[] = [];
  readonly offsets: number[] = [0];

  add(start: number, end: number, yields: number): void {
    this.starts.push(start);
    this.ends.push(end);
    this.yields.push(yields);
  }

  endOfArtisan(): void {
    this.offsets.push(this.starts.length);
  }

  finish(of: Pick<Baseline, "fromMs" | "seed" | "runs" | "artisans">): Baseline {
    return {
      ...of,
      offsets: Uint32Array.from(this.offsets),
      starts: Uint32Array.from(this.starts),
      ends: Uint32Array.from(this.ends),
      yields: Uint8Array.from(this.yields),
    };
  }
}

/** Seconds in 30 years and more: later than that is never. */
export const LAST_SECOND = 1_000_000_000;

/** One run after another, so that a busy server can do something else in between. */
export class BaselineBuilder {
  readonly #blocks = new Blocks();
  readonly #player: Player;
  readonly artisans: readonly PossibleArtisan[];
  readonly fromMs: number;
  /** when each piece of the queue is done, a run after another; epoch ms */
  readonly finishes: Float64Array[] = [];
  /** when what is next of each is begun, and done */
  readonly nextStarts: Float64Array[] = [];
  readonly nextEnds: Float64Array[] = [];
  /** how long each stage of the queue waited for hands, all runs together; milliseconds */
  readonly waits: Float64Array;

  constructor(player: Player, artisans: readonly PossibleArtisan[], fromMs: number) {
    this.#player = player;
    this.artisans = artisans;
    this.fromMs = fromMs;
    this.waits = new Float64Array(player.firstToCome);
  }

  addRun(): void {
    const run = this.finishes.length;
    const played = this.#player.play(run);
    this.finishes.push(played.jobFinish);
    this.nextStarts.push(played.jobFinish.map((_none, job) => this.#ofNext(played.stageStart, job)));
    this.nextEnds.push(played.jobFinish.map((_none, job) => this.#ofNext(played.stageFinish, job)));
    this.#addWaits(played);
    this.#addBlocks(run, played);
  }

  finish(seed: number): Baseline {
    const [runs, artisans] = [this.finishes.length, this.artisans.length];
    return this.#blocks.finish({ fromMs: this.fromMs, seed, runs, artisans });
  }

  /** The kind of work for which a piece of the queue waits longest, and how long in the mean; null: hardly at all. */
  longestWait(job: number): { skill: string; waitMs: number } | null {
    const { firstStage, jobs } = this.#player.bench;
    const first = firstStage[job] ?? 0;
    const bySkill = new Map<string, number>();
    jobs[job]?.stages.forEach(({ skill }, index) => {
      if (skill !== null) bySkill.set(skill, (bySkill.get(skill) ?? 0) + (this.waits[first + index] ?? 0));
    });
    let longest: { skill: string; waitMs: number } | null = null;
    for (const [skill, sum] of bySkill) {
      const waitMs = sum / Math.max(1, this.finishes.length);
      if (waitMs > Math.max(DAY_MS / 2, longest?.waitMs ?? 0)) longest = { skill, waitMs };
    }
    return longest;
  }

  #addWaits({ stageStart, stageFinish }: BenchRun): void {
    const { firstStage, skillOf } = this.#player.bench;
    const { waits } = this;
    for (let job = 0; (firstStage[job] ?? NEVER) < waits.length; job += 1) {
      let ready = this.fromMs;
      for (let stage = firstStage[job] ?? 0; stage < (firstStage[job + 1] ?? 0); stage += 1) {
        const start = stageStart[stage] ?? NEVER;
        if (start === NEVER) continue;
        if ((skillOf[stage] ?? EXTERNAL) !== EXTERNAL) waits[stage] = (waits[stage] ?? 0) + start - ready;
        ready = stageFinish[stage] ?? NEVER;
      }
    }
  }

  #ofNext(moments: Float64Array, job: number): number {
    const { firstStage } = this.#player.bench;
    const first = firstStage[job] ?? 0;
    return first < (firstStage[job + 1] ?? 0) ? (moments[first] ?? NEVER) : NEVER;
  }

  #addBlocks(run: number, { begun, stageArtisan, stageStart, stageFinish }: BenchRun): void {
    const byArtisan: number[][] = this.artisans.map(() => []);
    for (const stage of begun) byArtisan[stageArtisan[stage] ?? -1]?.push(stage);
    byArtisan.forEach((stages, artisan) => {
      const one = this.artisans[artisan];
      if (one) this.#addArtisan(stages, stageStart, stageFinish, calendarIn(one, run));
      this.#blocks.endOfArtisan();
    });
  }

  #addArtisan(
    stages: readonly number[],
    stageStart: Float64Array,
    stageFinish: Float64Array,
    calendar: WorkingCalendar,
  ): void {
    let from = -1;
    let until = -1;
    const close = () => {
      if (from >= 0) this.#blocks.add(this.#seconds(from), this.#seconds(until), 0);
      from = -1;
    };
    for (const stage of stages) {
      const start = stageStart[stage] ?? 0;
      const end = stageFinish[stage] ?? 0;
      if (stage >= this.#player.firstToCome) {
        close();
        this.#blocks.add(this.#seconds(start), this.#seconds(end), 1);
      } else if (from >= 0 && (start === until || nextWorkingMs(calendar, until) >= start)) {
        until = end;
      } else {
        close();
        from = start;
        until = end;
      }
    }
    close();
  }

  #seconds(ms: number): number {
    return Math.min(LAST_SECOND, Math.round((ms - this.fromMs) / 1000));
  }
}
