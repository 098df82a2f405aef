import { type IsoDate, localDate } from "@/lib/domain/calendar-days";
import { dayWords } from "@/lib/domain/day-words";
import type { JobForecast } from "@/lib/domain/promise-forecast";
import { andList, lowerFirst, orList } from "@/lib/domain/sentence";

type Names = {
  today: IsoDate;
  timeZone: string;
  artisanNames: ReadonlyMap<string, string>;
  /** of a skill, what its kind of work is called */
  workNames: ReadonlyMap<string, string>;
};
type ForecastJob = { holdReason: string | null; stageLabel: string | null };

/** Whom or what a piece waits for, in a few words: what a card has room for. */
export function waitsForWords(
  names: Pick<Names, "artisanNames">,
  waitsFor: JobForecast["waitsFor"],
  job: ForecastJob,
): string {
  const label = job.stageLabel ?? "";
  switch (waitsFor.kind) {
    case "HOLD":
      return `On hold: ${job.holdReason ?? ""}`;
    case "UNDER_WAY":
      return waitsFor.artisanId === null ? `Away: ${label}` : `With ${nameOf(names, waitsFor.artisanId)}`;
    case "CUSTOMER":
      return "With the customer: proof";
    case "PROOF":
      return "Proof to be sent";
    case "SENDING":
      return `To be sent out: ${label}`;
    case "HANDS":
      return `Waiting for ${orList(waitsFor.artisanIds.map((id) => nameOf(names, id)))}`;
    case "NOBODY":
      return `Nobody on the bench can do it: ${label}`;
    case "NOTHING":
      return "";
  }
}

/** The same and until when, and for what it will wait longest after that: why its day is the day it is. */
export function reasonWords(names: Names, forecast: JobForecast, job: ForecastJob): string {
  const now = `${waitsForWords(names, forecast.waitsFor, job)}${untilWords(names, forecast)}`;
  return [now, laterWords(names, forecast)].filter(Boolean).join("; ");
}

function untilWords(names: Names, { waitsFor, nextStartsAt, nextEndsAt }: JobForecast): string {
  switch (waitsFor.kind) {
    case "HANDS": {
      const away = waitsFor.away.map(
        ({ artisanId, to }) => `${nameOf(names, artisanId)} is away until ${dayWords(to)}`,
      );
      const until = dayOf(names, nextStartsAt);
      return `${until && `, until about ${until}`}${away.length > 0 ? ` (${andList(away)})` : ""}`;
    }
    case "UNDER_WAY": {
      const until = dayOf(names, nextEndsAt);
      if (until === "") return "";
      return waitsFor.artisanId === null ? `, back about ${until}` : `, done about ${until}`;
    }
    case "CUSTOMER":
      return ", whose answer everything else waits for";
    default:
      return "";
  }
}

/** Not what it waits for at this moment: that is said already. */
function laterWords(names: Names, { waitsFor, longestWait }: JobForecast): string {
  if (!longestWait || waitsFor.kind === "NOBODY") return "";
  const days = Math.round(longestWait.days);
  const long = days < 1 ? "half a day" : days === 1 ? "a day" : `${days} days`;
  if (waitsFor.kind === "HANDS" && waitsFor.skill === longestWait.skill) return "";
  const work = lowerFirst(names.workNames.get(longestWait.skill) ?? longestWait.skill);
  const who = orList(longestWait.artisanIds.map((id) => nameOf(names, id)));
  return `then about ${long} in the queue for ${work}${who && ` (${who})`}`;
}

/** "" where nobody knows. */
function dayOf({ timeZone, today }: Names, at: string | null): string {
  if (at === null) return "";
  const day = localDate(timeZone, Date.parse(at));
  return day <= today ? "today" : dayWords(day);
}

function nameOf({ artisanNames }: Pick<Names, "artisanNames">, id: string): string {
  return artisanNames.get(id) ?? "somebody who has left";
}
