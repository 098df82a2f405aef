import fc from "fast-check";
import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { forgetQuoteFacts } from "@/lib/features/quotes/facts";
import { errorsSchema, quoteSchema } from "@/lib/features/quotes/schema";
import { insertQuotableShop, shopNow } from "@/tests/support/quotable-shop";
import { askForQuote as ask, engrave, goodQuestion, withPiece } from "@/tests/support/quote-questions";

vi.mock("next/server", () => ({ connection: async () => undefined }));

beforeAll(async () => {
  vi.stubEnv("TOUCHMARK_NOW", shopNow.toString());
  await insertQuotableShop();
});

beforeEach(() => {
  vi.stubEnv("TOUCHMARK_NOW", shopNow.toString());
  forgetQuoteFacts();
});

const size = (system: string, value: string) => withPiece({ size: { system, value } });
const text = "personalization.engraving.0.text";
const value = "personalization.size.value";
const stone = (slot: string, id: string) =>
  withPiece({ stones: [...goodQuestion.personalization.stones, { slot, stone: id }] });
const family = (more: object) => ({
  product: "family-birthstone-pendant",
  personalization: {
    metal: "sterling-silver",
    size: { system: "cm", value: "45" },
    stones: [
      { slot: "stone-1", stone: "garnet" },
      { slot: "stone-2", stone: "garnet" },
    ],
    ...more,
  },
});
const initial = (zone: string, typed: string, font = "cinzel") =>
  family({ engraving: [{ zone, text: typed, font }] });

/** What was sent, the path at fault, and a part of the sentence that leads out. */
const table: [string, unknown, string, RegExp][] = [
  ["an emoji", engrave("love 💍"), text, /“💍” is an emoji.*Leave it out, or say it in letters/],
  ["a family of emoji joined", engrave("👨‍👩‍👧‍👦"), text, /emoji.*Leave it out/],
  ["a zero-width joiner", engrave("a\u200db"), text, /./],
  ["a zero-width space", engrave("a\u200bb"), text, /./],
  ["a right-to-left override", engrave("Mia\u202e"), text, /./],
  ["an isolate", engrave("\u2066Mia\u2069"), text, /./],
  ["stacked combining marks", engrave("Z\u0300\u0301\u0302\u0303algo"), text, /./],
  ["a combining mark alone", engrave("\u0301"), text, /./],
  ["half a surrogate pair", engrave("a\ud800b"), text, /./],
  ["the other half", engrave("\udc00"), text, /./],
  ["NUL", engrave("a\u0000b"), text, /./],
  ["a noncharacter", engrave("a\uffffb"), text, /./],
  ["50,000 characters", engrave("x".repeat(50_000)), text, /under 200 characters/],
  ["US 0.3", size("us", "0.3"), value, /quarters from 0 to 16/],
  ["US 7 and a third", size("us", "7⅓"), value, /quarters/],
  ["UK Z+9", size("uk", "Z+9"), value, /A to Z\+6/],
  ["-5 mm", size("iso", "-5"), value, /./],
  ["-5 mm in words", size("iso", "-5 mm"), value, /./],
  ["a size of nothing", size("iso", ""), value, /./],
  ["not a number", size("iso", "NaN"), value, /./],
  ["infinity", size("us", "Infinity"), value, /./],
  ["a size in exponents", size("iso", "5e1"), value, /./],
  ["a size larger than any hand", size("iso", "400"), value, /./],
  ["full-width digits", size("us", "７"), value, /./],
  ["a size of another country", size("ch", "N½"), value, /./],
  ["a system nobody knows", size("klingon", "7"), "personalization.size.system", /us, uk, iso, ch, jp/],
  [
    "a slot that doesn't exist",
    stone("stone-13", "ruby"),
    "personalization.stones.1.slot",
    /Left stone or Right/,
  ],
  [
    "a stone that isn't set there",
    stone("right", "kryptonite"),
    "personalization.stones.1.stone",
    /ruby|Ruby/,
  ],
  [
    "a gap in a row",
    family({ stones: ["stone-1", "stone-2", "stone-4"].map((slot) => ({ slot, stone: "ruby" })) }),
    "personalization.stones.2.slot",
    /or leave out the last/,
  ],
  [
    "a fifth of four",
    family({ stones: [{ slot: "stone-5", stone: "ruby" }] }),
    "personalization.stones.0.slot",
    /Choose/,
  ],
  [
    "an initial without its stone",
    initial("initial-3", "A"),
    "personalization.engraving.0.zone",
    /Choose one, or leave the letters out/,
  ],
  ["a name for an initial", initial("initial-1", "Ada"), text, /room for 2 letters/],
  [
    "another product's font",
    engrave("A", { font: "comic-sans" }),
    "personalization.engraving.0.font",
    /Choose/,
  ],
  [
    "a font of another place",
    initial("initial-1", "A", "jost"),
    "personalization.engraving.0.font",
    /Cinzel/,
  ],
  [
    "another product's place",
    withPiece({ engraving: [{ zone: "face", text: "A", font: "jost" }] }),
    "personalization.engraving.0.zone",
    /Choose/,
  ],
  [
    "another product's motif",
    withPiece({ motif: "claddagh" }),
    "personalization.motif",
    /Choose Heart|heart/i,
  ],
  ["another product's finish", withPiece({ finish: "oxidised" }), "personalization.finish", /Polished/],
  [
    "a plain back where none is",
    withPiece({ resizable: true }),
    "personalization.resizable",
    /Leave this out/,
  ],
  ["a plain back as a word", withPiece({ resizable: "yes" }), "personalization.resizable", /true or false/],
  ["a month for a stone", stone("right", "13"), "personalization.stones.1.stone", /Choose/],
  [
    "an unknown key beside a stone",
    withPiece({ stones: [{ slot: "left", stone: "ruby", month: 13 }] }),
    "personalization.stones.0.month",
    /Take it out/,
  ],
];

