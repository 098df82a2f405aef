import { describe, expect, it } from "vitest";
import { createBuckets } from "@/lib/features/quotes/token-bucket";

describe("a token bucket", () => {
  it("lets a burst through, then says when there is room again", () => {
    const buckets = createBuckets({ burst: 3, perSecond: 1 });
    expect([0, 0, 0, 0].map((at) => buckets.take("a", at))).toEqual([null, null, null, 1]);
    expect(buckets.take("a", 500)).toBe(1);
    expect(buckets.take("a", 1000)).toBeNull();
  });

  it("fills up again, and no further than the burst", () => {
    const buckets = createBuckets({ burst: 2, perSecond: 1 });
    for (const at of [0, 0]) buckets.take("a", at);
    expect([3_600_000, 3_600_000, 3_600_000].map((at) => buckets.take("a", at))).toEqual([null, null, 1]);
  });

  it("takes what a question costs, or nothing and says when there is so much", () => {
    const buckets = createBuckets({ burst: 20, perSecond: 2 });
    expect(buckets.take("a", 0, 15)).toBeNull();
    expect(buckets.take("a", 0, 15)).toBe(5);
    expect([buckets.take("a", 0, 5), buckets.take("a", 0)]).toEqual([null, 1]);
    expect(buckets.take("a", 7500, 15)).toBeNull();
  });

  it("counts each address by itself", () => {
    const buckets = createBuckets({ burst: 1, perSecond: 0.1 });
    expect([buckets.take("a", 0), buckets.take("b", 0), buckets.take("a", 0)]).toEqual([null, null, 10]);
  });

  it("still counts who is busy while tens of thousands of others come by", () => {
    const buckets = createBuckets({ burst: 1, perSecond: 0.001 });
    expect(buckets.take("busy", 0)).toBeNull();
    for (let index = 0; index < 50_000; index += 1) {
      buckets.take(`other-${index}`, 0);
      if (index % 10_000 === 0) expect(buckets.take("busy", 0)).toBe(1000);
    }
    expect(buckets.take("busy", 0)).toBe(1000);
  });

  it("survives a clock that goes back", () => {
    const buckets = createBuckets({ burst: 1, perSecond: 1 });
    buckets.take("a", 10_000);
    expect(buckets.take("a", 0)).toBe(1);
  });
});
