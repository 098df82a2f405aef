import { describe, expect, it } from "vitest";
import { NOTHING_LEARNED } from "@/lib/domain/duration-model";
import { NOT_CORRECTED } from "@/lib/domain/promise-correction";
import {
  keptByMonth,
  keptByProduct,
  keptOf,
  reliabilityOf,
  type ScoredPromise,
  wrongPlans,
} from "@/lib/domain/promise-score";

const raw = { p50: 1000, p90: 2000 };
const promise = (more: Partial<ScoredPromise> = {}): ScoredPromise => ({
  ...{ promisedOn: "2026-10-05", shipBy: "2026-10-20", leftOn: "2026-10-18", products: ["Posy ring"] },
  quote: { raw, correction: NOT_CORRECTED, realMs: 900 },
  ...more,
});

describe("the record of promises", () => {
  const late = promise({ leftOn: "2026-10-21", promisedOn: "2026-09-30" });
  const missing = promise({ leftOn: null, products: ["Posy ring", "Moon studs", "Moon studs"] });

  it("counts what left on its day as kept, and what is still here after it as broken", () => {
    expect(keptOf([promise(), promise({ leftOn: "2026-10-20" }), late, missing])).toEqual({ kept: 2, of: 4 });
    expect(keptOf([])).toEqual({ kept: 0, of: 0 });
  });

  it("tells months apart, and counts an order once for each of its designs", () => {
    expect(keptByMonth([promise(), late, missing])).toEqual([
      { name: "2026-09", kept: 0, of: 1 },
      { name: "2026-10", kept: 1, of: 2 },
    ]);
    expect(keptByProduct([promise(), late, missing])).toEqual([
      { name: "Posy ring", kept: 1, of: 3 },
      { name: "Moon studs", kept: 0, of: 1 },
    ]);
  });

  it("compares what was said with what came", () => {
    // Ends spread as the quote says: one in each tenth of its chances.
    const ends = [-1.64, -1.03, -0.67, -0.38, -0.12, 0.13, 0.39, 0.68, 1.04, 1.65];
    const spread = Math.log(2) / 1.2815515655446;
    const fair = ends.map((z) =>
      promise({ quote: { raw, correction: NOT_CORRECTED, realMs: 1000 * Math.exp(z * spread) } }),
    );
    const said = Object.fromEntries(reliabilityOf(fair).map(({ said: share, came }) => [share, came]));
    expect(said[0.1]).toBe(0.1);
    expect(said[0.5]).toBe(0.5);
    expect(said[0.9]).toBe(0.9);
    expect(reliabilityOf([promise({ quote: null })])[0]).toEqual({ said: 0.1, came: 0, of: 0 });
  });

  it("names the plans that are far off, the furthest first, where enough is known", () => {
    const seen = (ratio: number, weight: number) => ({ weight, sum: Math.log(ratio) * weight, squares: 0 });
    const stages = {
      polishing: seen(1.4, 60),
      setting: seen(0.6, 30),
      forming: seen(1.05, 90),
      casting: seen(2, 5),
    };
    const found = wrongPlans({ ...NOTHING_LEARNED, stages });
    expect(found.map(({ stage, of }) => [stage, of])).toEqual([
      ["setting", 30],
      ["polishing", 60],
    ]);
    expect(found[1]?.ratio).toBeCloseTo(1.4, 10);
  });
});
