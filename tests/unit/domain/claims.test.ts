import { describe, expect, it } from "vitest";
import { type ClaimedProduct, lintClaims } from "@/lib/domain/claims";
import type { EngravingZone } from "@/lib/domain/options";

describe("handmade", () => {
  it("may be said of a ring that is forged from bar and engraved by hand", () => {
    expect(rulesOf({ summary: "A broad band, handmade from bar.", options: zones("hand") })).toEqual([]);
  });

  it("may not be said of a cast piece, and the reason names what to say instead", () => {
    const [finding] = lintClaims(forged({ story: "It is handmade in Bristol.", techniques: ["casting"] }));
    expect(finding).toEqual({
      rule: "handmade",
      field: "story",
      excerpt: "It is handmade in Bristol.",
      reason:
        "A cast piece isn't handmade: its shape comes from a mould. Say “handcrafted” or “hand-finished”.",
    });
  });

  it("knows a cast piece by its routing too", () => {
    const routing = [{ stage: "casting", typicalMinutes: 60, badDayMinutes: 60 }];
    expect(rulesOf({ story: "Made by hand.", routing })).toEqual(["handmade"]);
  });

  it.each([
    "This is handcrafted.",
    "It is cast and hand-finished.",
    "It isn't handmade.",
    "Cast rather than handmade.",
    "We call it handcrafted; it is not a hand-forged ring.",
  ])("leaves “%s” alone on a cast piece", (story) => {
    expect(rulesOf({ story, techniques: ["casting"] })).toEqual([]);
  });

  it.each(["Hand-made for you.", "A hand wrought ring.", "Hand-forged on the anvil.", "Forged by hand."])(
    "finds it in “%s”",
    (story) => {
      expect(rulesOf({ story, techniques: ["casting"] })).toEqual(["handmade"]);
    },
  );

  it("may not be said of a necklace whose chain is bought in", () => {
    const materials = [
      { component: "Disc", material: "Sterling silver (925)", origin: "Our own sheet." },
      { component: "Chain", material: "Sterling silver (925)", origin: "Machine-made in Arezzo." },
    ];
    expect(rulesOf({ summary: "A handmade disc.", materials })).toEqual(["handmade"]);
  });

  it("may not be said where a machine engraves", () => {
    const [finding] = lintClaims(forged({ summary: "A handmade ring.", options: zones("laser") }));
    expect(finding?.reason).toContain("The engraving “Zone 1” is done by laser.");
  });
});

describe("hand-engraved", () => {
  it("may be said where every zone is cut by hand", () => {
    expect(
      rulesOf({ story: "A hand-engraved line.", techniques: ["hand-engraving"], options: zones("hand") }),
    ).toEqual([]);
  });

  it("may not be said, nor listed as a technique, where none is", () => {
    expect(
      rulesOf({
        story: "The words are engraved by hand.",
        techniques: ["hand-engraving"],
        options: zones("laser"),
      }),
    ).toEqual(["hand-engraved", "hand-engraved"]);
  });

  it("must say which where only some are", () => {
    const options = zones("hand", "laser");
    expect(rulesOf({ story: "Hand-engraved by Maud.", options })).toEqual(["hand-engraved"]);
    expect(rulesOf({ story: "Hand-engraved outside, by laser inside.", options })).toEqual([]);
  });
});

describe("recycled", () => {
  const chain = {
    component: "Chain",
    material: "Sterling silver (925)",
    origin: "Bought in; nothing is known.",
  };
  const band = {
    component: "Band",
    material: "Sterling silver (925)",
    origin: "Recycled sheet from Birmingham.",
  };

  it("may be said of the whole where every metal part is", () => {
    expect(rulesOf({ story: "Made of recycled silver.", materials: [band] })).toEqual([]);
  });

  it("must name the part where only one is", () => {
    const materials = [band, chain];
    expect(rulesOf({ story: "Made of recycled silver.", materials })).toEqual(["recycled"]);
    expect(rulesOf({ story: "The band is recycled silver.", materials })).toEqual([]);
  });

  it("may not be said where nothing is stated to be, and a denial is no statement", () => {
    const materials = [{ ...chain, origin: "Its mine can't be named, so we don't call it recycled." }];
    expect(rulesOf({ story: "Recycled silver.", materials })).toEqual(["recycled"]);
  });
});

