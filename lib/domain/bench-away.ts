import { NEVER, nextWorkingMs } from "@/lib/domain/calendar";
import { DAY_MS } from "@/lib/domain/calendar-days";
import type { BenchArtisan } from "@/lib/domain/schedule";

/** A sabbatical is waited for and promised behind; who is away for longer than half a year may come back otherwise. */
export const LONG_AWAY_MS = 180 * DAY_MS;
const LOOKED_AHEAD_MS = 366 * DAY_MS;
/** Of a gap, so much at its beginning may be missed. */
const STEP_MS = 7 * DAY_MS;

/**
 * When work of one kind goes on after the first long gap of the year ahead in which none of those who can do it is at
 * the bench; null where there is none, or nobody ever comes.
 */
export function longAway(
  skill: string,
  artisans: readonly Pick<BenchArtisan, "skills" | "calendar">[],
  nowMs: number,
): number | null {
  const able = artisans.filter(({ skills }) => skills.includes(skill));
  let at = nowMs;
  while (at < nowMs + LOOKED_AHEAD_MS) {
    const next = Math.min(NEVER, ...able.map(({ calendar }) => nextWorkingMs(calendar, at)));
    if (next === NEVER) return null;
    if (next - at > LONG_AWAY_MS) return next;
    at = next + STEP_MS;
  }
  return null;
}
