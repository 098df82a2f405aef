import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chanceByDate } from "@/lib/domain/arrival-chance";
import { toIsoDate } from "@/lib/domain/calendar-days";
import { deliveriesTo } from "@/lib/domain/delivery";

const arrives = { p50: "2026-12-08", p90: "2026-12-14" };
const today = "2026-11-28";
const by = (needBy: string) => chanceByDate(arrives, needBy, today);

describe("the chance of arriving by a day", () => {
  it("is even on the day of P50 and nine in ten on that of P90", () => {
    expect([by("2026-12-08"), by("2026-12-14")]).toEqual([0.5, 0.9]);
  });

  it("is next to nothing today and never certain", () => {
    expect([by(today), by("2026-01-01"), by("2029-01-01")]).toEqual([0.01, 0.01, 0.99]);
  });

  it("never falls as the day moves out", () => {
    const day = fc.integer({ min: 20_000, max: 20_200 }).map(toIsoDate);
    fc.assert(
      fc.property(day, day, day, day, (one, two, three, four) => {
        const [now = "", p50 = "", p90 = "", needBy = ""] = [one, two, three, four].sort();
        const later = toIsoDate(20_201);
        const chance = chanceByDate({ p50, p90 }, needBy, now);
        expect(chanceByDate({ p50, p90 }, later, now)).toBeGreaterThanOrEqual(chance);
        expect(chance).toBeGreaterThanOrEqual(0.01);
        expect(chance).toBeLessThanOrEqual(0.99);
      }),
    );
  });
});

describe("deliveries", () => {
  const methods = [
    { id: "home", countries: ["GB"] },
    { id: "eu", countries: ["DE", "FR"] },
    { id: "world", countries: ["*"] },
  ];

  it("are those that name the country, else those for everywhere", () => {
    expect(deliveriesTo("DE", methods).map(({ id }) => id)).toEqual(["eu"]);
    expect(deliveriesTo("US", methods).map(({ id }) => id)).toEqual(["world"]);
    expect(deliveriesTo("US", methods.slice(0, 2))).toEqual([]);
  });
});
