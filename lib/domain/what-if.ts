import { createCalendar, type WeeklyBlock, workingMs } from "@/lib/domain/calendar";
import { type IsoDate, localDays, toEpochDay } from "@/lib/domain/calendar-days";
import { dayWords } from "@/lib/domain/day-words";
import { againOf } from "@/lib/domain/job";
import type { ArtisanState, BenchState, OpenJob, PlannedStage } from "@/lib/domain/promise-bench";

/** Something that may happen to the bench, or be done to it: tried before it is. Days are whole, both ends included. */
export type WhatIf =
  | { kind: "TIME_OFF"; artisanId: string; from: IsoDate; to: IsoDate }
  | { kind: "LEAVES"; artisanId: string }
  | { kind: "HELPER"; skill: string; hours: readonly WeeklyBlock[] }
  | { kind: "FIRST"; jobId: string }
  | { kind: "RUSH_ORDER"; stages: readonly PlannedStage[]; pieces: number }
  | { kind: "DOWN"; skill: string; from: IsoDate; to: IsoDate };

export type Moment = { nowMs: number; today: IsoDate };

/** Why it can't be tried, as a form says it: `path` names the field. */
export type WhatIfRefusal = { ok: false; code: WhatIfCode; path: string; message: string };
export type WhatIfCode =
  | "UNKNOWN_ARTISAN"
  | "UNKNOWN_SKILL"
  | "UNKNOWN_JOB"
  | "END_BEFORE_START"
  | "OVER_ALREADY"
  | "TOO_FAR"
  | "TOO_LONG"
  | "NO_HOURS"
  | "NOTHING_TO_MAKE"
  | "SO_ALREADY";

const MOST_DAYS = 366;
const MOST_AHEAD = 2 * 366;
const MOST_PIECES = 20;
const HELPER = "supposed-helper";

export const SUPPOSED_PIECE = "supposed-piece";

/** The bench as it would be. Nothing is written anywhere. */
export function suppose(
  state: BenchState,
  whatIf: WhatIf,
  moment: Moment,
): { ok: true; state: BenchState } | WhatIfRefusal {
  switch (whatIf.kind) {
    case "TIME_OFF":
      return timeOff(state, whatIf, moment);
    case "LEAVES":
      return leaves(state, whatIf.artisanId);
    case "HELPER":
      return helper(state, whatIf);
    case "FIRST":
      return first(state, whatIf.jobId);
    case "RUSH_ORDER":
      return rushOrder(state, whatIf, moment);
    case "DOWN":
      return down(state, whatIf, moment);
  }
}

function timeOff(
  state: BenchState,
  { artisanId, from, to }: Extract<WhatIf, { kind: "TIME_OFF" }>,
  { today }: Moment,
) {
  const artisan = state.artisans.find(({ id }) => id === artisanId);
  if (!artisan) return unknownArtisan;
  const wrong = wrongDays(from, to, today);
  if (wrong) return wrong;
  const known = artisan.timeOff.find((days) => days.from <= from && to <= days.to);
  if (known) return no("SO_ALREADY", "from", `${artisan.name} is away then already.`);
  const away = { from, to, unplanned: from <= today };
  return yes({ ...state, artisans: changed(state, artisanId, { timeOff: [...artisan.timeOff, away] }) });
}

/** What they have begun waits for others, as it does when they are made inactive. */
function leaves(state: BenchState, artisanId: string) {
  if (!state.artisans.some(({ id }) => id === artisanId)) return unknownArtisan;
  return yes({ ...state, artisans: state.artisans.filter(({ id }) => id !== artisanId) });
}

/** Asked after everybody else, as whoever is taken on is. */
function helper(state: BenchState, { skill, hours }: Extract<WhatIf, { kind: "HELPER" }>) {
  if (!skillsOf(state).has(skill))
    return no("UNKNOWN_SKILL", "skill", "Please choose a kind of work from the list.");
  if (hours.length === 0) return no("NO_HOURS", "days", "Please tick at least one day.");
  if (hours.some(({ startMinute, endMinute }) => startMinute >= endMinute))
    return no("NO_HOURS", "end", "The end must be after the start.");
  const one: ArtisanState = { id: HELPER, name: "A helper", skills: [skill], hours, timeOff: [] };
  return yes({ ...state, artisans: [...state.artisans, one] });
}

function first(state: BenchState, jobId: string) {
  const job = state.openJobs.find(({ id }) => id === jobId);
  if (!job) return no("UNKNOWN_JOB", "job", "There is no open piece of this number.");
  if (job.rush)
    return no("SO_ALREADY", "job", "This piece is a rush already: it goes before all that aren’t.");
  const openJobs = state.openJobs.map((other) => (other === job ? { ...job, rush: true } : other));
  return yes({ ...state, openJobs });
}

function rushOrder(
  state: BenchState,
  { stages, pieces }: Extract<WhatIf, { kind: "RUSH_ORDER" }>,
  { nowMs }: Moment,
) {
  if (stages.length === 0) return no("NOTHING_TO_MAKE", "product", "This design has no plan of work.");
  if (!(Number.isInteger(pieces) && pieces >= 1 && pieces <= MOST_PIECES))
    return no("NOTHING_TO_MAKE", "pieces", `Please give 1 to ${MOST_PIECES} pieces.`);
  const ordered = Array.from({ length: pieces }, (_none, index): OpenJob => {
    const left = stages.map((stage) => ({ ...stage, startedAtMs: null, artisanId: null }));
    return {
      ...{ id: `${SUPPOSED_PIECE}-${index}`, rush: true, onHold: false, queuedAtMs: nowMs },
      ...{ stages: left, again: againOf(stages), round: 0 },
    };
  });
  return yes({ ...state, openJobs: [...state.openJobs, ...ordered] });
}

