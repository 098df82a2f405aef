import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import {
  addWorkingMinutes,
  type CalendarInput,
  createCalendar,
  nextWorkingInstant,
  type WeeklyBlock,
  workingMinutesBetween,
} from "@/lib/domain/calendar";

const weekdays = [1, 2, 3, 4, 5];
const officeHours: WeeklyBlock[] = weekdays.flatMap((weekday) => [
  { weekday, startMinute: 540, endMinute: 750 },
  { weekday, startMinute: 780, endMinute: 1050 },
]);

function calendarOf(input: Partial<CalendarInput> = {}) {
  return createCalendar({
    timeZone: "Europe/London",
    hours: officeHours,
    timeOff: [],
    closedDays: new Set(),
    ...input,
  });
}
const at = (text: string) => Temporal.Instant.from(text);

describe("working calendar", () => {
  it("counts on over lunch, night and weekend", () => {
    const calendar = calendarOf();
    // Friday 4 December 2026, 12:00: 30 minutes to lunch, 270 after it, the rest on Monday from 9:00.
    expect(addWorkingMinutes(calendar, at("2026-12-04T12:00Z"), 30)?.toString()).toBe("2026-12-04T12:30:00Z");
    expect(addWorkingMinutes(calendar, at("2026-12-04T12:00Z"), 31)?.toString()).toBe("2026-12-04T13:01:00Z");
    expect(addWorkingMinutes(calendar, at("2026-12-04T12:00Z"), 300)?.toString()).toBe(
      "2026-12-04T17:30:00Z",
    );
    expect(addWorkingMinutes(calendar, at("2026-12-04T12:00Z"), 301)?.toString()).toBe(
      "2026-12-07T09:01:00Z",
    );
  });

  it("keeps wall-clock hours on both sides of the change to summer time", () => {
    const calendar = calendarOf();
    // Clocks go forward on Sunday 29 March 2026: Friday is GMT, Monday BST.
    expect(addWorkingMinutes(calendar, at("2026-03-27T17:00Z"), 60)?.toString()).toBe("2026-03-30T08:30:00Z");
    expect(nextWorkingInstant(calendar, at("2026-10-23T16:30Z"))?.toString()).toBe("2026-10-26T09:00:00Z");
  });

  it("gives a night shift seven hours in spring and nine in autumn", () => {
    const night = calendarOf({ hours: [{ weekday: 7, startMinute: 0, endMinute: 480 }] });
    const minutesOn = (day: string) =>
      workingMinutesBetween(
        night,
        at(`${day}T00:00Z`).add({ hours: -12 }),
        at(`${day}T00:00Z`).add({ hours: 36 }),
      );
    expect(minutesOn("2026-03-29")).toBe(420);
    expect(minutesOn("2026-10-25")).toBe(540);
    expect(minutesOn("2026-11-01")).toBe(480);
  });

  it("drops a block that lies inside the skipped hour", () => {
    const skipped = calendarOf({ hours: [{ weekday: 7, startMinute: 65, endMinute: 110 }] });
    expect(workingMinutesBetween(skipped, at("2026-03-28T12:00Z"), at("2026-03-30T00:00Z"))).toBe(45);
    const two = calendarOf({
      hours: [
        { weekday: 7, startMinute: 0, endMinute: 90 },
        { weekday: 7, startMinute: 130, endMinute: 180 },
      ],
    });
    // 00:00–01:30 local runs to 02:30 BST; what overlaps is counted once, so two real hours in all.
    expect(workingMinutesBetween(two, at("2026-03-28T12:00Z"), at("2026-03-30T00:00Z"))).toBe(120);
  });

  it("leaves out holidays, closures and time off, whole local days with both ends", () => {
    const calendar = calendarOf({
      closedDays: new Set(["2026-12-25", "2026-12-28"]),
      timeOff: [{ from: "2026-12-29", to: "2026-12-31" }],
    });
    expect(nextWorkingInstant(calendar, at("2026-12-24T17:30Z"))?.toString()).toBe("2027-01-01T09:00:00Z");
    expect(workingMinutesBetween(calendar, at("2026-12-24T00:00Z"), at("2027-01-02T00:00Z"))).toBe(960);
  });

  it("follows the workshop's zone where the day starts at another hour", () => {
    const calendar = calendarOf({ timeZone: "Asia/Kathmandu" });
    expect(nextWorkingInstant(calendar, at("2026-12-06T20:00Z"))?.toString()).toBe("2026-12-07T03:15:00Z");
  });

  it("says never where there are no hours, and where time off fills the coming five years", () => {
    expect(nextWorkingInstant(calendarOf({ hours: [] }), at("2026-12-01T00:00Z"))).toBeNull();
    const away = calendarOf({ timeOff: [{ from: "2026-01-01", to: "2040-01-01" }] });
    expect(addWorkingMinutes(away, at("2026-12-01T00:00Z"), 1)).toBeNull();
    expect(addWorkingMinutes(calendarOf(), at("2026-12-01T00:00Z"), 10_000_000)).toBeNull();
  });

  it("finds its way after a year of time off", () => {
    const away = calendarOf({ timeOff: [{ from: "2026-12-01", to: "2027-11-30" }] });
    expect(nextWorkingInstant(away, at("2026-12-01T00:00Z"))?.toString()).toBe("2027-12-01T09:00:00Z");
  });

  it("counts overlapping blocks once", () => {
    const calendar = calendarOf({
      hours: [
        { weekday: 1, startMinute: 540, endMinute: 720 },
        { weekday: 1, startMinute: 600, endMinute: 660 },
        { weekday: 1, startMinute: 660, endMinute: 780 },
      ],
    });
    expect(workingMinutesBetween(calendar, at("2026-12-07T00:00Z"), at("2026-12-08T00:00Z"))).toBe(240);
  });

  it("answers the same whatever was asked before, also far in the past", () => {
    const asked = calendarOf();
    workingMinutesBetween(asked, at("2027-06-01T00:00Z"), at("2027-06-02T00:00Z"));
    workingMinutesBetween(asked, at("2025-01-01T00:00Z"), at("2025-01-02T00:00Z"));
    expect(workingMinutesBetween(asked, at("2026-12-01T00:00Z"), at("2026-12-03T00:00Z"))).toBe(960);
    expect(workingMinutesBetween(calendarOf(), at("2026-12-01T00:00Z"), at("2026-12-03T00:00Z"))).toBe(960);
  });

  const zones = fc.constantFrom(
    "Europe/London",
    "America/New_York",
    "Australia/Lord_Howe",
    "Asia/Kathmandu",
    "UTC",
  );
  const moments = fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2027, 0, 1) }).map((ms) => {
    const minute = 60_000;
    return Temporal.Instant.fromEpochMilliseconds(Math.floor(ms / minute) * minute);
  });
  const patterns = fc
    .array(
      fc.record({
        weekday: fc.integer({ min: 1, max: 7 }),
        startMinute: fc.integer({ min: 0, max: 1380 }),
        length: fc.integer({ min: 15, max: 300 }),
      }),
      { minLength: 1, maxLength: 10 },
    )
    .map((blocks) =>
      blocks.map(({ weekday, startMinute, length }) => ({
        weekday,
        startMinute,
        endMinute: Math.min(1440, startMinute + length),
      })),
    );

  it("takes exactly as long as it was given: between undoes add, in every zone", () => {
    fc.assert(
      fc.property(
        zones,
        patterns,
        moments,
        // A quarter of an hour a week, the least there is, gives 3,900 minutes within the calendar's five years.
        fc.integer({ min: 1, max: 3800 }),
        (timeZone, hours, from, minutes) => {
          const calendar = calendarOf({ timeZone, hours });
          const done = addWorkingMinutes(calendar, from, minutes);
          if (!done) throw new Error("these hours repeat every week");
          expect(workingMinutesBetween(calendar, from, done)).toBe(minutes);
        },
      ),
    );
  });

  it("never finishes before it starts, nor later work before earlier", () => {
    fc.assert(
      fc.property(patterns, moments, fc.nat(1800), fc.nat(1800), fc.nat(5000), (hours, from, a, b, later) => {
        const calendar = calendarOf({ hours });
        const ms = (start: Temporal.Instant, minutes: number) =>
          addWorkingMinutes(calendar, start, minutes)?.epochMilliseconds ?? Number.NaN;
        expect(ms(from, a)).toBeGreaterThanOrEqual(from.epochMilliseconds);
        expect(ms(from, a + b)).toBeGreaterThanOrEqual(ms(from, a));
        expect(ms(from.add({ minutes: later }), a)).toBeGreaterThanOrEqual(ms(from, a));
      }),
    );
  });
});
