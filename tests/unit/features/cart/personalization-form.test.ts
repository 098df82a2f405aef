import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fieldOfPath, personalizationFromFields } from "@/lib/features/cart/personalization-form";
import { fieldsFromPersonalization } from "@/lib/features/cart/stored-fields";

const full = {
  metal: "sterling-silver",
  finish: "polished",
  size: { system: "uk" as const, value: "N½" },
  stones: [
    { slot: "left", stone: "ruby" },
    { slot: "right", stone: "pearl" },
  ],
  engraving: [{ zone: "inside", text: "Always\nyours", font: "jost" }],
  motif: "heart",
};

describe("the form of a piece", () => {
  it("becomes choices, and choices become its fields again", () => {
    expect(personalizationFromFields(fieldsFromPersonalization(full))).toEqual(full);
  });

  it("takes what is left empty for not chosen", () => {
    expect(
      personalizationFromFields({
        metal: "sterling-silver",
        finish: "",
        "size.system": "uk",
        "size.value": "",
        "stone.left": "",
        "engraving.inside.text": "",
        "engraving.inside.font": "jost",
        motif: "",
      }),
    ).toEqual({ metal: "sterling-silver" });
  });

  it("keeps an engraving exactly as typed, but for the line ends that forms make", () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), (text) => {
        const [engraving] =
          personalizationFromFields({
            "engraving.inside.text": text.replaceAll("\n", "\r\n"),
            "engraving.inside.font": "jost",
          }).engraving ?? [];
        expect(engraving?.text).toBe(text.replace(/\r\n?/g, "\n"));
      }),
    );
  });

  it("gives errors back under the names that its fields have", () => {
    expect(fieldOfPath("metal", full)).toBe("metal");
    expect(fieldOfPath("size", full)).toBe("size.value");
    expect(fieldOfPath("size.system", full)).toBe("size.system");
    expect(fieldOfPath("stones.1.stone", full)).toBe("stone.right");
    expect(fieldOfPath("engraving.0.text", full)).toBe("engraving.inside.text");
    expect(fieldOfPath("engraving.0.font", full)).toBe("engraving.inside.font");
    expect(fieldOfPath("engraving", full)).toBe("engraving");
  });

  it("fills nothing in from something that was never a personalization", () => {
    expect(fieldsFromPersonalization({ price: 1 })).toEqual({});
    expect(fieldsFromPersonalization(null)).toEqual({});
  });
});
