import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  checkEngravingText,
  countEngravedCharacters,
  engravingLines,
  normaliseEngraving,
} from "@/lib/domain/engraving-text";

const codes = (text: string, lines = 1) => checkEngravingText(text, lines).map((problem) => problem.code);
const messages = (text: string, lines = 1) =>
  checkEngravingText(text, lines).map((problem) => problem.message);

describe("the text of an engraving", () => {
  it.each([
    "Forever",
    "Zoë & Łukasz",
    "12.06.2026",
    "51° 27′ N, 2° 35′ W",
    "  two  spaces ",
    "A ♥ B ∞ C",
    "© 2026 ™",
    "Ελένη",
    "Наталья",
    "a\u00a0b",
    "ẹ\u0301",
    "1 # * 9",
  ])("takes %j as it is", (text) => {
    expect(checkEngravingText(text, 1)).toEqual([]);
    expect(normaliseEngraving(text)).toBe(text.normalize("NFC"));
  });

  it.each([
    ["💍", "💍"],
    ["love 👨‍👩‍👧 you", "👨‍👩‍👧"],
    ["👍🏽", "👍🏽"],
    ["🇬🇧", "🇬🇧"],
    ["❤️", "❤️"],
    ["1️⃣", "1️⃣"],
  ])("names the emoji in %j and nothing else", (text, emoji) => {
    expect(checkEngravingText(text, 1)).toEqual([
      {
        code: "EMOJI",
        message: `“${emoji}” is an emoji, and an emoji can't be cut into metal. Leave it out, or say it in letters.`,
      },
    ]);
  });

  it.each([
    ["For\u200bever", "a zero-width space (U+200B) after “For”"],
    ["Mia\u202e Tom", "a right-to-left override (U+202E) after “Mia”"],
    ["\u0000A", "a NUL character (U+0000) at the beginning"],
    ["A\tB", "a tab (U+0009) after “A”"],
    ["A\u200dB", "a zero-width joiner (U+200D) after “A”"],
    ["A\u00adB", "a soft hyphen (U+00AD) after “A”"],
    ["A\u2028B", "a line separator (U+2028) after “A”"],
    ["A\rB", "a carriage return (U+000D) after “A”"],
    ["A\ufeffB", "a byte-order mark (U+FEFF) after “A”"],
    ["A\u3164B", "an invisible character (U+3164) after “A”"],
    ["A\u0007B", "an invisible character (U+0007) after “A”"],
    ["A\u{e0041}B", "an invisible character (U+E0041) after “A”"],
  ])("names the invisible character in %j", (text, named) => {
    expect(messages(text)).toEqual([
      `There is ${named}. It can't be seen or cut: delete it, or type the text again.`,
    ]);
  });

  it.each(["A\ud83d", "\udc00B", "A\ue000"])("refuses the broken character in %j", (text) => {
    expect(codes(text)).toEqual(["BROKEN_CHARACTER"]);
  });

  it.each(["Z\u0335\u0321\u030dalgo", "\u0301A", "A \u0301B"])(
    "refuses accents without a letter of their own in %j",
    (text) => {
      expect(codes(text)).toEqual(["STACKED_ACCENTS"]);
    },
  );

  it("composes accents, so that two ways of typing are one text", () => {
    expect(normaliseEngraving("Zoe\u0308")).toBe("Zoë");
    expect(codes("Zoe\u0308")).toEqual([]);
  });

  it("counts lines, whichever way a form ends them", () => {
    expect(engravingLines("A\r\nB\nC")).toEqual(["A", "B", "C"]);
    expect(codes("A\nB", 2)).toEqual([]);
    expect(messages("A\nB")).toEqual(["There is room for 1 line here, and yours has 2. Put it on one line."]);
    expect(messages("A\nB\nC", 2)).toEqual([
      "There is room for 2 lines here, and yours has 3. Use 2 lines at most.",
    ]);
  });

  it.each(["", "   ", "\n", "\u00a0"])("asks for a text instead of %j", (text) => {
    expect(codes(text, 3)).toEqual(["EMPTY"]);
  });

  it("looks at no more of a long text than its length", () => {
    expect(codes("x".repeat(100_000))).toEqual(["TOO_LONG"]);
    expect(codes("\u0301".repeat(100_000))).toEqual(["TOO_LONG"]);
    expect(codes("x".repeat(201))).toEqual(["TOO_LONG"]);
    expect(codes("x".repeat(200))).toEqual([]);
  });

  it("tells all that is wrong at once", () => {
    expect(codes("A😀\u200bB\ud800\nC")).toEqual([
      "TOO_MANY_LINES",
      "EMOJI",
      "INVISIBLE_CHARACTER",
      "BROKEN_CHARACTER",
    ]);
  });

  it("charges for letters only", () => {
    expect([countEngravedCharacters("A B\nC"), countEngravedCharacters("ẹ\u0301é")]).toEqual([3, 2]);
  });

  it("never throws, and what passes can be seen and stored", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "binary", maxLength: 40 }),
        fc.integer({ min: 1, max: 4 }),
        (text, lines) => {
          const problems = checkEngravingText(text, lines);
          for (const { message } of problems) expect(message.length).toBeGreaterThan(10);
          if (problems.length === 0)
            expect(text.replaceAll("\r\n", "\n")).not.toMatch(/[\p{Cf}\p{Cs}\p{Co}]|(?!\n)\p{Cc}/u);
        },
      ),
    );
  });
});