function down(state: BenchState, { skill, from, to }: Extract<WhatIf, { kind: "DOWN" }>, { today }: Moment) {
  if (!skillsOf(state).has(skill))
    return no("UNKNOWN_SKILL", "skill", "Please choose a kind of work from the list.");
  const wrong = wrongDays(from, to, today);
  return wrong ?? yes({ ...state, downs: [...(state.downs ?? []), { skill, from, to }] });
}

function wrongDays(from: IsoDate, to: IsoDate, today: IsoDate): WhatIfRefusal | null {
  if (to < from) return no("END_BEFORE_START", "to", "The last day is before the first.");
  if (to < today) return no("OVER_ALREADY", "to", "These days are over.");
  if (toEpochDay(from) > toEpochDay(today) + MOST_AHEAD)
    return no("TOO_FAR", "from", "Please choose days within the next two years.");
  if (toEpochDay(to) - toEpochDay(from) >= MOST_DAYS)
    return no(
      "TOO_LONG",
      "to",
      "That is more than a year. Whoever is gone so long has left: try that instead.",
    );
  return null;
}

/** Every kind of work that somebody can do or some piece needs. */
function skillsOf(state: BenchState): Set<string> {
  const needed = state.openJobs.flatMap(({ stages }) => stages.flatMap(({ skill }) => skill ?? []));
  return new Set([...state.artisans.flatMap(({ skills }) => skills), ...needed]);
}

function changed(state: BenchState, artisanId: string, fields: Partial<ArtisanState>): ArtisanState[] {
  return state.artisans.map((artisan) => (artisan.id === artisanId ? { ...artisan, ...fields } : artisan));
}

/** Work that nobody is left for, and whose pieces wait: until a day, or (null) for ever. */
export type Uncovered = { skill: string; jobIds: string[]; until: IsoDate | null };

/**
 * Skills that open pieces still need and nobody has, or that nobody has hours for, though somebody did before; and those
 * that nobody covers while somebody is away.
 */
export function uncoveredBy(before: BenchState, after: BenchState, whatIf: WhatIf): Uncovered[] {
  const had = handsIn(before);
  const has = handsIn(after);
  const lost = [...had].filter((skill) => !has.has(skill));
  const forEver = lost.map((skill) => ({ skill, jobIds: needing(after, skill), until: null }));
  return [...forEver, ...(whatIf.kind === "TIME_OFF" ? whileAway(before, whatIf) : [])].filter(
    ({ jobIds }) => jobIds.length > 0,
  );
}

function handsIn(state: BenchState): Set<string> {
  return new Set(state.artisans.flatMap(({ hours, skills }) => (hours.length > 0 ? skills : [])));
}

function whileAway(
  state: BenchState,
  { artisanId, from, to }: Extract<WhatIf, { kind: "TIME_OFF" }>,
): Uncovered[] {
  const closedDays = new Set(state.closedDays);
  const days = localDays(state.timeZone);
  const [fromMs, toMs] = [days.startOf(toEpochDay(from)), days.startOf(toEpochDay(to) + 1)];
  const isThere = ({ hours, timeOff: off }: ArtisanState) =>
    workingMs(createCalendar({ timeZone: state.timeZone, hours, timeOff: off, closedDays }), fromMs, toMs) >
    0;
  const others = state.artisans.filter(({ id }) => id !== artisanId).filter(isThere);
  const covered = new Set(others.flatMap(({ skills }) => skills));
  const own = state.artisans.find(({ id }) => id === artisanId)?.skills ?? [];
  return own
    .filter((skill) => !covered.has(skill))
    .map((skill) => ({ skill, jobIds: needing(state, skill), until: to }));
}

function needing({ openJobs }: BenchState, skill: string): string[] {
  return openJobs.flatMap(({ id, stages }) => (stages.some((stage) => stage.skill === skill) ? [id] : []));
}

/** "Mara is away Tue 1 Dec to Tue 8 Dec". `words`: what skills, pieces and designs are called. */
export function whatIfWords(
  whatIf: WhatIf,
  words: { artisan: string; skill: string; job: string; product: string },
): string {
  switch (whatIf.kind) {
    case "TIME_OFF":
      return whatIf.from === whatIf.to
        ? `${words.artisan} is away on ${dayWords(whatIf.from)}`
        : `${words.artisan} is away from ${dayWords(whatIf.from)} to ${dayWords(whatIf.to)}`;
    case "LEAVES":
      return `${words.artisan} leaves the bench`;
    case "HELPER":
      return `A helper comes for ${words.skill}`;
    case "FIRST":
      return `${words.job} goes before all that aren’t in a rush already`;
    case "RUSH_ORDER":
      return `A rush order comes in: ${whatIf.pieces === 1 ? "" : `${whatIf.pieces} × `}${words.product}`;
    case "DOWN":
      return whatIf.from === whatIf.to
        ? `No ${words.skill} on ${dayWords(whatIf.from)}`
        : `No ${words.skill} from ${dayWords(whatIf.from)} to ${dayWords(whatIf.to)}`;
  }
}

const unknownArtisan: WhatIfRefusal = {
  ok: false,
  code: "UNKNOWN_ARTISAN",
  path: "artisan",
  message: "Please choose somebody who is at the bench now.",
};

function yes(state: BenchState): { ok: true; state: BenchState } {
  return { ok: true, state };
}

function no(code: WhatIfCode, path: string, message: string): WhatIfRefusal {
  return { ok: false, code, path, message };
}
