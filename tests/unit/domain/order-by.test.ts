import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { localDate } from "@/lib/domain/calendar-days";
import { orderByFor } from "@/lib/domain/order-by";

const DAY_MS = 86_400_000;
const post = { typicalDays: 1, slowDays: 1, holidays: ["2026-12-25", "2026-12-28"] };
const timeZone = "Europe/London";

/** A house that is always open, and needs so many days. */
const bench = (days: number, later: (orderedMs: number) => number | null = () => days) => ({
  timeZone,
  nowMs: Date.parse("2026-11-24T09:00:00Z"),
  startOf: (day: string) => Temporal.PlainDate.from(day).toZonedDateTime(timeZone).epochMilliseconds,
  leaves: (readyMs: number) => localDate(timeZone, readyMs),
  lead: { p50: days * DAY_MS, p90: days * DAY_MS * 1.001 },
  leadAt: (orderedMs: number) => {
    const lead = later(orderedMs);
    return lead === null ? null : { p50: lead * DAY_MS, p90: lead * DAY_MS * 1.001 };
  },
});
const christmas = { id: "christmas", day: "2026-12-25" } as const;

describe("the last day to order", () => {
  it("lets the whole day count, and has it there on the eve", () => {
    // Ordered at the end of the 13th, made by the end of the 22nd, one day in the post and seldom two: the 24th.
    expect(orderByFor(christmas, bench(8.5), post)).toEqual({
      ...christmas,
      needBy: "2026-12-24",
      orderBy: "2026-12-14",
    });
  });

  it("is earlier where the bench is known to be fuller by then", () => {
    const fullFromDecember = (ms: number) => (ms >= Date.parse("2026-12-05T00:00:00Z") ? 25 : 8.5);
    expect(orderByFor(christmas, bench(8.5, fullFromDecember), post).orderBy).toBe("2026-12-03");
  });

  it("is never later because the bench looks free behind what is known", () => {
    expect(
      orderByFor(
        christmas,
        bench(8.5, () => 1),
        post,
      ).orderBy,
    ).toBe("2026-12-14");
  });

  it("is past where today's order would come too late, or nobody knows", () => {
    expect(orderByFor(christmas, bench(40), post).orderBy).toBeNull();
    expect(
      orderByFor(
        christmas,
        bench(8.5, () => null),
        post,
      ).orderBy,
    ).toBeNull();
  });
});
