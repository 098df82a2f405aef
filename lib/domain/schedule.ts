import { firstAbove, HORIZON_MS, NEVER, type WorkingCalendar } from "@/lib/domain/calendar";
import { MINUTE_MS } from "@/lib/domain/calendar-days";
import { KeyedHeap } from "@/lib/domain/schedule-heap";

/**
 * The bench played forward by its own rule of choice: a free artisan within hours takes, of the waiting stages that
 * need one of their skills, the one of the earliest order (rush before others, ties by id); artisans are asked in
 * the order listed; what has begun is not interrupted and pauses outside hours; external stages just elapse.
 * Event-driven: O(stages x (log stages + artisans)). Compile once, run with as many sets of durations as wanted.
 */
export type BenchArtisan = { id: string; skills: readonly string[]; calendar: WorkingCalendar };

/** `skill` null: external. */
export type StageToDo = { skill: string | null; minutes: number };

export type JobToDo = {
  id: string;
  rush: boolean;
  /** place in the queue */
  queuedAtMs: number;
  /** its first stage can't be taken before: when it was ordered, or when a hold ends */
  waitsFromMs: number;
  /** what is left, in order; a stage under way comes first with the minutes that are left of it */
  stages: readonly StageToDo[];
  /** the first stage has begun: at the bench, in whose hands */
  underWay: { artisanId: string | null } | null;
};

export type CompiledBench = {
  artisans: readonly BenchArtisan[];
  jobs: readonly JobToDo[];
  /** job indices by rank in the queue */
  ranked: readonly number[];
  /** where each job's stages begin in the flat arrays; one more at the end */
  firstStage: Int32Array;
  /** index of the skill, or EXTERNAL, or NOBODY where no artisan has it */
  skillOf: Int32Array;
  skillsOfArtisan: readonly (readonly number[])[];
  skillCount: number;
  /** planned minutes a stage: what `runBench` uses unless given others */
  minutes: Float64Array;
  /** by skill: nothing of it is begun in [fromMs, toMs) */
  downs: readonly (Down | undefined)[];
};

/** A machine or a workplace that can't be used for a while: what needs it waits, what has begun there goes on. */
export type Down = { skill: string; fromMs: number; toMs: number };

/** Epoch ms; Infinity where the bench never gets there. Stages lie as in the compiled bench. */
export type BenchRun = {
  jobFinish: Float64Array;
  stageStart: Float64Array;
  stageFinish: Float64Array;
  stageArtisan: Int32Array;
  /** stages in the order in which they were begun */
  begun: number[];
};

export const EXTERNAL = -1;
export const NOBODY = -2;

export function compileBench(
  artisans: readonly BenchArtisan[],
  jobs: readonly JobToDo[],
  downs: readonly Down[] = [],
): CompiledBench {
  const skills = [...new Set(artisans.flatMap((artisan) => artisan.skills))];
  const skillIndex = new Map(skills.map((skill, index) => [skill, index]));
  const stages = jobs.flatMap((job) => job.stages);
  const firstStage = new Int32Array(jobs.length + 1);
  jobs.forEach((job, index) => {
    firstStage[index + 1] = (firstStage[index] ?? 0) + job.stages.length;
  });
  return {
    artisans,
    jobs,
    ranked: jobs.map((_job, index) => index).sort((a, b) => compareInQueue(at(jobs, a), at(jobs, b))),
    firstStage,
    skillOf: Int32Array.from(stages, ({ skill }) =>
      skill === null ? EXTERNAL : (skillIndex.get(skill) ?? NOBODY),
    ),
    skillsOfArtisan: artisans.map((artisan) => [
      ...new Set(artisan.skills.map((skill) => skillIndex.get(skill) ?? NOBODY)),
    ]),
    skillCount: skills.length,
    minutes: Float64Array.from(stages, (stage) => stage.minutes),
    downs: skills.map((skill) => downs.find((down) => down.skill === skill)),
  };
}

