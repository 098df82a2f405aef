import { describe, expect, it } from "vitest";
import { type FieldError, fieldErrors } from "@/lib/domain/field-errors";
import { chosenSize, personalizationSchema } from "@/lib/domain/personalization";
import { sampleAlloys, sampleOptions, sampleStones } from "@/tests/support/sample-product";

const facts = { alloys: sampleAlloys, stones: sampleStones };
const schema = personalizationSchema({ options: sampleOptions() }, facts);

const good = {
  metal: "18k-yellow-gold",
  finish: "hammered",
  size: { system: "us", value: "7" },
  stones: [{ slot: "left", stone: "ruby" }],
  engraving: [{ zone: "inside", text: "Forever, Zoë", font: "jost", heightMm: 1.5 }],
};

function errorsOf(input: unknown, against = schema): FieldError[] {
  const result = against.safeParse(input);
  return result.success ? [] : fieldErrors(result.error, input);
}

function briefly(input: unknown, against = schema): string[] {
  return errorsOf(input, against).map((error) => `${error.path} ${error.code}`);
}

describe("a personalization", () => {
  it("passes unchanged when all is right", () => {
    expect(schema.parse(good)).toEqual(good);
  });

  it("may leave out what is not required", () => {
    const least = { metal: "sterling-silver", size: good.size, stones: good.stones };
    expect(schema.parse(least)).toEqual(least);
  });

  it("tells every error at once, each with its path", () => {
    expect(
      briefly({
        metal: "brass",
        finish: 7,
        size: { system: "us", value: "0.3" },
        stones: [
          { slot: "middle", stone: "ruby" },
          { slot: "right", stone: "garnet" },
        ],
        engraving: [
          { zone: "back", text: "A", font: "jost" },
          { zone: "inside", text: "😀", font: "courier-prime", heightMm: 9 },
        ],
        motif: "skull",
        price: 1,
      }),
    ).toEqual([
      "metal NOT_OFFERED",
      "finish WRONG_TYPE",
      "size.value SIZE",
      "stones.0.slot NOT_OFFERED",
      "stones.1.stone NOT_OFFERED",
      "engraving.0.zone NOT_OFFERED",
      "engraving.1.text EMOJI",
      "engraving.1.font NOT_OFFERED",
      "engraving.1.heightMm OUT_OF_RANGE",
      "motif NOT_OFFERED",
      "price UNKNOWN_KEY",
      "stones REQUIRED",
    ]);
  });

  it("says what to do instead", () => {
    expect(errorsOf({ ...good, metal: "brass" })[0]?.message).toBe(
      "“brass” isn't among this piece's metals. Choose Sterling silver, 18k yellow gold or Platinum 950.",
    );
    expect(errorsOf({ ...good, finish: "oxidised" })[0]?.message).toBe(
      "“oxidised” isn't among this piece's finishes in 18k yellow gold. Choose Polished or Hammered.",
    );
    expect(errorsOf({ metal: "sterling-silver" }).map((error) => error.message)).toEqual([
      "Choose a ring size.",
      "Choose a stone for “Left stone”.",
    ]);
  });

  it("names every unknown key by itself, at any depth", () => {
    expect(
      briefly({
        ...good,
        colour: 1,
        size: { ...good.size, mm: 50 },
        stones: [{ slot: "left", stone: "ruby", price: 0 }],
      }),
    ).toEqual(["size.mm UNKNOWN_KEY", "stones.0.price UNKNOWN_KEY", "colour UNKNOWN_KEY"]);
  });

  it("refuses the same setting or place twice", () => {
    const twice = { ...good, stones: [...good.stones, { slot: "left", stone: "emerald" }] };
    expect(briefly(twice)).toEqual(["stones.1.slot DUPLICATE"]);
    expect(briefly({ ...good, engraving: [...good.engraving, ...good.engraving] })).toEqual([
      "engraving.1.zone DUPLICATE",
    ]);
  });

  it("explains a rule that bites with the product's own words", () => {
    expect(errorsOf({ ...good, metal: "platinum-950" })).toEqual([
      {
        path: "finish",
        code: "NOT_TOGETHER",
        message: "Platinum only takes a polish here. Choose another finish, or choose another metal.",
      },
    ]);
    const both = { ...good, motif: "heart", engraving: [{ zone: "tag", text: "A", font: "jost" }] };
    expect(errorsOf(both)).toEqual([
      {
        path: "engraving.0.zone",
        code: "NOT_TOGETHER",
        message: "The heart sits where the tag would be. Leave the letters out, or choose another motif.",
      },
    ]);
  });

  it("does not ask for what a rule forbids", () => {
    const options = sampleOptions();
    const required = options.engravingZones.map((zone) =>
      zone.id === "tag" ? { ...zone, required: true } : zone,
    );
    const strict = personalizationSchema({ options: { ...options, engravingZones: required } }, facts);
    expect(briefly(good, strict)).toEqual(["engraving REQUIRED"]);
    expect(briefly({ ...good, motif: "heart" }, strict)).toEqual([]);
  });

  it("refuses another product's options", () => {
    const plain = personalizationSchema(
      { options: sampleOptions({ size: null, stoneSlots: [], engravingZones: [], motifs: [], rules: [] }) },
      facts,
    );
    expect(briefly({ ...good, motif: "heart" }, plain)).toEqual([
      "size NOT_OFFERED",
      "stones.0.slot NOT_OFFERED",
      "engraving.0.zone NOT_OFFERED",
      "motif NOT_OFFERED",
    ]);
    expect(errorsOf({ metal: "sterling-silver", motif: "heart" }, plain)[0]?.message).toBe(
      "This piece has no motifs to choose. Leave it out.",
    );
  });

  it("does not offer a metal that the workshop no longer has", () => {
    const gone = personalizationSchema(
      { options: sampleOptions() },
      { ...facts, alloys: sampleAlloys.filter((alloy) => alloy.id !== "18k-yellow-gold") },
    );
    expect(briefly(good, gone)).toEqual(["metal NOT_OFFERED"]);
  });

  it("takes lengths in centimetres or inches for a chain", () => {
    const chain = personalizationSchema(
      {
        options: sampleOptions({
          size: { kind: "length", minMm: 400, maxMm: 600, stepMm: 50 },
          engravingZones: [],
        }),
      },
      facts,
    );
    const choice = { metal: "sterling-silver", stones: good.stones };
    expect(briefly({ ...choice, size: { system: "cm", value: "45" } }, chain)).toEqual([]);
    expect(errorsOf({ ...choice, size: { system: "us", value: "7" } }, chain)).toEqual([
      { path: "size.system", code: "NOT_OFFERED", message: "Sizes of this piece are given as cm or in." },
    ]);
  });

  it.each([null, undefined, "gold", 7, [], true, [good]])("refuses %j as a whole", (input) => {
    expect(errorsOf(input)).toEqual([
      {
        path: "",
        code: input === undefined ? "REQUIRED" : "WRONG_TYPE",
        message: "Tell us how to make it: at least the metal.",
      },
    ]);
  });

  it.each([
    [{ ...good, metal: null }, "metal WRONG_TYPE"],
    [{ ...good, metal: ["18k-yellow-gold"] }, "metal WRONG_TYPE"],
    [{ ...good, size: "7" }, "size WRONG_TYPE"],
    [{ ...good, size: { system: "us", value: 7 } }, "size.value WRONG_TYPE"],
    [{ ...good, size: { system: "xx", value: "7" } }, "size.system NOT_OFFERED"],
    [{ ...good, size: { system: "cm", value: "7" } }, "size.system NOT_OFFERED"],
    [{ ...good, engraving: good.engraving[0] }, "engraving WRONG_TYPE"],
    [{ ...good, engraving: [{ ...good.engraving[0], heightMm: "1.5" }] }, "engraving.0.heightMm WRONG_TYPE"],
    [{ ...good, engraving: [{ ...good.engraving[0], heightMm: -1 }] }, "engraving.0.heightMm TOO_SHORT"],
    [{ ...good, metal: "m".repeat(100_000) }, "metal TOO_LONG"],
    [{ ...good, stones: Array(1000).fill(good.stones[0]) }, "stones TOO_LONG"],
  ])("refuses wrong types and sizes: %#", (input, expected) => {
    expect(briefly(input)).toContain(expected);
  });

  it("gives the size in millimetres", () => {
    expect(chosenSize(sampleOptions(), good.size as { system: "us"; value: string })).toEqual({
      ok: true,
      mm: 54.42,
      value: "7",
    });
    expect(chosenSize(sampleOptions({ size: null, engravingZones: [] }), undefined)).toBeNull();
  });
});