describe("what can't be made", () => {
  it.each(table)("is refused at its place, with the way out: %s", async (_what, body, path, wayOut) => {
    const answer = await ask(body);
    expect(answer.status).toBe(422);
    const { errors } = errorsSchema.parse(answer.json);
    const there = errors.filter((error) => error.path === path);
    expect(there.length, JSON.stringify(errors)).toBeGreaterThan(0);
    expect(there.map(({ message }) => message).join(" ")).toMatch(wayOut);
    for (const { message } of errors) expect(message.length).toBeLessThan(400);
  });

  it("is 413 at 100,000 characters, and 422 just below what is read", async () => {
    expect((await ask(engrave("x".repeat(100_000)))).status).toBe(413);
    expect((await ask(engrave("x".repeat(60_000)))).status).toBe(422);
  });
});

const nasty = fc.oneof(
  fc.string(),
  fc.string({ unit: "binary" }),
  fc.string({ unit: "grapheme" }),
  fc
    .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 12 })
    .map((units) => String.fromCharCode(...units)),
  fc.constantFrom("", " ", "__proto__", "constructor", "💍", "\u202e", "a\u0000", "1e999", "N½", "Z+9", "-5"),
);
const anything = fc.oneof(
  nasty,
  fc.double(),
  fc.integer(),
  fc.boolean(),
  fc.constant(null),
  fc.array(nasty, { maxLength: 3 }),
  fc.dictionary(nasty, nasty, { maxKeys: 3 }),
);
const or = <T>(good: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 3, arbitrary: good as fc.Arbitrary<unknown> }, { weight: 1, arbitrary: anything });
const record = (shape: Record<string, fc.Arbitrary<unknown>>) => fc.record(shape, { requiredKeys: [] });

const piece = record({
  metal: or(fc.constantFrom("18k-yellow-gold", "platinum-950", "sterling-silver")),
  finish: or(fc.constantFrom("polished", "hammered", "oxidised")),
  size: or(
    record({
      system: or(fc.constantFrom("us", "uk", "iso", "ch", "jp", "cm")),
      value: or(fc.constantFrom("7", "N½", "54", "14", "3¾")),
    }),
  ),
  stones: or(
    fc.array(
      record({
        slot: or(fc.constantFrom("left", "right", "stone-1", "stone-3")),
        stone: or(fc.constantFrom("ruby", "pearl")),
      }),
      { maxLength: 4 },
    ),
  ),
  engraving: or(
    fc.array(
      record({
        zone: or(fc.constantFrom("inside", "tag", "initial-1")),
        text: nasty,
        font: or(fc.constantFrom("jost", "cinzel", "eb-garamond")),
        heightMm: or(fc.double({ min: 0.5, max: 3 })),
      }),
      { maxLength: 3 },
    ),
  ),
  motif: or(fc.constant("heart")),
  resizable: or(fc.boolean()),
});
const question = record({
  product: or(fc.constantFrom("two-stone-ring", "family-birthstone-pendant", "posy-ring")),
  personalization: or(piece),
  quantity: or(fc.integer({ min: 1, max: 20 })),
  shipTo: or(record({ country: or(fc.constantFrom("GB", "US", "DE")), postalCode: nasty })),
  needBy: or(fc.constant("2026-12-20")),
});

/** Nearly right: a good piece with one text or one part of it by chance. */
const nearly = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 24 }).map((typed) => engrave(typed)),
  fc.string({ maxLength: 24 }).map((typed) => engrave(typed)),
  fc.boolean().map((resizable) => withPiece({ resizable })),
  fc
    .array(fc.constantFrom("garnet", "ruby"), { minLength: 1, maxLength: 5 })
    .map((stones) =>
      family({ stones: stones.map((id, index) => ({ slot: `stone-${index + 1}`, stone: id })) }),
    ),
);

describe("whatever is sent", () => {
  it("is answered in full or refused in words, never a 500, and nothing typed is changed", async () => {
    let address = 0;
    let made = 0;
    await fc.assert(
      fc.asyncProperty(fc.oneof(question, nearly), async (body) => {
        address += 1;
        // An address of its own each: the limit on requests isn't what is tried here.
        const { status, json } = await ask(body, {
          "x-forwarded-for": `10.${address >> 16}.${(address >> 8) & 255}.${address & 255}`,
        });
        expect([200, 404, 422]).toContain(status);
        if (status !== 200) {
          const { errors } = errorsSchema.parse(json);
          expect(errors.length).toBeGreaterThan(0);
          for (const { message } of errors) expect(message).not.toMatch(/Invalid input|undefined|\[object/);
          return;
        }
        quoteSchema.parse(json);
        made += 1;
        const asked = body as { personalization: { engraving?: { zone: string; text: string }[] } };
        for (const { zone, text: typed } of asked.personalization.engraving ?? []) {
          const cut = json.spec.engraving.find((entry: { zone: { id: string } }) => entry.zone.id === zone);
          expect(cut.text).toBe(typed.replaceAll("\r\n", "\n").normalize("NFC"));
        }
      }),
      { numRuns: Number(process.env.FUZZ_RUNS ?? 400) },
    );
    expect(made).toBeGreaterThan(20);
  }, 600_000);
});