/** The queue's order: also what the studio shows. */
export function compareInQueue(
  a: Pick<JobToDo, "rush" | "queuedAtMs" | "id">,
  b: Pick<JobToDo, "rush" | "queuedAtMs" | "id">,
): number {
  if (a.rush !== b.rush) return a.rush ? -1 : 1;
  if (a.queuedAtMs !== b.queuedAtMs) return a.queuedAtMs - b.queuedAtMs;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

/** How one run differs from what was compiled. */
export type Luck = {
  /** a stage's; NaN: this time it isn't needed, and passed over */
  minutes: Float64Array;
  /** when each job comes */
  waitsFrom: Float64Array;
  /** when each artisan works */
  calendars: readonly WorkingCalendar[];
};

/** Plays the bench from `fromMs` until nothing moves any more. */
export function runBench(bench: CompiledBench, fromMs: number, luck?: Luck): BenchRun {
  const { minutes } = luck ?? bench;
  const { jobs, firstStage, skillOf } = bench;
  const jobFinish = new Float64Array(jobs.length).fill(NEVER);
  const stageStart = new Float64Array(skillOf.length).fill(NEVER);
  const stageFinish = new Float64Array(skillOf.length).fill(NEVER);
  const stageArtisan = new Int32Array(skillOf.length).fill(NOBODY);
  const begun: number[] = [];
  const nextStage = firstStage.slice(0, jobs.length);
  const rankOf = new Int32Array(jobs.length);
  bench.ranked.forEach((job, rank) => {
    rankOf[job] = rank;
  });
  const hands = bench.artisans.map(
    ({ calendar }, index) => new Hands(luck?.calendars[index] ?? calendar, fromMs),
  );
  const waiting = Array.from({ length: bench.skillCount }, () => new KeyedHeap());
  // Payloads: a job whose stage ends or whose wait begins; or, below zero, an artisan whose hours begin.
  const events = new KeyedHeap();

  const begin = (job: number, artisan: number, now: number) => {
    const stage = nextStage[job] ?? 0;
    const work = (minutes[stage] ?? 0) * MINUTE_MS;
    const hand = hands[artisan];
    const finish = hand ? hand.work(now, work) : now + work;
    stageStart[stage] = now;
    stageFinish[stage] = finish;
    stageArtisan[stage] = hand ? artisan : EXTERNAL;
    begun.push(stage);
    if (hand) hand.job = job;
    if (finish < NEVER) events.push(finish, job);
  };

  const arrive = (job: number, now: number) => {
    const end = firstStage[job + 1] ?? 0;
    let stage = nextStage[job] ?? 0;
    while (stage < end && Number.isNaN(minutes[stage])) stage += 1;
    nextStage[job] = stage;
    if (stage === end) {
      jobFinish[job] = now;
      return;
    }
    const skill = skillOf[stage] ?? NOBODY;
    if (skill === EXTERNAL) begin(job, EXTERNAL, now);
    else waiting[skill]?.push(rankOf[job] ?? 0, job);
  };

  const isUnderWay = (job: number, stage: number) =>
    stage < (firstStage[job + 1] ?? 0) && (stageStart[stage] ?? NEVER) < NEVER;

  const takeUp = (job: number) => {
    const { underWay, waitsFromMs, stages } = at(jobs, job);
    const hand = hands[underWay ? bench.artisans.findIndex(({ id }) => id === underWay.artisanId) : -1];
    if (underWay && stages[0]?.skill != null && hand) hand.begun.push(job);
    else if (underWay && stages[0]?.skill === null) begin(job, EXTERNAL, fromMs);
    else events.push(Math.max(fromMs, luck?.waitsFrom[job] ?? waitsFromMs), job);
  };

  const settle = (payload: number, now: number) => {
    if (payload < 0) return;
    const stage = nextStage[payload] ?? 0;
    if (isUnderWay(payload, stage)) {
      const hand = hands[stageArtisan[stage] ?? NOBODY];
      if (hand) hand.job = NOBODY;
      nextStage[payload] = stage + 1;
    }
    arrive(payload, now);
  };

  const waitingFor = (skill: number, now: number) => {
    const down = bench.downs[skill];
    return down && down.fromMs <= now && now < down.toMs ? undefined : waiting[skill];
  };

  const choose = (artisan: number, now: number): number => {
    const begun = hands[artisan]?.begun.shift();
    if (begun !== undefined) return begun;
    let best: KeyedHeap | undefined;
    for (const skill of bench.skillsOfArtisan[artisan] ?? []) {
      const heap = waitingFor(skill, now);
      if (heap && heap.smallestKey < (best?.smallestKey ?? NEVER)) best = heap;
    }
    return best ? best.pop() : NOBODY;
  };

  const hasWork = (artisan: number, now: number) => {
    for (const skill of bench.skillsOfArtisan[artisan] ?? []) if (waitingFor(skill, now)?.size) return true;
    return false;
  };

  for (const job of bench.ranked) takeUp(job);
  for (const down of bench.downs) if (down && down.toMs > fromMs) events.push(down.toMs, -1);
  for (let now = fromMs; now < NEVER; now = events.smallestKey) {
    while (events.smallestKey <= now) settle(events.pop(), now);
    for (let artisan = 0; artisan < hands.length; artisan += 1) {
      const hand = at(hands, artisan);
      if (hand.job !== NOBODY || (hand.begun.length === 0 && !hasWork(artisan, now))) continue;
      const opens = hand.opensAt(now);
      if (opens === now || hand.begun.length > 0) begin(choose(artisan, now), artisan, now);
      else if (opens < NEVER && hand.wakesAt !== opens) {
        hand.wakesAt = opens;
        events.push(opens, -1);
      }
    }
  }
  return { jobFinish, stageStart, stageFinish, stageArtisan, begun };
}

/** One artisan's way through time, forward only: a cursor into the slots makes each question O(1) in the long run. */
class Hands {
  job = NOBODY;
  wakesAt = -1;
  /** under way since before the run */
  readonly begun: number[] = [];
  #slot = 0;
  #slots: ReturnType<WorkingCalendar["cover"]>;
  readonly #calendar: WorkingCalendar;
  readonly #fromMs: number;

  constructor(calendar: WorkingCalendar, fromMs: number) {
    this.#calendar = calendar;
    this.#fromMs = fromMs;
    this.#slots = calendar.cover(fromMs, fromMs);
    this.#slot = firstAbove(this.#slots.ends, fromMs);
  }

  /** `now` itself within hours, else when they begin. */
  opensAt(now: number): number {
    while (this.#reach() && (this.#slots.ends[this.#slot] ?? NEVER) <= now) this.#slot += 1;
    return Math.max(this.#slots.starts[this.#slot] ?? NEVER, now);
  }

  /** When `workMs`, begun now, are done. */
  work(now: number, workMs: number): number {
    let left = workMs;
    let position = now;
    while (left > 0) {
      position = this.opensAt(position);
      if (position === NEVER) return NEVER;
      const room = (this.#slots.ends[this.#slot] ?? NEVER) - position;
      if (left <= room) return position + left;
      left -= room;
      position += room;
    }
    return position;
  }

  #reach(): boolean {
    while (this.#slot >= this.#slots.starts.length) {
      if (this.#slots.coveredUntil > this.#fromMs + HORIZON_MS) return false;
      this.#slots = this.#calendar.cover(this.#fromMs, this.#slots.coveredUntil);
    }
    return true;
  }
}

function at<T>(list: readonly T[], index: number): T {
  const value = list[index];
  if (value === undefined) throw new Error(`There is no entry ${index} of ${list.length}`);
  return value;
}
