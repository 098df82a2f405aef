import { describe, expect, it } from "vitest";
import { productOptionsSchema } from "@/lib/domain/options";
import { homeLengthSystem, homeRingSystem, samplePiece } from "@/lib/features/catalog/sample-piece";

const ring = productOptionsSchema.parse({
  version: 1,
  metals: [
    { alloy: "silver", finishes: ["polished", "satin"] },
    { alloy: "platinum", finishes: ["satin"] },
  ],
  size: { kind: "ring", minMm: 46.25, maxMm: 68.75, stepMm: 0.6 },
  stoneSlots: [
    {
      id: "centre",
      label: "Centre",
      cut: "round",
      mm: 3,
      allowed: ["ruby", "opal"],
      required: true,
      default: "opal",
      settingMinutes: 10,
    },
    {
      id: "side",
      label: "Side",
      cut: "round",
      mm: 2,
      allowed: ["ruby"],
      required: false,
      default: "ruby",
      settingMinutes: 10,
    },
  ],
  engravingZones: [],
  motifs: [{ id: "heart", label: "Heart", surchargeMinor: 0, minutes: 0 }],
  motifRequired: true,
  rules: [],
});

describe("the sample that a page speaks of", () => {
  it("takes what must be chosen and nothing else, in the size that the design is shown in", () => {
    expect(samplePiece(ring, { metal: "platinum", referenceMm: 53.4, country: "GB" })).toEqual({
      metal: "platinum",
      finish: "satin",
      size: { system: "uk", value: "M½" },
      motif: "heart",
      stones: [{ slot: "centre", stone: "opal" }],
    });
  });

  it("speaks the size system of the workshop's country", () => {
    expect(samplePiece(ring, { metal: "silver", referenceMm: 54.42, country: "US" }).size).toEqual({
      system: "us",
      value: "7",
    });
    expect(["IE", "CA", "IT", "JP", "DE"].map(homeRingSystem)).toEqual(["uk", "us", "ch", "jp", "iso"]);
    expect(["US", "GB"].map(homeLengthSystem)).toEqual(["in", "cm"]);
  });

  it("puts one letter where letters are a must", () => {
    const tag = productOptionsSchema.parse({
      ...ring,
      size: null,
      stoneSlots: [],
      motifs: [],
      motifRequired: false,
      engravingZones: [
        {
          id: "front",
          label: "Front",
          shape: "straight",
          widthMm: 20,
          heightMm: 8,
          lines: 1,
          minHeightMm: 2,
          maxHeightMm: 4,
          fonts: ["jost"],
          technique: "laser",
          required: true,
          baseMinor: 600,
          perCharacterMinor: 0,
          baseMinutes: 10,
          perCharacterMinutes: 0,
        },
        {
          id: "back",
          label: "Back",
          shape: "straight",
          widthMm: 20,
          heightMm: 8,
          lines: 1,
          minHeightMm: 2,
          maxHeightMm: 4,
          fonts: ["jost"],
          technique: "laser",
          required: false,
          baseMinor: 600,
          perCharacterMinor: 0,
          baseMinutes: 10,
          perCharacterMinutes: 0,
        },
      ],
    });
    expect(samplePiece(tag, { metal: "silver", referenceMm: null, country: "GB" })).toEqual({
      metal: "silver",
      finish: "polished",
      engraving: [{ zone: "front", text: "A", font: "jost" }],
    });
  });
});
