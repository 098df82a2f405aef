import { type CalendarInput, createCalendar } from "@/lib/domain/calendar";
import { type BenchArtisan, compileBench, runBench } from "@/lib/domain/schedule";
import { type World, weeklyBlocks } from "./world";

/** One stage as it really went; epoch ms. */
export type LivedStage = {
  stage: string;
  artisan: string | null;
  minutes: number;
  startMs: number;
  finishMs: number;
};
export type LivedOrder = {
  id: string;
  piece: string;
  placedMs: number;
  finishedMs: number;
  stages: LivedStage[];
};

/** Hours and skills are there, and yet nobody gets to it: whoever could make it is off, for good or for a year. */
export class NeverMade extends Error {
  constructor(order: string, what: "finished" | "quoted") {
    const until = what === "finished" ? "for good" : "for more than a year";
    super(`The order ${order} can’t be ${what}: whoever could make it is off ${until}.`);
  }
}

/** What really happened: every order at the bench of this world, by its own rule of choice, with what each stage took. */
export function replay(world: World): LivedOrder[] {
  const artisans = artisansKnowing(world, world.absences);
  const skillOf = skillsOf(world);
  const bench = compileBench(
    artisans,
    world.orders.map(({ id, placedAt, actual }) => ({
      id,
      rush: false,
      queuedAtMs: Date.parse(placedAt),
      waitsFromMs: Date.parse(placedAt),
      stages: actual.map(({ stage, minutes }) => ({ skill: skillOf(stage), minutes })),
      underWay: null,
    })),
  );
  const first = Math.min(...world.orders.map(({ placedAt }) => Date.parse(placedAt)));
  const run = runBench(bench, first);
  const stuck = world.orders.find((_order, index) => !Number.isFinite(run.jobFinish[index] ?? Number.NaN));
  if (stuck) throw new NeverMade(stuck.id, "finished");
  return world.orders.map(({ id, piece, placedAt, actual }, index) => ({
    id,
    piece,
    placedMs: Date.parse(placedAt),
    finishedMs: run.jobFinish[index] ?? Number.POSITIVE_INFINITY,
    stages: actual.map(({ stage, minutes }, step) => {
      const at = (bench.firstStage[index] ?? 0) + step;
      return {
        stage,
        minutes,
        artisan: artisans[run.stageArtisan[at] ?? -1]?.id ?? null,
        startMs: run.stageStart[at] ?? Number.POSITIVE_INFINITY,
        finishMs: run.stageFinish[at] ?? Number.POSITIVE_INFINITY,
      };
    }),
  }));
}

export function artisansKnowing(
  world: Omit<World, "orders" | "absences">,
  absences: World["absences"],
): BenchArtisan[] {
  return world.artisans.map(({ id, skills }) => ({
    ...{ id, skills },
    calendar: createCalendar(calendarInput(world, id, absences)),
  }));
}

/** When one artisan works, knowing of these absences and no others. */
export function calendarInput(
  world: Omit<World, "orders" | "absences">,
  artisan: string,
  absences: World["absences"],
): CalendarInput {
  const own = <T extends { artisan: string }>(list: readonly T[]) =>
    list.filter((entry) => entry.artisan === artisan);
  return {
    timeZone: world.timeZone,
    hours: world.artisans.flatMap(({ id, hours }) => (id === artisan ? weeklyBlocks(hours) : [])),
    timeOff: own(world.timeOff),
    closedDays: new Set(own(absences).map(({ date }) => date)),
  };
}

/** The skill that a stage needs; null: done outside. */
export function skillsOf(world: Pick<World, "stages">): (stage: string) => string | null {
  const skills = new Map(
    world.stages.map(({ id, kind, skill }) => [id, kind === "external" ? null : (skill ?? id)]),
  );
  return (stage) => skills.get(stage) ?? null;
}
