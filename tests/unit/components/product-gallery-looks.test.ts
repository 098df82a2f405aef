import { describe, expect, it } from "vitest";
import { galleryOf, galleryRules } from "@/components/shop/product-gallery-looks";

const alloys = [
  { id: "gold", label: "Yellow gold" },
  { id: "silver", label: "Sterling silver" },
];
const gold = { src: "/gold", alloyId: "gold", finishId: "polished" };
const close = { src: "/close", alloyId: "gold", finishId: "polished" };
const satin = { src: "/satin", alloyId: "gold", finishId: "satin" };
const metals = [
  { alloy: "gold", finishes: ["polished", "satin"], extraMinutes: 0 },
  { alloy: "silver", finishes: ["polished"], extraMinutes: 0 },
];

describe("the pictures of a product page", () => {
  it("lead with the chosen metal in its first finish, and hold one for every look that has one", () => {
    const { lead, others } = galleryOf(
      { options: { metals }, alloys, pictures: [gold, close, satin] },
      "gold",
    );
    expect(lead?.pictures).toEqual([gold, close]);
    expect(others.map(({ pictures, looks }) => [pictures, looks])).toEqual([
      [[satin], [{ metal: "gold", finish: "satin" }]],
    ]);
  });

  it("are told apart though two metals share one photo", () => {
    const ring = { ...gold, alt: "A ring in gold" };
    const same = { ...gold, alloyId: "silver", alt: "The same in silver" };
    const { lead, others, notes } = galleryOf(
      { options: { metals }, alloys, pictures: [ring, same] },
      "gold",
    );
    expect(lead?.pictures).toEqual([ring]);
    expect(others.map(({ pictures }) => pictures)).toEqual([[same]]);
    expect(notes.map(({ words }) => words)).not.toContain("Shown in yellow gold.");
  });

  it("say what they don't show", () => {
    const { notes } = galleryOf({ options: { metals }, alloys, pictures: [gold, satin] }, "gold");
    expect(notes.map(({ words }) => words)).toEqual(["Shown in yellow gold."]);
    const plain = galleryOf({ options: { metals }, alloys, pictures: [gold] }, "gold");
    expect(plain.notes.map(({ words }) => words)).toContain(
      "Yours will be satin: a soft sheen, which the photo doesn’t show.",
    );
  });

  it("ask for no finish where there is none to choose", () => {
    const one = metals.map((metal) => ({ ...metal, finishes: ["polished"] }));
    const silver = { src: "/silver", alloyId: "silver", finishId: "polished" };
    const gallery = galleryOf({ options: { metals: one }, alloys, pictures: [gold, silver] }, "gold");
    expect(galleryRules("piece", gallery)).toBe(
      '#piece:is(:has([data-shows="metal-silver"]:checked)){& [data-look="look-1"]{display:block}}',
    );
  });
});
