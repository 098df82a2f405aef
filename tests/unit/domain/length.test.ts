import { describe, expect, it } from "vitest";
import { checkLength, formatLength, lengthChoices, parseLength } from "@/lib/domain/length";

const chain = { kind: "length", minMm: 400, maxMm: 600, stepMm: 50 } as const;
const fine = { kind: "length", minMm: 380, maxMm: 600, stepMm: 10 } as const;

describe("lengths", () => {
  it("are millimetres, seen in centimetres or inches", () => {
    expect(parseLength("cm", "45")).toEqual({ ok: true, mm: 450, value: "45" });
    expect(parseLength("in", "17½")).toEqual({ ok: true, mm: 444.5, value: "17.5" });
    expect([formatLength("cm", 450), formatLength("in", 457.2)]).toEqual(["45", "18"]);
  });

  it("offer the product's steps in centimetres and the trade's in inches", () => {
    expect(lengthChoices(chain, "cm").map((choice) => choice.value)).toEqual(["40", "45", "50", "55", "60"]);
    expect(lengthChoices(chain, "in").map((choice) => choice.value)).toEqual(["16", "18", "20", "22"]);
    expect(
      lengthChoices(fine, "in")
        .map((choice) => choice.label)
        .slice(0, 3),
    ).toEqual(["15 in", "15.5 in", "16 in"]);
  });

  it("refuse what the product isn't cut to, naming the way out", () => {
    expect(checkLength(chain, "cm", "47")).toEqual({
      ok: false,
      message: "This piece isn't cut to 47 cm. Choose 45 cm or 50 cm.",
    });
    expect(checkLength(chain, "in", "30")).toEqual({
      ok: false,
      message: "This piece is made in 16 to 22 in. Choose a length within.",
    });
  });

  it.each(["", "-5", "0", "abc", "1e3", "9999", "45\u202e", "4".repeat(100_000)])(
    "refuse nonsense such as %j",
    (value) => {
      expect(parseLength("cm", value).ok).toBe(false);
      expect(parseLength("in", value).ok).toBe(false);
    },
  );

  it("take every length that they offer", () => {
    for (const option of [chain, fine])
      for (const system of ["cm", "in"] as const)
        for (const choice of lengthChoices(option, system))
          expect(checkLength(option, system, choice.value)).toEqual({
            ok: true,
            mm: choice.mm,
            value: choice.value,
          });
  });
});
