import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Spec, sealSpec } from "@/lib/domain/spec";
import {
  changedLabels,
  changedWords,
  changeRefusalWords,
  compareSpecs,
  decideChange,
  inWordsOf,
  openParts,
  priceChange,
  replan,
  withoutTrifle,
} from "@/lib/domain/spec-change";
import { goldRing, silverRing, specOf } from "../../support/orders";
import { sampleOptions } from "../../support/sample-product";

const spec = (personalization: Parameters<typeof specOf>[0]): Spec => specOf(personalization).spec;
const silver = spec(silverRing);
const gold = spec(goldRing);
const emerald = spec({ ...silverRing, stones: [{ slot: "left", stone: "emerald" }] });
const both = spec({
  ...silverRing,
  stones: [
    { slot: "left", stone: "ruby" },
    { slot: "right", stone: "pearl" },
  ],
});
const ids = [
  "proof",
  "casting",
  "forming",
  "setting",
  "engraving",
  "assay",
  "polishing",
  "checking",
  "packing",
];
const workshop = ids.map((id, position) => ({
  id,
  label: `${id[0]?.toUpperCase()}${id.slice(1)}`,
  position,
}));
const begun = (...stages: string[]) =>
  workshop.flatMap(({ id, ...rest }) => (stages.includes(id) ? [{ stage: id, ...rest }] : []));

describe("two specs side by side", () => {
  it("mark what differs, in the words that everybody reads", () => {
    expect(changedLabels(silver, gold)).toEqual(["Metal"]);
    expect(changedLabels(silver, silver)).toEqual([]);
    expect(compareSpecs(silver, emerald).find(({ changed }) => changed)).toEqual({
      label: "Left stone",
      before: "Ruby, 3 mm round",
      after: "Emerald, 3 mm round",
      changed: true,
    });
    expect(changedWords(silver, both)).toBe("Right stone");
    expect(compareSpecs(silver, both).at(-1)).toMatchObject({ before: null, after: "Pearl, 3 mm round" });
    expect(compareSpecs(both, silver).find(({ label }) => label === "Right stone")).toMatchObject({
      after: null,
    });
  });

  it("are paired by what they tell of, also where two settings have one label, and one is called “Metal”", () => {
    const called = (made: Spec): Spec => ({
      ...made,
      stones: made.stones.map((stone) => ({ ...stone, slot: { ...stone.slot, label: "Metal" } })),
    });
    const otherRight = spec({
      ...silverRing,
      stones: [
        { slot: "left", stone: "ruby" },
        { slot: "right", stone: "emerald" },
      ],
    });
    const differing = compareSpecs(called(both), called(otherRight)).filter(({ changed }) => changed);
    expect(differing).toEqual([
      { label: "Metal", before: "Pearl, 3 mm round", after: "Emerald, 3 mm round", changed: true },
    ]);
    const dropped = compareSpecs(called(both), called(silver)).filter(({ changed }) => changed);
    expect(dropped).toEqual([{ label: "Metal", before: "Pearl, 3 mm round", after: null, changed: true }]);
    const allElse = { ...gold, stones: emerald.stones };
    expect(changedLabels(called(silver), called(allElse))).toEqual(["Metal"]);
  });
});

describe("a paid piece", () => {
  it("can become another until the stage that fixes what differs has begun", () => {
    expect(decideChange(silver, gold, begun("proof"), workshop)).toEqual({ ok: true });
    const late = decideChange(silver, gold, begun("casting"), workshop);
    expect(late).toEqual({
      ok: false,
      code: "FIXED_ALREADY",
      what: ["the metal"],
      stage: "Casting",
      begun: "Casting",
    });
    expect(decideChange(silver, emerald, begun("casting", "forming"), workshop)).toEqual({ ok: true });
    expect(decideChange(silver, emerald, begun("setting"), workshop)).toMatchObject({
      code: "FIXED_ALREADY",
    });
    expect(decideChange(silver, silver, [], workshop)).toEqual({ ok: false, code: "NOTHING_CHANGES" });
    const other = { ...gold, product: { slug: "another", name: "Another" } };
    expect(decideChange(silver, other, [], workshop)).toEqual({ ok: false, code: "OTHER_PRODUCT" });
  });

  it("that is past a stage it never had is fixed all the same", () => {
    // No casting in its plan: forming has begun, and with it the metal's form.
    const decision = decideChange(silver, gold, begun("forming"), workshop);
    expect(decision.ok ? "" : changeRefusalWords(decision)).toBe(
      "The metal can’t be changed any more: it is fixed at casting, and forming has begun.",
    );
    const stones = decideChange(silver, emerald, begun("polishing"), workshop);
    expect(stones.ok ? "" : changeRefusalWords(stones)).toBe(
      "The stones can’t be changed any more: they are fixed at setting, and polishing has begun.",
    );
    expect(openParts(begun("setting"), workshop, sampleOptions())).toEqual(["engraving"]);
    expect(openParts(begun("packing"), workshop, sampleOptions())).toEqual([]);
  });

  it("keeps what has begun and is planned anew behind it", () => {
    const plan = ["proof", "forming", "setting", "engraving", "checking"].map((stage) => ({
      stage,
      typicalMinutes: 10,
      badDayMinutes: 20,
    }));
    const stagesOf = (...done: string[]) => replan(begun(...done), plan, workshop).map(({ stage }) => stage);
    expect(stagesOf()).toEqual(["proof", "forming", "setting", "engraving", "checking"]);
    expect(stagesOf("proof", "forming")).toEqual(["setting", "engraving", "checking"]);
    expect(stagesOf("assay")).toEqual(["checking"]);
  });
});

