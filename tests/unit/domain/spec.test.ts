import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { engravingInWords } from "@/lib/domain/engraving-words";
import type { Personalization } from "@/lib/domain/personalization";
import { describeSpec, freezeSpec, readSpec, sealSpec, specInOneLine } from "@/lib/domain/spec";
import { sampleAlloys, sampleOptions, sampleStones } from "@/tests/support/sample-product";

const product = { slug: "two-stone-ring", name: "Two-stone ring", options: sampleOptions() };
const facts = { alloys: sampleAlloys, stones: sampleStones, fits: [{ zone: "inside", heightMm: 1.55 }] };

const full: Personalization = {
  metal: "18k-yellow-gold",
  finish: "hammered",
  size: { system: "uk", value: "N½" },
  stones: [
    { slot: "left", stone: "ruby" },
    { slot: "right", stone: "pearl" },
  ],
  engraving: [
    { zone: "inside", text: "Zoë & Łukasz", font: "eb-garamond" },
    { zone: "tag", text: "M\nT", font: "jost", heightMm: 1.5 },
  ],
  motif: "heart",
};

const hashOf = (personalization: Personalization) => freezeSpec(product, personalization, facts).hash;

describe("a spec", () => {
  it("is every choice in ids, words and millimetres", () => {
    expect(freezeSpec(product, full, facts).spec).toEqual({
      version: 1,
      product: { slug: "two-stone-ring", name: "Two-stone ring" },
      metal: { id: "18k-yellow-gold", label: "18k yellow gold", fineness: 750 },
      finish: { id: "hammered", label: "Hammered" },
      size: { kind: "ring", system: "uk", value: "N½", mm: 54.38 },
      stones: [
        {
          slot: { id: "left", label: "Left stone" },
          stone: { id: "ruby", label: "Ruby" },
          cut: "round",
          mm: 3,
        },
        {
          slot: { id: "right", label: "Right stone" },
          stone: { id: "pearl", label: "Pearl" },
          cut: "round",
          mm: 3,
        },
      ],
      engraving: [
        {
          zone: { id: "inside", label: "Inside the band" },
          text: "Zoë & Łukasz",
          font: { id: "eb-garamond", label: "Garamond" },
          heightMm: 1.55,
          technique: "hand",
        },
        {
          zone: { id: "tag", label: "On the tag" },
          text: "M\nT",
          font: { id: "jost", label: "Jost" },
          heightMm: 1.5,
          technique: "laser",
        },
      ],
      motif: { id: "heart", label: "Heart" },
    });
  });

  it("is hashed as canonical JSON: sorted keys, no spaces, UTF-8", () => {
    const { canonical, hash } = freezeSpec(product, full, facts);
    expect(
      canonical.startsWith('{"engraving":[{"font":{"id":"eb-garamond","label":"Garamond"},"heightMm":1.55'),
    ).toBe(true);
    expect(hash).toBe(createHash("sha256").update(canonical, "utf8").digest("hex"));
  });

  it("has an equal hash for equal choices in another order or writing", () => {
    const other: Personalization = {
      motif: "heart",
      engraving: [...(full.engraving ?? [])].reverse(),
      stones: [...(full.stones ?? [])].reverse(),
      size: { value: " n 1/2", system: "uk" },
      finish: "hammered",
      metal: "18k-yellow-gold",
    };
    expect(hashOf(other)).toBe(hashOf(full));
    const least = {
      metal: "sterling-silver",
      size: { system: "us", value: "7" },
      stones: [{ slot: "left", stone: "ruby" }],
    } as const;
    expect(hashOf({ ...least, stones: [...least.stones], finish: "polished" })).toBe(
      hashOf({ ...least, stones: [...least.stones] }),
    );
  });

  it("has another hash for another accent, case, space or letter height", () => {
    const text = (value: string) =>
      hashOf({ ...full, engraving: [{ zone: "inside", text: value, font: "eb-garamond" }] });
    const hashes = ["Zoë", "Zoe", "zoë", "Zoë ", "Zoé"].map(text);
    expect(new Set(hashes).size).toBe(hashes.length);
    expect(text("Zoe\u0308")).toBe(text("Zoë"));
    const taller = { ...facts, fits: [{ zone: "inside", heightMm: 1.6 }] };
    expect(freezeSpec(product, full, taller).hash).not.toBe(hashOf(full));
  });

  it("keeps two people's stones in their order", () => {
    const swapped = {
      ...full,
      stones: [
        { slot: "left", stone: "emerald" },
        { slot: "right", stone: "ruby" },
      ],
    };
    const turned = {
      ...full,
      stones: [
        { slot: "left", stone: "ruby" },
        { slot: "right", stone: "emerald" },
      ],
    };
    expect(hashOf(swapped)).not.toBe(hashOf(turned));
  });

  it("reads back from its canonical text to the same hash", () => {
    const text = fc.string({ unit: fc.constantFrom(..."aéłΩ '\"\\<>&\n"), minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(text, fc.double({ min: 1.2, max: 2, noNaN: true }), (typed, heightMm) => {
        const frozen = freezeSpec(
          product,
          { ...full, engraving: [{ zone: "inside", text: typed, font: "jost", heightMm }] },
          facts,
        );
        expect(sealSpec(readSpec(frozen.canonical))).toEqual(frozen);
      }),
    );
  });

  it("is told in one set of words", () => {
    const { spec } = freezeSpec(product, full, facts);
    expect(describeSpec(spec)).toEqual([
      { label: "Metal", value: "18k yellow gold (750)" },
      { label: "Finish", value: "Hammered" },
      { label: "Ring size", value: "UK N½ (54.4 mm round the inside)" },
      { label: "Motif", value: "Heart" },
      { label: "Left stone", value: "Ruby, 3 mm round" },
      { label: "Right stone", value: "Pearl, 3 mm round" },
      {
        label: "Engraving, inside the band",
        value: "“Zoë & Łukasz” in Garamond, 1.55 mm letters, cut by hand",
      },
      { label: "Engraving, on the tag", value: "“M / T” in Jost, 1.5 mm letters, cut by laser" },
    ]);
    expect(specInOneLine({ ...spec, stones: [], engraving: [], motif: null })).toBe(
      "18k yellow gold (750) · Hammered · UK N½ (54.4 mm round the inside)",
    );
  });

  it("throws on choices that nobody validated", () => {
    expect(() => freezeSpec(product, { ...full, metal: "brass" }, facts)).toThrow(
      "Frozen before it was validated",
    );
    expect(() => freezeSpec(product, full, { ...facts, fits: [] })).toThrow("Frozen before it was measured");
    expect(() => readSpec('{"version":99}')).toThrow();
  });
});

describe("an engraving in words", () => {
  it.each([
    ["A\nB", "“A / B”"],
    ["A/B", "“A/B”"],
    ["A / B", "“A / B” on one line"],
    ["A / B\nC", "line 1 “A / B”, line 2 “C”"],
    ["A /\nB", "line 1 “A /”, line 2 “B”"],
  ])("%j reads %s, and no other does", (text, words) => {
    expect(engravingInWords(text)).toBe(words);
  });
});

/** Texts that a shop may have in its database. Add to them with each version; never edit one. */
describe("stored specs", () => {
  const folder = new URL("../../facts/specs/", import.meta.url);
  const files = readdirSync(folder).sort();

  it("has fixtures", () => {
    expect(files.length).toBeGreaterThanOrEqual(3);
  });

  it.each(files)("%s still reads, in the same words and with the same hash", (file) => {
    const stored = JSON.parse(readFileSync(new URL(file, folder), "utf8"));
    const spec = readSpec(stored.canonical);
    expect(sealSpec(spec)).toMatchObject({ canonical: stored.canonical, hash: stored.hash });
    expect(describeSpec(spec)).toEqual(stored.words);
  });
});
