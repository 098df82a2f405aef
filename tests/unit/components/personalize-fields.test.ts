import { describe, expect, it } from "vitest";
import { whyClosed } from "@/components/shop/personalize/closed";
import { errorsByField, finishInstead, questionOf } from "@/components/shop/personalize/fields";
import { findProblems } from "@/components/shop/personalize/find-problems";
import { productOptionsSchema } from "@/lib/domain/options";

const zone = {
  label: "Inside the band",
  shape: "ring-inside" as const,
  widthMm: null,
  heightMm: 2,
  lines: 1,
  minHeightMm: 1,
  maxHeightMm: 2,
  fonts: ["eb-garamond"],
  technique: "hand" as const,
  baseMinor: 1200,
  perCharacterMinor: 100,
  baseMinutes: 10,
  perCharacterMinutes: 1,
};
const stone = {
  label: "Centre",
  cut: "round" as const,
  mm: 3,
  allowed: ["ruby"],
  required: true,
  default: "ruby",
  settingMinutes: 10,
};
const options = productOptionsSchema.parse({
  version: 1,
  metals: [{ alloy: "silver", finishes: ["polished"] }],
  size: { kind: "ring", minMm: 46.25, maxMm: 68.75, stepMm: 0.6 },
  stoneSlots: [{ ...stone, id: "centre" }],
  engravingZones: [
    { ...zone, id: "inside", required: true },
    { ...zone, id: "outside", label: "Outside", shape: "ring-outside", required: false },
  ],
  motifs: [],
  motifRequired: false,
  rules: [],
});
const product = {
  slug: "band",
  name: "Band",
  currency: "GBP",
  homeCountry: "GB",
  proof: "NEVER" as const,
  options,
  alloys: [{ id: "silver", label: "Silver", colour: "white", metal: "silver" }],
  stones: [{ id: "ruby", label: "Ruby", colour: "red", origin: "A named mine." }],
};
const sample = {
  metal: "silver",
  size: { system: "uk" as const, value: "M½" },
  stones: [{ slot: "centre", stone: "ruby" }],
  engraving: [{ zone: "inside", text: "A", font: "eb-garamond" }],
};

describe("the question behind the price", () => {
  it("fills what isn't chosen yet from the sample, and says what", () => {
    expect(
      questionOf(
        { metal: "silver", "size.system": "uk", "size.value": "", "engraving.inside.text": "" },
        sample,
      ),
    ).toEqual({
      personalization: { ...sample },
      assumed: ["size", "letters"],
    });
  });

  it("leaves alone what is chosen, other letters beside those that are a must among them", () => {
    const fields = {
      metal: "silver",
      "size.system": "us",
      "size.value": "7",
      "stone.centre": "ruby",
      "engraving.outside.text": "Yes",
      "engraving.outside.font": "eb-garamond",
      "engraving.inside.text": " two  spaces ",
      "engraving.inside.font": "eb-garamond",
    };
    expect(questionOf(fields, sample)).toEqual({
      personalization: {
        metal: "silver",
        size: { system: "us", value: "7" },
        stones: [{ slot: "centre", stone: "ruby" }],
        engraving: [
          { zone: "outside", text: "Yes", font: "eb-garamond" },
          { zone: "inside", text: " two  spaces ", font: "eb-garamond" },
        ],
      },
      assumed: [],
    });
  });
});

describe("errors", () => {
  it("come under the names of the fields, those for what is missing as a whole too", () => {
    expect(findProblems(product, { metal: "silver" })).toEqual({
      "size.value": "Choose a ring size.",
      "stone.centre": "Choose a stone for “Centre”.",
      "engraving.inside.text": "Tell us what to engrave: “Inside the band”.",
    });
    expect(
      findProblems(product, {
        metal: "gold",
        "size.system": "uk",
        "size.value": "M½",
        "stone.centre": "ruby",
        "engraving.inside.text": "A",
        "engraving.inside.font": "eb-garamond",
      }),
    ).toEqual({
      metal: "“gold” isn't among this piece's metals. Choose Silver.",
    });
  });

  it("keep the names that the server has given them already", () => {
    expect(
      errorsByField(
        [
          { path: "engraving.outside.text", message: "Too long." },
          { path: "engraving..text", message: "Tell us what to engrave." },
          { path: "stone.centre", message: "Choose another." },
          { path: "quantity", message: "From 1 to 20." },
        ],
        {},
        options,
      ),
    ).toEqual({
      "engraving.outside.text": "Too long.",
      "engraving.inside.text": "Tell us what to engrave.",
      "stone.centre": "Choose another.",
      quantity: "From 1 to 20.",
    });
  });
});

describe("words that a rule closes after they were typed", () => {
  const ruled = {
    ...options,
    metals: [{ alloy: "silver", finishes: ["polished", "oxidised"], extraMinutes: 0 }],
    rules: [
      { when: { finish: "oxidised" }, forbid: { zone: "outside" }, because: "The black settles in letters." },
    ],
  };
  const fields = {
    metal: "silver",
    finish: "oxidised",
    "size.system": "uk",
    "size.value": "M",
    "stone.centre": "ruby",
    "engraving.inside.text": "A",
    "engraving.inside.font": "eb-garamond",
    "engraving.outside.text": "B",
    "engraving.outside.font": "eb-garamond",
  };

  it("are refused at their field with the way out, in the browser and as the server judges a form", () => {
    expect(whyClosed(ruled, fields, "zone", "outside")).toBe("The black settles in letters.");
    expect(findProblems({ ...product, options: ruled }, fields)).toEqual({
      "engraving.outside.text":
        "The black settles in letters. Leave the letters out, or choose another finish.",
    });
    const { "engraving.outside.text": _, ...without } = fields;
    expect(findProblems({ ...product, options: ruled }, without)).toEqual({});
    expect(whyClosed(ruled, { ...fields, finish: "polished" }, "zone", "outside")).toBeUndefined();
  });
});

describe("another metal", () => {
  const metals = [
    { alloy: "silver", finishes: ["satin", "polished"], extraMinutes: 0 },
    { alloy: "platinum", finishes: ["polished", "satin"], extraMinutes: 0 },
  ];
  const rules = [{ when: { metal: "platinum" }, forbid: { finish: "satin" }, because: "Polished only." }];

  it("brings its own finish only where it can't take the one that is ticked", () => {
    const made = { ...options, metals, rules };
    expect(finishInstead({ metal: "platinum", finish: "satin" }, made)).toBe("polished");
    expect(finishInstead({ metal: "platinum", finish: "polished" }, made)).toBeUndefined();
    expect(finishInstead({ metal: "silver", finish: "satin" }, made)).toBeUndefined();
  });
});
