import { allBytes, loadOnPhone } from "../../scripts/bench/phone";
import { expect, test } from "./shop-test";

/**
 * Kilobytes as sent on a first visit by phone, of each kind at most. Of the scripts React and Next's router are 131; what
 * is fetched is what the router asks for ahead of time, when all else has come.
 */
const USUAL = { Document: 45, Stylesheet: 0, Script: 171, Font: 60, Image: 110, Fetch: 60, Other: 5 };

type Budget = {
  page: string;
  /** where it differs from the usual */
  most?: Partial<typeof USUAL>;
  /** the largest thing on the first screen: a picture that the page asks for before others, or words */
  largest: "picture" | "words";
};

const budgets: Budget[] = [
  { page: "/", largest: "picture" },
  { page: "/shop", largest: "picture" },
  { page: "/shop?kind=ring", largest: "picture" },
  { page: "/collections/under-the-night-sky", largest: "picture" },
  { page: "/products/trio-birthstone-ring", largest: "picture" },
  { page: "/products/engraved-disc-necklace", largest: "picture" },
  { page: "/guides", largest: "picture" },
  { page: "/guides/ring-sizes", largest: "picture" },
  { page: "/makers", largest: "picture" },
  { page: "/makers/maud-osei", largest: "picture" },
  { page: "/order-by", largest: "words" },
  { page: "/gift-cards", largest: "words" },
  // What it leads to is fetched ahead, the checkout with its form.
  { page: "/bag", largest: "words", most: { Script: 190 } },
  { page: "/sign-in", largest: "words" },
];

for (const { page, most, largest } of budgets) {
  test(`${page} comes to a phone on a slow line within its budget, and nothing in it moves`, async ({
    browser,
    baseURL,
  }) => {
    const load = await loadOnPhone(browser, `${baseURL}${page}`);
    const tooMuch = Object.entries({ ...USUAL, ...most }).filter(
      ([kind, kB]) => (load.bytes[kind] ?? 0) > kB * 1000,
    );
    expect(tooMuch.map(([kind, kB]) => `${kind}: ${load.bytes[kind]} bytes, ${kB} kB wanted`)).toEqual([]);
    expect(allBytes(load)).toBeLessThan(400_000);
    // Those ahead of time included, of which there may be one more or less.
    expect(load.requests).toBeLessThanOrEqual(60);
    expect(load.shift).toBe(0);
    if (largest === "picture") expect(load.largest).toMatchObject({ tag: "img", first: true });
    else expect(load.largest.file).toBe("");
  });
}