describe("what a change costs", () => {
  const today = (totalMinor: number) => ({
    ...{ totalMinor, taxMinor: Math.round(totalMinor / 6) },
    lines: [{ kind: "metal" as const, label: "Metal", amountMinor: totalMinor }],
  });

  it("is the difference at today's prices, put on what was paid: gold that has risen since is ours", () => {
    const changed = priceChange(
      { unitMinor: 20_000, taxMinor: 3_333, orderedMinor: 20_000, discountShare: 0 },
      today(26_000),
      today(27_500),
    );
    expect(changed).toMatchObject({ unitMinor: 21_500, differenceMinor: 1_500, taxDifferenceMinor: 250 });
    expect(changed.lines.at(-1)).toEqual({
      kind: "workshop",
      label: "Prices of the day you ordered",
      amountMinor: -6_000,
    });
  });

  it("heeds what a discount had paid, up to the price that was ordered, there and back", () => {
    const half = { unitMinor: 100_000, taxMinor: 0, orderedMinor: 100_000, discountShare: 0.5 };
    expect(priceChange(half, today(100_000), today(50_000)).differenceMinor).toBe(-25_000);
    expect(priceChange(half, today(50_000), today(100_000)).differenceMinor).toBe(50_000);
    const dearer = { ...half, unitMinor: 150_000 };
    expect(priceChange(dearer, today(100_000), today(50_000)).differenceMinor).toBe(-50_000);
    const cheaper = { ...half, unitMinor: 50_000 };
    expect(priceChange(cheaper, today(50_000), today(100_000)).differenceMinor).toBe(25_000);
    expect(priceChange({ ...half, discountShare: 1 }, today(100_000), today(0)).differenceMinor).toBe(0);
  });

  it("never takes a price below nothing, and its lines always sum to it", () => {
    const amount = fc.integer({ min: 0, max: 10_000_00 });
    fc.assert(
      fc.property(amount, amount, amount, (paid, before, after) => {
        const was = { unitMinor: paid, taxMinor: Math.round(paid / 6), orderedMinor: paid, discountShare: 0 };
        const changed = priceChange(was, today(before), today(after));
        expect(changed.unitMinor).toBeGreaterThanOrEqual(0);
        expect(changed.taxMinor).toBeGreaterThanOrEqual(0);
        expect(changed.taxMinor).toBeLessThanOrEqual(changed.unitMinor);
        expect(changed.lines.reduce((sum, line) => sum + line.amountMinor, 0)).toBe(changed.unitMinor);
        expect(changed.unitMinor - paid).toBe(changed.differenceMinor);
        const back = priceChange(was, today(before), today(before));
        expect(back.differenceMinor).toBe(0);
      }),
    );
  });
});

describe("what was renamed since it was ordered", () => {
  const renamed = (piece: Spec): Spec => ({
    ...piece,
    metal: { ...piece.metal, label: "Sterling" },
    stones: piece.stones.map((setting) => ({
      ...setting,
      ...{ slot: { ...setting.slot, label: "Side" }, stone: { ...setting.stone, label: "Burmese ruby" } },
    })),
  });

  it("is no change, and stands in the way of none", () => {
    expect(decideChange(silver, renamed(silver), [], workshop)).toEqual({
      ok: false,
      code: "NOTHING_CHANGES",
    });
    const letters = {
      ...{ zone: { id: "inside", label: "Inside" }, text: "A", font: { id: "serif", label: "Serif" } },
      ...{ heightMm: 2, technique: "hand" as const },
    };
    const engraved = { ...renamed(silver), engraving: [letters] };
    const before = { ...silver, engraving: [] };
    expect(decideChange(before, engraved, begun("casting", "setting"), workshop)).toEqual({ ok: true });
  });

  it("keeps the words that it was ordered in", () => {
    expect(sealSpec(inWordsOf(silver, renamed(silver))).hash).toBe(sealSpec(silver).hash);
    expect(changedLabels(silver, inWordsOf(silver, renamed(emerald)))).toEqual(["Left stone"]);
    expect(inWordsOf(silver, gold).metal).toEqual(gold.metal);
  });

  it("but a shank left plain for resizing is a change of the size", () => {
    const plain: Spec = { ...silver, version: 2, resizable: { plainBackMm: 20 } };
    expect(decideChange(silver, plain, [], workshop)).toEqual({ ok: true });
    expect(decideChange(silver, plain, begun("casting"), workshop)).toMatchObject({
      code: "FIXED_ALREADY",
      what: ["the size"],
    });
  });
});

it("what is too little to be charged is on us, and is never paid back later", () => {
  const price = {
    ...{ unitMinor: 20_025, taxMinor: 3_337, differenceMinor: 25, taxDifferenceMinor: 4 },
    lines: [{ kind: "workshop" as const, label: "The ring", amountMinor: 20_025 }],
  };
  const paid = { unitMinor: 20_000, taxMinor: 3_333 };
  const asked = withoutTrifle(price, paid, 1, "GBP");
  expect(asked).toMatchObject({ ...paid, differenceMinor: 0, taxDifferenceMinor: 0 });
  expect(asked.lines.at(-1)).toMatchObject({ label: "On us", amountMinor: -25 });
  // Two of them can be charged together.
  expect(withoutTrifle(price, paid, 2, "GBP")).toEqual(price);
});
