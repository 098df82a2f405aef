import { NEVER, nextWorkingMs, type WorkingCalendar } from "@/lib/domain/calendar";
import { calendarIn, type Player, type PossibleArtisan } from "@/lib/domain/promise-simulation";
import type { BenchRun } from "@/lib/domain/schedule";

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
  readonly #fromMs: number;
  /** when each piece of the queue is done, a run after another; epoch ms */
  readonly finishes: Float64Array[] = [];
  /** when what is next of each is begun */
  readonly nextStarts: Float64Array[] = [];

  constructor(player: Player, artisans: readonly PossibleArtisan[], fromMs: number) {
    this.#player = player;
    this.artisans = artisans;
    this.#fromMs = fromMs;
  }

  addRun(): void {
    const run = this.finishes.length;
    const played = this.#player.play(run);
    this.finishes.push(played.jobFinish);
    this.nextStarts.push(played.jobFinish.map((_none, job) => this.#nextStart(played, job)));
    this.#addBlocks(run, played);
  }

  finish(seed: number): Baseline {
    const [runs, artisans] = [this.finishes.length, this.artisans.length];
    return this.#blocks.finish({ fromMs: this.#fromMs, seed, runs, artisans });
  }

  #nextStart({ stageStart }: BenchRun, job: number): number {
    const { firstStage } = this.#player.bench;
    const first = firstStage[job] ?? 0;
    return first < (firstStage[job + 1] ?? 0) ? (stageStart[first] ?? NEVER) : NEVER;
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
    return Math.min(LAST_SECOND, Math.round((ms - this.#fromMs) / 1000));
  }
}
