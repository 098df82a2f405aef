import { describe, expect, it } from "vitest";
import { forecastOrder } from "@/lib/domain/order-forecast";

const post = { typicalDays: 1, slowDays: 2, holidays: [] };
const promised = { shipBy: "2026-12-04", arrives: { p50: "2026-12-03", p90: "2026-12-08" } };
const ready = (p50: string, p90: string) => ({ p50, p75: p50, p90 });

describe("today's forecast of an order", () => {
  it("is that of its last piece, with the way added", () => {
    const forecast = forecastOrder(
      [ready("2026-11-30", "2026-12-01"), ready("2026-12-02", "2026-12-03")],
      post,
      promised,
    );
    expect(forecast).toEqual({
      leaves: { p50: "2026-12-02", p90: "2026-12-03" },
      arrives: { p50: "2026-12-03", p90: "2026-12-07" },
      than: "promised",
    });
  });

  it("is later where most likely it leaves after the promised day, earlier where it arrives before the promised days", () => {
    expect(forecastOrder([ready("2026-12-07", "2026-12-09")], post, promised)?.than).toBe("later");
    expect(forecastOrder([ready("2026-12-04", "2026-12-09")], post, promised)?.than).toBe("unsure");
    expect(forecastOrder([ready("2026-11-27", "2026-11-27")], post, promised)?.than).toBe("earlier");
  });

  it("holds only where it is as sure as promised: by the day it leaves, and by the day it arrives", () => {
    expect(forecastOrder([ready("2026-12-02", "2026-12-07")], post, promised)?.than).toBe("unsure");
    const slow = { ...post, typicalDays: 3, slowDays: 3 };
    expect(forecastOrder([ready("2026-12-02", "2026-12-04")], slow, promised)?.than).toBe("unsure");
    expect(forecastOrder([ready("2026-12-02", "2026-12-04")], post, promised)?.than).toBe("promised");
  });

  it("is none where a piece has no day, or there is nothing to make", () => {
    expect(
      forecastOrder([ready("2026-12-02", "2026-12-03"), { p50: null, p75: null, p90: null }], post, promised),
    ).toBeNull();
    expect(forecastOrder([], post, promised)).toBeNull();
  });
});
