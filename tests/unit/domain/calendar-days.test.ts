import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { isoWeekday, localDate, localDays, toEpochDay, toIsoDate } from "@/lib/domain/calendar-days";

const zones = [
  "UTC",
  "Europe/London",
  "America/New_York",
  "Asia/Kathmandu",
  // Changes by half an hour.
  "Australia/Lord_Howe",
  // Changed its clocks at midnight, so that some days began at 1:00.
  "America/Sao_Paulo",
  "Asia/Beirut",
  "Africa/Casablanca",
  "Pacific/Auckland",
];

describe("local days", () => {
  it.each(zones)(
    "begin in %s when Temporal says so, every day of twelve years",
    (timeZone) => {
      const days = localDays(timeZone);
      let date = Temporal.PlainDate.from("2016-01-01");
      for (let day = toEpochDay("2016-01-01"); day < toEpochDay("2028-01-01"); day += 1) {
        if (days.startOf(day) !== date.toZonedDateTime({ timeZone }).epochMilliseconds) {
          expect(`${date} starts ${days.startOf(day)}`).toBe(
            date.toZonedDateTime({ timeZone }).epochMilliseconds,
          );
        }
        date = date.add({ days: 1 });
      }
    },
    60_000,
  );

  it("hold every moment from their first to their last", () => {
    const days = localDays("America/New_York");
    const first = days.startOf(toEpochDay("2026-03-08"));
    const next = days.startOf(toEpochDay("2026-03-09"));
    expect((next - first) / 3_600_000).toBe(23);
    expect(toIsoDate(days.dayOf(first))).toBe("2026-03-08");
    expect(toIsoDate(days.dayOf(next - 1))).toBe("2026-03-08");
    expect(localDate("America/New_York", next)).toBe("2026-03-09");
  });

  it("count from 1970 and name their weekday", () => {
    expect([toEpochDay("1970-01-01"), toEpochDay("1969-12-31"), toEpochDay("2026-11-22")]).toEqual([
      0, -1, 20779,
    ]);
    expect(toIsoDate(20779)).toBe("2026-11-22");
    expect(["2026-11-22", "2026-11-23", "1969-12-28"].map((date) => isoWeekday(toEpochDay(date)))).toEqual([
      7, 1, 7,
    ]);
    expect(() => toEpochDay("2026-02-30")).toThrow();
  });
});