describe("metals by their names", () => {
  it.each([
    ["Gold", ["fineness"]],
    ["18k gold (750)", []],
    ["Sterling silver", []],
    ["Silver", ["fineness"]],
    ["Platinum 950", []],
    ["Onyx", []],
  ])("%s as a material gives %j", (material, rules) => {
    expect(rulesOf({ materials: [{ component: "Band", material, origin: "Ours." }] })).toEqual(rules);
  });

  it("solid gold without a karat would be 24k", () => {
    expect(rulesOf({ summary: "A band of solid gold." })).toEqual(["fineness"]);
    expect(rulesOf({ summary: "A band of solid gold, 24k." })).toEqual([]);
  });

  it.each([
    ["sterling silver under 18k gold, 2.5 µm", []],
    ["sterling silver under 9k gold, 3 microns", ["vermeil"]],
    ["sterling silver under 18k gold, 1 µm", ["vermeil"]],
    ["brass (925 parts wishful) plated with 18k gold", ["vermeil"]],
  ])("vermeil over %s gives %j", (material, rules) => {
    const materials = [{ component: "Band", material, origin: "Ours." }];
    expect(rulesOf({ story: "A vermeil ring.", materials })).toEqual(rules);
  });

  it("plated gold says how thick", () => {
    expect(rulesOf({ story: "It is gold-plated." })).toEqual(["vermeil"]);
  });
});

describe("stones and the environment", () => {
  it.each([
    "Eco-friendly silver.",
    "A sustainable ring.",
    "Climate-friendly gold of 18k.",
    "Ethically sourced stones.",
  ])("finds the empty praise in “%s”", (story) => {
    expect(rulesOf({ story })).toEqual(["environment"]);
  });

  it("lets ethics stand beside its basis", () => {
    expect(rulesOf({ story: "Ethical gold of 18k, certified by Fairmined." })).toEqual([]);
  });

  it("calls a cultured pearl cultured", () => {
    const material = (text: string) => [{ component: "Stone", material: text, origin: "China." }];
    expect(rulesOf({ materials: material("One freshwater pearl") })).toEqual(["cultured-pearl"]);
    expect(rulesOf({ materials: material("One cultured freshwater pearl") })).toEqual([]);
  });

  it("calls nothing natural that was grown in a laboratory", () => {
    expect(rulesOf({ story: "A genuine lab-grown diamond." })).toEqual(["laboratory-grown"]);
    expect(rulesOf({ story: "A laboratory-grown diamond, not a natural one." })).toEqual([]);
  });
});

it("reads every text of a product, list items and materials included", () => {
  const findings = lintClaims(
    forged({
      making: "1. Sawn from sheet.\n2. This ring is sustainable.",
      care: "Wash it. It is eco-friendly.",
      materials: [{ component: "Band", material: "Sterling silver", origin: "Planet-friendly." }],
    }),
  );
  expect(findings.map(({ field, excerpt }) => [field, excerpt])).toEqual([
    ["making", "This ring is sustainable."],
    ["care", "It is eco-friendly."],
    ["materials[0].origin", "Band: Planet-friendly."],
  ]);
});

function rulesOf(given: Partial<ClaimedProduct>): string[] {
  return lintClaims(forged(given)).map((finding) => finding.rule);
}

function forged(given: Partial<ClaimedProduct>): ClaimedProduct {
  return {
    name: "Band",
    summary: "A band.",
    story: "A story.",
    making: "It is made.",
    variationNote: "No two are alike.",
    care: "Wash it.",
    materials: [{ component: "Band", material: "Sterling silver (925)", origin: "Our own sheet." }],
    techniques: [],
    options: { engravingZones: [] },
    priceRule: { findings: [] },
    routing: [{ stage: "forming", typicalMinutes: 60, badDayMinutes: 90 }],
    ...given,
  };
}

function zones(...techniques: EngravingZone["technique"][]): ClaimedProduct["options"] {
  return {
    engravingZones: techniques.map((technique, index) => ({
      id: `zone-${index + 1}`,
      label: `Zone ${index + 1}`,
      shape: "straight",
      widthMm: 20,
      reservedMm: 0,
      heightMm: 4,
      lines: 1,
      minHeightMm: 2,
      maxHeightMm: 4,
      fonts: ["jost"],
      technique,
      required: false,
      baseMinor: 0,
      perCharacterMinor: 0,
      baseMinutes: 0,
      perCharacterMinutes: 0,
    })),
  };
}
