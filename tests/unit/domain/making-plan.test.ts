import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { makingFields, readMaking, stagesWithoutHands } from "@/lib/domain/making-plan";
import { samplePriceRule, sampleRouting, sampleStages } from "@/tests/support/sample-product";

const facts = { stages: sampleStages, sized: true, currency: "GBP" };
const good = {
  ...{ volumeMm3: "250", referenceMm: "54", volumePerMm: "4", lossPercent: "5" },
  ...{ "stage.forming.typical": "60", "stage.forming.badDay": "90" },
};
const errorsOf = (more: Record<string, string>, of: Partial<typeof facts> = {}) => {
  const read = readMaking({ ...good, ...more }, { ...facts, ...of });
  return read.ok ? {} : Object.fromEntries(read.errors.map(({ path, message }) => [path, message]));
};

describe("a price rule and plan of work", () => {
  it("reads back as it is shown", () => {
    const making = { priceRule: { ...samplePriceRule, findings: [] }, routing: sampleRouting };
    const read = readMaking(makingFields(making, sampleStages), facts);
    if (!read.ok) throw new Error(JSON.stringify(read.errors));
    expect(read.making.priceRule).toEqual(making.priceRule);
    const byStage = (plan: typeof sampleRouting) => [...plan].sort((a, b) => a.stage.localeCompare(b.stage));
    expect(byStage(read.making.routing)).toEqual(byStage(sampleRouting));
  });

  it("names every bad input at once, where it stands", () => {
    expect(
      errorsOf({
        ...{ volumeMm3: "0", lossPercent: "80", "finding.0.label": "Clasp" },
        ...{ "stage.forming.typical": "0", "stage.juggling.typical": "5" },
      }),
    ).toEqual({
      volumeMm3: "The volume must be from 0.1 to 20000.",
      lossPercent: "The loss must be from 0 to 50.",
      "finding.0.price": "Give what it costs, such as 12.50.",
      "stage.forming.typical": "Forming: a stage takes a minute at least.",
      "stage.juggling.typical": "The workshop has no such stage.",
    });
  });

  it.each([
    [
      { "stage.forming.typical": "", "stage.forming.badDay": "" },
      "routing",
      "A piece needs at least one stage.",
    ],
    [
      { "stage.forming.badDay": "45" },
      "stage.forming.badDay",
      "Forming: a bad day takes at least as long as a typical one.",
    ],
    [
      { "stage.forming.badDay": "90000" },
      "stage.forming.badDay",
      "Forming: more than 100 hours at the bench is surely mistyped.",
    ],
    [{ "stage.casting.typical": "3" }, "stage.casting.badDay", "Casting: give its days, such as 3."],
    [
      { "stage.casting.typical": "3", "stage.casting.badDay": "200" },
      "stage.casting.badDay",
      "Casting: more than 120 days away is surely mistyped.",
    ],
  ])("refuses %j", (more, path, message) => {
    expect(errorsOf(more)).toEqual({ [path]: message });
  });

  it("takes days away as elapsed minutes, and asks no size of what has none", () => {
    const typed = { ...good, "stage.casting.typical": "2.5", "stage.casting.badDay": "4" };
    const read = readMaking(typed, { ...facts, sized: false });
    if (!read.ok) throw new Error(JSON.stringify(read.errors));
    expect(read.making.routing[0]).toEqual({ stage: "casting", typicalMinutes: 3_600, badDayMinutes: 5_760 });
    expect(read.making.priceRule).toMatchObject({ referenceMm: null, volumePerMm: 0 });
  });

  it("never throws, whatever is typed", () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom(...Object.keys(good), "finding.0.price"), fc.string()),
        (typed) => {
          readMaking({ ...good, ...typed }, facts);
        },
      ),
    );
  });

  it("tells which stages nobody has the skill for", () => {
    expect(stagesWithoutHands(sampleRouting, sampleStages, [{ skills: [] }])).not.toEqual([]);
    const skilled = [{ skills: sampleStages.flatMap(({ skill }) => skill ?? []) }];
    expect(stagesWithoutHands(sampleRouting, sampleStages, skilled)).toEqual([]);
  });
});
