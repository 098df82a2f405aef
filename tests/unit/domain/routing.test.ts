import { describe, expect, it } from "vitest";
import type { Personalization } from "@/lib/domain/personalization";
import { engravingMinutes, routeSpec } from "@/lib/domain/routing";
import { freezeSpec } from "@/lib/domain/spec";
import {
  sampleAlloys,
  sampleOptions,
  sampleRouting,
  sampleStages,
  sampleStones,
} from "@/tests/support/sample-product";

const options = sampleOptions();
const least: Personalization = {
  metal: "18k-yellow-gold",
  size: { system: "us", value: "7" },
  stones: [{ slot: "left", stone: "ruby" }],
};

function route(choice: Partial<Personalization> = {}, weightGrams = 0.5, routing = sampleRouting) {
  const personalization = { ...least, ...choice };
  const facts = { alloys: sampleAlloys, stones: sampleStones, fits: [{ zone: "inside", heightMm: 1.5 }] };
  const { spec } = freezeSpec({ slug: "ring", name: "Ring", options }, personalization, facts);
  const alloy = sampleAlloys.find(({ id }) => id === spec.metal.id);
  if (!alloy) throw new Error("no alloy");
  return routeSpec(spec, routing, options, sampleStages, { alloy, hallmarkCountry: "GB", weightGrams });
}

const brief = (stages: ReturnType<typeof route>) =>
  stages.map((stage) => `${stage.stage} ${stage.typicalMinutes}/${stage.badDayMinutes}`);

describe("a routing", () => {
  it("is the product's stages and what the options add, in the workshop's order", () => {
    expect(brief(route())).toEqual([
      "casting 4320/8640",
      "forming 60/90",
      "setting 20/32",
      "polishing 30/45",
      "checking 8/15",
      "packing 8/12",
    ]);
  });

  it("carries label, kind and skill of each stage", () => {
    expect(route()[0]).toEqual({
      stage: "casting",
      label: "Casting",
      kind: "external",
      skill: null,
      typicalMinutes: 4320,
      badDayMinutes: 8640,
    });
    expect(route()[1]).toMatchObject({ stage: "forming", kind: "bench", skill: "forming" });
  });

  it("adds setting for each stone and engraving by the letter", () => {
    const both = route({
      stones: [
        { slot: "left", stone: "ruby" },
        { slot: "right", stone: "ruby" },
      ],
      engraving: [{ zone: "inside", text: "Mia & Tom", font: "jost" }],
    });
    expect(brief(both)).toContain("setting 40/64");
    expect(brief(both)).toContain("engraving 41/66");
  });

  it("needs no engraving stage where nothing is engraved", () => {
    expect(route().some(({ stage }) => stage === "engraving")).toBe(false);
  });

  it("sends a piece above the legal weight to the assay office", () => {
    expect(brief(route({}, 1))).not.toContain("assay 5760/11520");
    expect(brief(route({}, 1.01))).toContain("assay 5760/11520");
    expect(brief(route({ metal: "sterling-silver" }, 7))).not.toContain("assay 5760/11520");
  });

  it("shares a slow alloy's minutes between forming and polishing", () => {
    expect(brief(route({ metal: "platinum-950" }, 0.1)).slice(1, 4)).toEqual([
      "forming 80/120",
      "setting 20/32",
      "polishing 50/75",
    ]);
  });

  it("gives them to the one of the two that the product has", () => {
    const without = (stage: string) => sampleRouting.filter((entry) => entry.stage !== stage);
    expect(brief(route({ metal: "platinum-950" }, 0.1, without("forming")))).toContain("polishing 70/105");
    expect(brief(route({ metal: "platinum-950" }, 0.1, without("polishing")))).toContain("forming 100/150");
  });

  it("adds a motif's minutes to forming", () => {
    expect(brief(route({ motif: "heart" }))).toContain("forming 70/105");
  });

  it("knows the minutes of the letters, all places together", () => {
    const facts = { alloys: sampleAlloys, stones: sampleStones, fits: [] };
    const engraving = [
      { zone: "inside", text: "AB", font: "jost", heightMm: 1.5 },
      { zone: "tag", text: "C", font: "jost", heightMm: 1.5 },
    ];
    const { spec } = freezeSpec({ slug: "r", name: "R", options }, { ...least, engraving }, facts);
    expect(engravingMinutes(spec, options)).toBe(20 + 6 + 20 + 3);
  });

  it("throws where the workshop lacks a stage that the product needs", () => {
    expect(() => route({}, 0.1, [{ stage: "enamelling", typicalMinutes: 1, badDayMinutes: 1 }])).toThrow(
      "The workshop has no stage enamelling",
    );
  });
});
