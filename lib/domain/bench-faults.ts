import { longAway } from "@/lib/domain/bench-away";
import { NEVER, nextWorkingMs } from "@/lib/domain/calendar";
import { localDate } from "@/lib/domain/calendar-days";
import { dayInFull } from "@/lib/domain/day-words";
import { isAbsurdStage } from "@/lib/domain/promise";
import { type BenchState, createArtisans } from "@/lib/domain/promise-bench";
import { andList, counted, lowerFirst } from "@/lib/domain/sentence";

/** Something for which dates can't be given, or not truly, and what to do about it. */
export type BenchFault = { about: "BENCH" | "DESIGN" | "PIECE"; words: string };

export type FaultFacts = {
  /** with the numbers of the open pieces, as the studio calls them */
  numberOf: ReadonlyMap<string, string>;
  stages: readonly { label: string; id: string; skill: string | null }[];
  /** on sale; `skills` are those that its plan needs, `wrong` what is wrong with the plan itself */
  designs: readonly { name: string; skills: readonly string[]; wrong: string | null }[];
};

/** So many are named, and the rest counted. */
const NAMED = 4;

/** Everything that keeps the shop from giving dates, the bench first. */
export function benchFaults(state: BenchState, nowMs: number, facts: FaultFacts): BenchFault[] {
  return [
    ...idleArtisans(state),
    ...missingHands(state, nowMs, facts),
    ...designs(facts),
    ...pieces(state, facts),
  ];
}

/** Who is there and never comes: nobody counts on them, which may be a slip. */
function idleArtisans({ artisans }: BenchState): BenchFault[] {
  return artisans
    .filter(({ hours }) => hours.length === 0)
    .map(({ name }) => ({
      about: "BENCH",
      words: `${name} has no working hours, so no date counts on them. Give them hours, or say that they have left.`,
    }));
}

function missingHands(
  state: BenchState,
  nowMs: number,
  { stages, designs: made, numberOf }: FaultFacts,
): BenchFault[] {
  const artisans = createArtisans(state);
  return stages.flatMap(({ label, skill }): BenchFault[] => {
    if (skill === null) return [];
    const needed = made.filter(({ skills }) => skills.includes(skill)).length;
    const open = state.openJobs.filter((job) => job.stages.some((stage) => stage.skill === skill));
    if (needed + open.length === 0) return [];
    const able = state.artisans.filter(({ skills }) => skills.includes(skill));
    const names = andList(able.map(({ name }) => name));
    const works = artisans.some(
      ({ skills, calendar }) => skills.includes(skill) && nextWorkingMs(calendar, nowMs) < NEVER,
    );
    const backMs = works ? longAway(skill, artisans, nowMs) : null;
    if (works && backMs === null) return [];
    const work = lowerFirst(label);
    const why =
      able.length === 0
        ? `Nobody can do the ${work}: nobody at the bench has its skill.`
        : backMs === null
          ? `Nobody does the ${work}: ${names} can, but has no working hours ahead.`
          : `Nobody does the ${work} for more than half a year: of those who can, ${names}, the first is back on ${dayInFull(localDate(state.timeZone, backMs))}.`;
    const what = [
      ...(needed > 0 ? [`${counted(needed, "design")} in the shop`] : []),
      ...(open.length > 0
        ? [`${counted(open.length, "open piece")} (${named(open.map(({ id }) => numberOf.get(id) ?? id))})`]
        : []),
    ];
    const words = `${why} ${andList(what)} can’t be given a date. Give somebody the skill, or the hours.`;
    return [{ about: "BENCH", words }];
  });
}

function designs({ designs: made }: FaultFacts): BenchFault[] {
  const wrong = made.filter((design) => design.wrong !== null);
  const listed = wrong
    .slice(0, NAMED)
    .map(({ name, wrong: why }): BenchFault => ({ about: "DESIGN", words: `${name}: ${why}` }));
  const more = wrong.length - listed.length;
  return more > 0
    ? [
        ...listed,
        { about: "DESIGN", words: `${counted(more, "more design")} can’t be given a date: see Designs.` },
      ]
    : listed;
}

/** A piece whose plan is absurd keeps its hands for years, and everybody behind it waits. */
function pieces({ openJobs }: BenchState, { numberOf, stages }: FaultFacts): BenchFault[] {
  return openJobs.flatMap(({ id, stages: left }) => {
    const absurd = left.find(isAbsurdStage);
    const label = stages.find((stage) => stage.id === absurd?.stage)?.label ?? absurd?.stage ?? "";
    return absurd
      ? [
          {
            about: "PIECE" as const,
            words: `${numberOf.get(id) ?? id}: the minutes of ${lowerFirst(label)} can’t be right (${absurd.typicalMinutes.toLocaleString("en-GB")}, on a bad day ${absurd.badDayMinutes.toLocaleString("en-GB")}). Every piece behind it waits for them.`,
          },
        ]
      : [];
  });
}

function named(numbers: readonly string[]): string {
  const rest = numbers.length - NAMED;
  return rest > 0 ? `${numbers.slice(0, NAMED).join(", ")} and ${rest} more` : numbers.join(", ");
}
