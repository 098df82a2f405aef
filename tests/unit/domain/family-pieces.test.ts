import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fieldErrors } from "@/lib/domain/field-errors";
import { type ProductOptions, productOptionsSchema } from "@/lib/domain/options";
import { personalizationSchema } from "@/lib/domain/personalization";
import { quotePersonalization } from "@/lib/domain/quote";
import { describeSpec } from "@/lib/domain/spec";
import { rowCounts, swapInRow } from "@/lib/domain/stone-row";
import { personalizationFromFields } from "@/lib/features/cart/personalization-form";
import { readEngravingFaces } from "@/tests/support/engraving-faces";

import {
  sampleAlloys,
  sampleOptions,
  sampleRouting,
  sampleStages,
  sampleStones,
} from "@/tests/support/sample-product";

const slots = ["first", "second", "third", "fourth"];
const stones = ["ruby", "emerald", "sapphire"];

/** Two to four stones in a row, each with room for an initial beside it. */
const options: ProductOptions = productOptionsSchema.parse({
  ...sampleOptions({ size: null, engravingZones: [], motifs: [], rules: [] }),
  stoneRow: true,
  stoneSlots: slots.map((id, index) => ({
    ...{ id, label: `${id} stone`, cut: "round", mm: 2.7, allowed: stones, default: "ruby" },
    ...{ required: index < 2, settingMinutes: 14 },
  })),
  engravingZones: slots.map((slot) => ({
    ...{ id: `by-${slot}`, label: `Beside the ${slot}`, besideSlot: slot, maxCharacters: 2 },
    ...{ shape: "straight", widthMm: 6, heightMm: 3, lines: 1, minHeightMm: 1.4, maxHeightMm: 2.4 },
    ...{ fonts: ["eb-garamond"], technique: "hand", required: false },
    ...{ baseMinor: 0, perCharacterMinor: 300, baseMinutes: 2, perCharacterMinutes: 4 },
  })),
});
const faces = readEngravingFaces();
const facts = { alloys: sampleAlloys, stones: sampleStones };
const row = (...chosen: (string | null)[]) =>
  chosen.flatMap((stone, index) => (stone ? [{ slot: slots[index] ?? "", stone }] : []));
const by = (slot: string, text: string) => ({ zone: `by-${slot}`, text, font: "eb-garamond" });

function errorsOf(given: object) {
  const typed = { metal: "sterling-silver", ...given };
  const parsed = personalizationSchema({ options }, facts).safeParse(typed);
  return parsed.success ? [] : fieldErrors(parsed.error, typed);
}

function quoted(given: object) {
  const product = {
    ...{ slug: "family", name: "Family", options, routing: sampleRouting },
    priceRule: { volumeMm3: 100, referenceMm: null, volumePerMm: 0, lossBps: 0, findings: [] },
  };
  const workshop = { country: "GB", hallmarkCountry: null, hourlyRateMinor: 4500, marginBps: 3000 };
  const quote = quotePersonalization(
    product,
    { metal: "sterling-silver", ...given },
    {
      ...facts,
      stages: sampleStages,
      taxRates: [],
      workshop: { ...workshop, roundToMinor: 1, currency: "GBP" },
    },
    faces,
  );
  if (!quote.ok) throw new Error(JSON.stringify(quote.errors));
  return quote;
}

describe("a row of stones", () => {
  it("takes as many as there are, from the fewest on, the same month as often as life had it", () => {
    expect(rowCounts(options)).toEqual([2, 3, 4]);
    expect(errorsOf({ stones: row("ruby", "ruby") })).toEqual([]);
    expect(errorsOf({ stones: row("ruby", "ruby", "ruby", "emerald") })).toEqual([]);
    expect(errorsOf({ stones: row("ruby") }).map(({ path }) => path)).toEqual(["stones"]);
  });

  it("has no gap, and the refusal names the empty place and the way out", () => {
    expect(errorsOf({ stones: row("ruby", "emerald", null, "sapphire") })).toEqual([
      {
        path: "stones.2.slot",
        code: "GAP",
        message:
          "“third stone” is empty before “fourth stone”. Fill the row from its beginning, or leave out the last.",
      },
    ]);
  });

  it("costs and takes more with every stone", () => {
    const pieces = [2, 3, 4].map((count) =>
      quoted({ stones: row(...["ruby", "emerald", "ruby", "sapphire"].slice(0, count)) }),
    );
    const prices = pieces.map(({ price }) => price.totalMinor);
    expect(prices).toEqual([...prices].sort((a, b) => a - b));
    expect(new Set(prices).size).toBe(3);
    const setting = pieces.map(
      ({ routing }) => routing.find(({ stage }) => stage === "setting")?.typicalMinutes,
    );
    expect(setting).toEqual([28, 42, 56]);
  });

  it("keeps its order: another order is another piece", () => {
    const [one, other] = [row("ruby", "emerald"), row("emerald", "ruby")].map((given) =>
      quoted({ stones: given }),
    );
    expect(one?.frozen.hash).not.toBe(other?.frozen.hash);
    expect(one?.price.totalMinor).not.toBeUndefined();
  });
});

