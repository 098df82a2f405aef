import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  chosenValues,
  facetNames,
  parseShopFilter,
  parseShopSegment,
  shopHref,
  shopSegment,
  sortIds,
  wholeShop,
  withoutValue,
  withValue,
} from "@/lib/features/catalog/shop-filter";

const ask = (query: string) => parseShopFilter(new URLSearchParams(query));

describe("a question put to the shop", () => {
  it("has one spelling, however it was asked", () => {
    const asked = ask("metal=sterling-silver&kind=ring&metal=18k-yellow-gold&metal=sterling-silver");
    expect(shopSegment(asked)).toBe("kind.ring~metal.18k-yellow-gold.sterling-silver");
    expect(shopHref(asked)).toBe("/shop?kind=ring&metal=18k-yellow-gold&metal=sterling-silver");
  });

  it("is the whole shop where nothing, or nothing sensible, was asked", () => {
    expect(ask("")).toEqual(wholeShop);
    expect(
      ask("kind=&metal=%3Cscript%3E&price=£&sort=random&page=-1&page=0&page=1e3&utm_source=mail"),
    ).toEqual(wholeShop);
    expect(shopSegment(wholeShop)).toBe("all");
    expect(shopHref(wholeShop)).toBe("/shop");
  });

  it("keeps sort and page, and leaves out what is ordinary", () => {
    expect(shopHref(ask("sort=price-up&page=3"))).toBe("/shop?sort=price-up&page=3");
    expect(shopHref(ask("sort=featured&page=1"))).toBe("/shop");
  });

  it("takes at most six values of a facet and pages up to 500", () => {
    const many = Array.from({ length: 9 }, (_, index) => `stone=stone-${index}`).join("&");
    expect(ask(many).facets.stone).toHaveLength(6);
    expect(ask("page=500").page).toBe(500);
    expect(ask("page=501").page).toBe(1);
  });

  it("gains and loses a value, going back to the first page", () => {
    const asked = ask("kind=ring&sort=price-up&page=4");
    const more = withValue(asked, "metal", "platinum-950");
    expect(shopHref(more)).toBe("/shop?kind=ring&metal=platinum-950&sort=price-up");
    expect(shopHref(withoutValue(more, "kind", "ring"))).toBe("/shop?metal=platinum-950&sort=price-up");
    expect(chosenValues(more)).toEqual([
      { name: "kind", value: "ring" },
      { name: "metal", value: "platinum-950" },
    ]);
  });
});

describe("a cached page's segment", () => {
  it("is read only where it is the one that we write", () => {
    expect(parseShopSegment("all")).toEqual(wholeShop);
    expect(parseShopSegment("kind.ring~metal.sterling-silver")?.facets).toEqual({
      kind: ["ring"],
      metal: ["sterling-silver"],
    });
    expect(parseShopSegment("metal.sterling-silver~kind.ring")).toBeNull();
    expect(parseShopSegment("kind.ring.ring")).toBeNull();
    expect(parseShopSegment("kind.ring~colour.red")).toBeNull();
    expect(parseShopSegment("page.1")).toBeNull();
    expect(parseShopSegment("")).toBeNull();
  });

  it("and the address come back as the question they were written from", () => {
    const slug = fc.stringMatching(/^[a-z0-9]{1,9}(-[a-z0-9]{1,9}){0,3}$/);
    const pairs = fc.array(fc.tuple(fc.constantFrom(...facetNames), slug), { maxLength: 30 });
    fc.assert(
      fc.property(
        pairs,
        fc.constantFrom(...sortIds),
        fc.integer({ min: 1, max: 500 }),
        (facets, sort, page) => {
          const asked = parseShopFilter([...facets, ["sort", sort], ["page", String(page)]]);
          expect(parseShopSegment(shopSegment(asked))).toEqual(asked);
          expect(parseShopFilter(new URL(shopHref(asked), "https://x.test").searchParams)).toEqual(asked);
          expect(encodeURI(shopSegment(asked))).toBe(shopSegment(asked));
        },
      ),
    );
  });
});
