import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  checkRingSize,
  formatRingSize,
  parseRingSize,
  type RingSystem,
  ringSizeChoices,
  ringSystems,
  wideBandWords,
} from "@/lib/domain/ring-size";
import facts from "@/tests/facts/ring-sizes.json";

const quarters = { kind: "ring", minMm: 46.76, maxMm: 64.64, stepMm: 0.638 } as const;
const halves = { kind: "ring", minMm: 46.25, maxMm: 68.75, stepMm: 1.25 } as const;

function mmOf(system: RingSystem, value: string): number {
  const parsed = parseRingSize(system, value);
  if (!parsed.ok) throw new Error(parsed.message);
  return parsed.mm;
}

function refusal(system: RingSystem, value: string): string | null {
  const parsed = parseRingSize(system, value);
  return parsed.ok ? null : parsed.message;
}

describe("ring sizes", () => {
  it.each(facts.rows)(
    "US $us is $circumferenceMm mm, ISO $iso, UK $uk",
    ({ us, circumferenceMm, diameterMm, iso, uk }) => {
      const mm = mmOf("us", String(us));
      expect(Math.abs(mm - circumferenceMm)).toBeLessThanOrEqual(0.01);
      expect(Math.abs(mm / Math.PI - diameterMm)).toBeLessThanOrEqual(0.01);
      expect(formatRingSize("uk", mm)).toBe(uk);
      expect(Math.round(mm)).toBe(iso);
    },
  );

  it("count UK letters in steps of 1.25 mm, beyond Z too", () => {
    expect(["A", "N½", "Z", "Z½", "Z+1", "Z+6"].map((value) => mmOf("uk", value))).toEqual([
      37.5, 54.38, 68.75, 69.38, 70, 76.25,
    ]);
  });

  it("read the same size however it is written", () => {
    expect(["N½", "n½", "N 1/2", " N.5 ", "N1/2"].map((value) => mmOf("uk", value))).toEqual(
      Array(5).fill(54.38),
    );
    expect(["6.5", "6,5", "6½", "6 ½", "6 1/2", "6.50"].map((value) => mmOf("us", value))).toEqual(
      Array(6).fill(53.14),
    );
    expect(parseRingSize("us", "6,50")).toEqual({ ok: true, mm: 53.14, value: "6.5" });
    expect(parseRingSize("uk", "z + 1")).toEqual({ ok: true, mm: 70, value: "Z+1" });
  });

  it("follow ISO, Switzerland and Japan", () => {
    expect([mmOf("iso", "54"), mmOf("ch", "14"), mmOf("jp", "14")]).toEqual([54, 54, 54.45]);
  });

  it.each([
    [
      "us",
      "0.3",
      "0.3 lies between two sizes. US sizes go in quarters from 0 to 16, for example 6, 6.25 or 6½.",
    ],
    [
      "us",
      "-5",
      "“-5” isn't a size we know. US sizes go in quarters from 0 to 16, for example 6, 6.25 or 6½.",
    ],
    ["us", "99", "99 is beyond any finger. US sizes go in quarters from 0 to 16, for example 6, 6.25 or 6½."],
    [
      "uk",
      "Z+9",
      "Z+9 is beyond any finger. UK sizes are letters and half letters from A to Z+6, for example M, N½ or Z+1.",
    ],
    [
      "uk",
      "M+1",
      "“M+1” isn't a size we know. UK sizes are letters and half letters from A to Z+6, for example M, N½ or Z+1.",
    ],
  ] as const)("refuse %s %s and name the way out", (system, value, message) => {
    expect(refusal(system, value)).toBe(message);
  });

  it.each([
    "",
    " ",
    "7e1",
    "0x7",
    "Infinity",
    "NaN",
    "½½",
    "7\u0000",
    "٧",
    "seven",
    "7".repeat(100_000),
    "1/2 7",
    "71/2",
  ])("refuse nonsense such as %j in every system", (value) => {
    for (const system of ringSystems) expect(refusal(system, value)).not.toBeNull();
  });

  it("say no more of a long input than its beginning", () => {
    expect(refusal("us", "x".repeat(100_000))?.length).toBeLessThan(150);
  });

  it("offer quarter sizes only where the bench works to them", () => {
    expect(
      ringSizeChoices(quarters, "us")
        .map((choice) => choice.value)
        .slice(0, 4),
    ).toEqual(["4", "4.25", "4.5", "4.75"]);
    expect(
      ringSizeChoices(halves, "us")
        .map((choice) => choice.value)
        .slice(0, 4),
    ).toEqual(["4", "4.5", "5", "5.5"]);
    expect(
      ringSizeChoices(halves, "uk")
        .map((choice) => choice.value)
        .slice(0, 3),
    ).toEqual(["H", "I", "J"]);
    expect(ringSizeChoices(quarters, "uk").at(-1)?.value).toBe("V½");
    expect(ringSizeChoices(halves, "iso").at(0)).toEqual({ value: "47", label: "EU 47", mm: 47 });
  });

  it("refuse what a product isn't made in, naming what it is", () => {
    expect(checkRingSize(quarters, "uk", "Z")).toEqual({
      ok: false,
      message: "This ring is made from UK H½ to V½, and Z lies outside. Choose a size within.",
    });
    expect(checkRingSize(halves, "us", "6.25")).toEqual({
      ok: false,
      message: "This ring isn't made between sizes. Choose US 6 or US 6.5.",
    });
    expect(checkRingSize(quarters, "us", "11")).toEqual({ ok: true, mm: 64.64, value: "11" });
  });

  it("take the product's own steps in millimetres as ISO sizes", () => {
    expect(checkRingSize(quarters, "iso", "47.4")).toEqual({ ok: true, mm: 47.4, value: "47.4" });
    expect(checkRingSize(quarters, "iso", "47.2").ok).toBe(false);
  });

  it("read back what they write: parse(format(x)) = x", () => {
    fc.assert(
      fc.property(fc.constantFrom(...ringSystems), fc.nat(200), (system, index) => {
        const choices = ringSizeChoices({ kind: "ring", minMm: 38, maxMm: 76, stepMm: 0.4 }, system);
        const choice = choices[index % choices.length];
        if (!choice) throw new Error("no choices");
        expect(parseRingSize(system, choice.value)).toEqual({ ok: true, mm: choice.mm, value: choice.value });
        expect(formatRingSize(system, choice.mm)).toBe(choice.value);
      }),
    );
  });

  it("grow with their number", () => {
    for (const system of ringSystems) {
      const mms = ringSizeChoices(quarters, system).map((choice) => choice.mm);
      expect(mms).toEqual([...new Set(mms)].sort((a, b) => a - b));
    }
  });
});

describe("a wide band", () => {
  it("is told of above 6 mm, and changes no size", () => {
    expect(wideBandWords(undefined)).toBeNull();
    expect(wideBandWords(6)).toBeNull();
    expect(wideBandWords(7.5)).toMatch(/^This band is 7\.5 mm wide.*half a size more/);
  });
});