describe("an initial beside a stone", () => {
  it("is engraved with it, and told in words", () => {
    const { frozen } = quoted({
      stones: row("ruby", "ruby"),
      engraving: [by("first", "A"), by("second", "Z")],
    });
    expect(describeSpec(frozen.spec).filter(({ label }) => label.startsWith("Engraving"))).toEqual([
      {
        label: "Engraving, beside the first",
        value: "“A” in Garamond, 2.4 mm letters, cut by hand",
      },
      {
        label: "Engraving, beside the second",
        value: "“Z” in Garamond, 2.4 mm letters, cut by hand",
      },
    ]);
  });

  it("is refused without its stone, and when it is more than there is room for", () => {
    expect(errorsOf({ stones: row("ruby", "ruby"), engraving: [by("third", "C")] })).toEqual([
      {
        path: "engraving.0.zone",
        code: "NOT_TOGETHER",
        message:
          "There is no stone at “third stone” for these letters to stand beside. Choose one, or leave the letters out.",
      },
    ]);
    expect(errorsOf({ stones: row("ruby", "ruby"), engraving: [by("first", "Ada")] })).toEqual([
      {
        path: "engraving.0.text",
        code: "TOO_LONG",
        message: "There is room for 2 letters here, and yours has 3.",
      },
    ]);
  });

  it("is asked for only where its stone is, if it is a must", () => {
    const strict = {
      ...options,
      engravingZones: options.engravingZones.map((zone) => ({ ...zone, required: true })),
    };
    const typed = { metal: "sterling-silver", stones: row("ruby", "ruby"), engraving: [by("first", "A")] };
    const parsed = personalizationSchema({ options: strict }, facts).safeParse(typed);
    expect(parsed.error && fieldErrors(parsed.error, typed).map(({ message }) => message)).toEqual([
      "Tell us what to engrave: “Beside the second”.",
    ]);
  });
});

describe("changing places", () => {
  const fields = {
    ...{ metal: "sterling-silver", "stones.count": "3" },
    ...{
      "stone.first": "ruby",
      "stone.second": "emerald",
      "stone.third": "ruby",
      "stone.fourth": "sapphire",
    },
    ...{ "engraving.by-first.text": "A", "engraving.by-first.font": "eb-garamond" },
  };

  it("takes the initial along", () => {
    expect(swapInRow(options, fields, "first", "down")).toMatchObject({
      ...{ "stone.first": "emerald", "stone.second": "ruby" },
      ...{ "engraving.by-first.text": "", "engraving.by-second.text": "A" },
    });
  });

  it("ends at both ends of what was chosen, and does nothing for who isn't there", () => {
    expect(swapInRow(options, fields, "first", "up")).toEqual({});
    expect(swapInRow(options, fields, "third", "down")).toEqual({});
    expect(swapInRow(options, fields, "nobody", "up")).toEqual({});
    expect(swapInRow({ ...options, stoneRow: false }, fields, "first", "down")).toEqual({});
    const pearlOnly = options.stoneSlots.map((slot) =>
      slot.id === "second" ? { ...slot, allowed: ["emerald"] } : slot,
    );
    expect(swapInRow({ ...options, stoneSlots: pearlOnly }, fields, "first", "down")).toEqual({});
  });

  it("twice is as it was", () => {
    fc.assert(
      fc.property(fc.constantFrom("first", "second"), (slot) => {
        const once = { ...fields, ...swapInRow(options, fields, slot, "down") };
        const below = slots[slots.indexOf(slot) + 1] ?? "";
        const twice = { ...once, ...swapInRow(options, once, below, "up") };
        expect(personalizationFromFields(twice)).toEqual(personalizationFromFields(fields));
      }),
    );
  });
});

describe("the form of a row", () => {
  it("leaves out of what is out of sight, with what stands beside it", () => {
    const typed = personalizationFromFields({
      ...{ metal: "sterling-silver", "stones.count": "2" },
      ...{ "stone.first": "ruby", "stone.second": "emerald", "stone.third": "ruby" },
      ...{ "engraving.by-second.text": "B", "engraving.by-second.beside": "second" },
      ...{ "engraving.by-third.text": "C", "engraving.by-third.beside": "third" },
    });
    expect(typed.stones).toEqual(row("ruby", "emerald"));
    expect(typed.engraving?.map(({ zone, text }) => [zone, text])).toEqual([["by-second", "B"]]);
  });
});

describe("a row in the studio", () => {
  const parse = (more: object) => productOptionsSchema.safeParse({ ...options, ...more });

  it("has no must after a can, and no initial beside nothing or beside another's stone", () => {
    const broken = options.stoneSlots.map((slot, index) => ({ ...slot, required: index === 2 }));
    expect(parse({ stoneSlots: broken }).error?.issues.map(({ path }) => path.join("."))).toEqual([
      "stoneSlots.2.required",
    ]);
    const [zone] = options.engravingZones;
    expect(parse({ engravingZones: [{ ...zone, besideSlot: "ninth" }] }).success).toBe(false);
    expect(parse({ engravingZones: [zone, { ...zone, id: "twin" }] }).success).toBe(false);
  });
});
