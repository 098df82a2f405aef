import { Temporal } from "temporal-polyfill";

/**
 * The present moment. Only the shell (actions, route handlers, jobs, pages) asks; everything below is told.
 * TOUCHMARK_NOW=2026-11-22T09:00:00Z fixes it for tests and for pictures of the studio.
 */
export function now(): Temporal.Instant {
  const fixed = process.env.TOUCHMARK_NOW;
  return fixed ? Temporal.Instant.from(fixed) : Temporal.Instant.fromEpochMilliseconds(Date.now());
}

/** Prisma reads and writes Date; the domain speaks Temporal. These two are the only bridge. */
export function toDate(instant: Temporal.Instant): Date {
  return new Date(instant.epochMilliseconds);
}

export function fromDate(date: Date): Temporal.Instant {
  return Temporal.Instant.fromEpochMilliseconds(date.getTime());
}
