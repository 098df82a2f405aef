import { describe, expect, it } from "vitest";
import { editOptions, type OptionEdit } from "@/lib/domain/option-edits";
import { productOptionsSchema } from "@/lib/domain/options";
import { sampleProducts } from "@/prisma/seed/catalogue/products";
import { optionFieldsOf } from "@/tests/support/option-fields";
import { sampleAlloys, sampleOptions, sampleStones } from "@/tests/support/sample-product";

const options = sampleOptions();
const facts = { currency: "GBP", alloys: [...sampleAlloys, { id: "9k-yellow-gold" }], stones: sampleStones };

const edit = (given: Partial<OptionEdit> & Pick<OptionEdit, "part">) =>
  editOptions(options, { index: 0, remove: false, fields: {}, ...given }, facts);
const zone = (more: Record<string, string>, index: number | null = 1) =>
  edit({ part: "zone", index, fields: { ...optionFieldsOf(options, "zone", 1), ...more } });

function errorsOf(answer: ReturnType<typeof editOptions>) {
  if (answer.ok) throw new Error("taken");
  return Object.fromEntries(answer.errors.map(({ path, message }) => [path, message]));
}

describe("a change to what can be chosen", () => {
  it("that changes nothing leaves everything as it was, for every row of every sample", () => {
    for (const { options: given } of sampleProducts) {
      const sample = productOptionsSchema.parse(given);
      const known = {
        currency: "GBP",
        alloys: sample.metals.map(({ alloy }) => ({ id: alloy })),
        stones: sample.stoneSlots.flatMap((slot) => slot.allowed.map((id) => ({ id }))),
      };
      const counts = {
        metal: sample.metals.length,
        slot: sample.stoneSlots.length,
        zone: sample.engravingZones.length,
        motif: sample.motifs.length,
        rule: sample.rules.length,
        size: 1,
        row: sample.stoneRow ? 1 : 0,
        personal: sample.personal ? 1 : 0,
        motifs: sample.motifs.length > 0 ? 1 : 0,
      };
      for (const [part, count] of Object.entries(counts) as [OptionEdit["part"], number][])
        for (let index = 0; index < count; index++) {
          const fields = optionFieldsOf(sample, part, index);
          expect([part, index, editOptions(sample, { part, index, remove: false, fields }, known)]).toEqual([
            part,
            index,
            { ok: true, options: sample },
          ]);
        }
    }
  });

  it("keeps a row's id whatever it is called, and makes one for a new row", () => {
    const renamed = zone({ label: "On the back" });
    expect(renamed.ok && renamed.options.engravingZones.map(({ id, label }) => [id, label])).toEqual([
      ["inside", options.engravingZones[0]?.label],
      ["tag", "On the back"],
    ]);
    const added = zone({ label: "Tag" }, null);
    expect(added.ok && added.options.engravingZones.map(({ id }) => id)).toEqual(["inside", "tag", "tag-2"]);
    const accents = zone({ label: "Über dem Ö!" }, null);
    expect(accents.ok && accents.options.engravingZones[2]?.id).toBe("uber-dem-o");
  });

  it("reads measures with comma or point, and prices in the workshop's money", () => {
    const changed = zone({ minHeightMm: "1,3", widthMm: "13.5", baseMinor: "14.50" });
    expect(changed.ok && changed.options.engravingZones[1]).toMatchObject({
      ...{ minHeightMm: 1.3, widthMm: 13.5, baseMinor: 1450 },
    });
  });

  it("says beside each field what is wrong with it", () => {
    expect(errorsOf(zone({ label: " ", widthMm: "wide", lines: "1.5", shape: "moon" }))).toEqual({
      label: "Please fill this in.",
      shape: "Choose one from the list.",
      widthMm: "Give a number, for example 1.2.",
      lines: "Give a whole number.",
    });
    expect(errorsOf(zone({ baseMinor: "12,50" }))).toEqual({
      baseMinor: "Write an amount, for example 12.50.",
    });
    expect(errorsOf(zone({ widthMm: "" }))).toEqual({ widthMm: "This zone needs its width in mm." });
    expect(errorsOf(zone({ diameterMm: "17" }))).toEqual({
      diameterMm: "Only a disc has a diameter: leave this empty.",
    });
    const disc = { shape: "disc", widthMm: "8", heightMm: "6", maxHeightMm: "3", lines: "1" };
    expect(errorsOf(zone({ ...disc, diameterMm: "9" }))).toEqual({
      diameterMm: "The corners of 8 mm × 6 mm stick out: they need a disc of 10 mm.",
    });
    expect(zone({ ...disc, diameterMm: "10" }).ok).toBe(true);
    expect(errorsOf(zone({ minHeightMm: "5", maxHeightMm: "4" }))).toEqual({
      minHeightMm: "The smallest letter is above the largest.",
    });
  });

  it("refuses absurd measures", () => {
    expect(errorsOf(zone({ heightMm: "-1" }))).toEqual({ heightMm: "More than 0." });
    expect(errorsOf(zone({ widthMm: "99999" }))).toEqual({ widthMm: "2000 at most." });
    expect(errorsOf(zone({ minHeightMm: "0.1" }))).toEqual({
      minHeightMm: "Nobody could read that: 0.5 mm at least.",
    });
    expect(errorsOf(zone({ maxHeightMm: "9" }))).toEqual({
      maxHeightMm: "The place is 8 mm high: letters can’t be taller.",
    });
    expect(errorsOf(zone({ lines: "6" }))).toEqual({
      lines: "6 lines of the smallest letters need 10.2 mm of height, and there are 8 mm.",
    });
    const size = (fields: Record<string, string>) =>
      errorsOf(
        edit({ part: "size", fields: { kind: "ring", minMm: "46", maxMm: "64", stepMm: "0.6", ...fields } }),
      );
    expect(size({ stepMm: "0.0001" })).toEqual({ stepMm: "Finer than we can work: 0.3 mm at least." });
    expect(size({ minMm: "5" })).toEqual({ minMm: "Round the inside, a ring measures from 35 to 80 mm." });
    expect(size({ minMm: "70" })).toEqual({ minMm: "The smallest size is above the largest." });
    const slot = optionFieldsOf(options, "slot", 0);
    expect(errorsOf(edit({ part: "slot", fields: { ...slot, mm: "400" } }))).toEqual({
      mm: "That is larger than any stone we could set: 40 mm at most.",
    });
  });

  it("takes only what the workshop has", () => {
    expect(
      errorsOf(
        edit({
          part: "metal",
          index: null,
          fields: { alloy: "lead", "finishes.polished": "on", extraMinutes: "0" },
        }),
      ),
    ).toEqual({
      alloy: "Choose a metal from the list.",
    });
    expect(errorsOf(zone({ "fonts.comic-sans": "on" }))).toEqual({ fonts: "Choose from the list." });
    const slot = optionFieldsOf(options, "slot", 0);
    expect(errorsOf(edit({ part: "slot", fields: { ...slot, default: "pearl" } }))).toEqual({
      default: "The default stone isn't allowed here.",
    });
    expect(errorsOf(zone({ price: "0" }))).toEqual({ price: "That isn’t a field of this form." });
  });

  it("adds a metal once", () => {
    const fields = {
      alloy: "9k-yellow-gold",
      "finishes.polished": "on",
      "finishes.satin": "on",
      first: "satin",
      extraMinutes: "5",
    };
    const added = edit({ part: "metal", index: null, fields });
    expect(added.ok && added.options.metals.at(-1)).toEqual({
      ...{ alloy: "9k-yellow-gold", finishes: ["satin", "polished"], extraMinutes: 5 },
    });
    expect(
      errorsOf(edit({ part: "metal", index: null, fields: { ...fields, alloy: "sterling-silver" } })),
    ).toEqual({
      alloy: "The same id stands here twice.",
    });
    expect(errorsOf(edit({ part: "metal", fields: { extraMinutes: "0" } }))).toEqual({
      finishes: "Choose at least one.",
    });
    expect(
      errorsOf(
        edit({ part: "metal", fields: { "finishes.polished": "on", first: "satin", extraMinutes: "0" } }),
      ),
    ).toEqual({
      first: "Choose one of those that are ticked.",
    });
  });

  it("takes rows out, but none that a rule speaks of, and never the last metal", () => {
    const gone = edit({ part: "slot", index: 1, remove: true });
    expect(gone.ok && gone.options.stoneSlots.map(({ id }) => id)).toEqual(["left"]);
    expect(edit({ part: "zone", index: 1, remove: true })).toMatchObject({
      message: "A rule speaks of it (“The heart sits where the tag would be.”). Take the rule out first.",
    });
    const one = sampleOptions({ metals: options.metals.slice(0, 1), rules: [] });
    const last = editOptions(one, { part: "metal", index: 0, remove: true, fields: {} }, facts);
    expect(last).toMatchObject({ ok: false, message: "A piece is made of something: one metal stays." });
    expect(edit({ part: "rule", index: 7, remove: true })).toMatchObject({
      message: "It isn’t there any more.",
    });
    expect(edit({ part: "size", remove: true })).toMatchObject({ message: "That can’t be taken out." });
  });

  it("keeps sizes while something is measured by them", () => {
    expect(edit({ part: "size", fields: { kind: "none" } })).toMatchObject({
      ok: false,
      message: "Only a ring with sizes has an inside.",
    });
  });

  it("wants of a rule when, what and why", () => {
    expect(errorsOf(edit({ part: "rule", index: null, fields: { because: "So." } }))).toEqual({
      "when.metal": "Say when: choose a metal, a finish or a motif.",
      "forbid.finish": "Say what can’t be chosen then.",
    });
    const fields = { "when.metal": "sterling-silver", "forbid.zone": "tag", because: "" };
    expect(errorsOf(edit({ part: "rule", index: null, fields }))).toEqual({
      because: "Please fill this in.",
    });
    expect(
      errorsOf(
        edit({ part: "rule", index: null, fields: { ...fields, "forbid.zone": "moon", because: "x" } }),
      ),
    ).toEqual({
      "forbid.zone": "Choose one from the list.",
    });
  });
});
