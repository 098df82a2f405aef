import { describe, expect, it } from "vitest";
import { cacheLifetimes, tagsTouchedBy } from "@/lib/platform/cache";

describe("what a change makes stale", () => {
  it("is a product's own page and every list, under both names where it was renamed", () => {
    expect(tagsTouchedBy({ kind: "product", slug: "posy-ring", previousSlug: "motto-ring" })).toEqual([
      "catalog",
      "product:posy-ring",
      "product:motto-ring",
    ]);
    expect(tagsTouchedBy({ kind: "product", slug: "posy-ring", previousSlug: "posy-ring" })).toEqual([
      "catalog",
      "product:posy-ring",
    ]);
  });

  it("is, for a maker, the lists and the pages of their pieces", () => {
    expect(tagsTouchedBy({ kind: "maker", productSlugs: ["posy-ring", "hammered-band"] })).toEqual([
      "catalog",
      "product:posy-ring",
      "product:hammered-band",
    ]);
  });

  it("is every price where a metal's price moved, and no more than dates where the queue did", () => {
    expect(tagsTouchedBy({ kind: "prices" })).toEqual(["prices", "catalog"]);
    expect(tagsTouchedBy({ kind: "queue" })).toEqual(["queue"]);
    expect(tagsTouchedBy({ kind: "bench" })).toEqual(["queue", "dates"]);
    expect(tagsTouchedBy({ kind: "workshop" })).toEqual(["workshop", "queue"]);
    expect(tagsTouchedBy({ kind: "guide" })).toEqual(["guides"]);
    expect(tagsTouchedBy({ kind: "collection" })).toEqual(["catalog"]);
  });
});

describe("lifetimes", () => {
  it("are long enough to be part of a prerendered page, and expire after they revalidate", () => {
    for (const { stale, revalidate, expire } of Object.values(cacheLifetimes)) {
      expect(stale).toBeGreaterThanOrEqual(300);
      expect(revalidate).toBeGreaterThan(0);
      expect(expire).toBeGreaterThan(revalidate);
    }
  });
});
