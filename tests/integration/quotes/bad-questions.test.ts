import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { POST } from "@/app/api/v1/quotes/route";
import { forgetQuoteFacts } from "@/lib/features/quotes/facts";
import { errorsSchema } from "@/lib/features/quotes/schema";
import { db } from "@/lib/platform/db";
import { insertQuotableShop, shopNow } from "@/tests/support/quotable-shop";
import {
  askForQuote as ask,
  engrave,
  goodQuestion as good,
  withPiece,
} from "@/tests/support/quote-questions";

vi.mock("next/server", () => ({ connection: async () => undefined }));

beforeAll(async () => {
  vi.stubEnv("TOUCHMARK_NOW", shopNow.toString());
  await insertQuotableShop();
});

beforeEach(() => {
  vi.stubEnv("TOUCHMARK_NOW", shopNow.toString());
  forgetQuoteFacts();
});

describe("what is wrong", () => {
  const refusal = async (body: unknown) => {
    const answer = await ask(body);
    const { errors } = errorsSchema.parse(answer.json);
    return { status: answer.status, errors, brief: errors.map(({ path, code }) => `${path} ${code}`) };
  };

  it("is told all at once: question, choices and what was measured", async () => {
    const { status, brief } = await refusal({
      product: "two-stone-ring",
      personalization: {
        metal: "brass",
        size: { system: "us", value: "4" },
        stones: [{ slot: "left", stone: "opal" }],
        engraving: [{ zone: "tag", text: "far too long for so small a tag", font: "jost" }],
        price: 1,
      },
      quantity: 0,
      shipTo: { country: "XX" },
      needBy: "2020-01-01",
      discount: "100%",
    });
    expect(status).toBe(422);
    expect(brief.sort()).toEqual([
      "discount UNKNOWN_KEY",
      "needBy IN_THE_PAST",
      "personalization.engraving.0.text TOO_WIDE",
      "personalization.metal NOT_OFFERED",
      "personalization.price UNKNOWN_KEY",
      "personalization.stones.0.stone NOT_OFFERED",
      "quantity TOO_SHORT",
      "shipTo.country NOT_OFFERED",
    ]);
  });

  it("comes with its ways out as data where advice is asked for, and always in words", async () => {
    const size = { system: "us", value: "4" };
    const text = "To the moon, and back again, always and for ever";
    const piece = (more: object) =>
      withPiece({ size, engraving: [{ zone: "inside", text, font: "jost", ...more }] });
    const [plain, advised] = [await ask(piece({})), await ask({ ...piece({}), advice: true })];
    expect(plain.json.errors[0]).not.toHaveProperty("waysOut");
    const { waysOut, ...error } = advised.json.errors[0];
    expect(error).toEqual(plain.json.errors[0]);
    expect(waysOut.length).toBeGreaterThan(0);
    for (const { label, ...mended } of waysOut) {
      expect(error.message.toLowerCase()).toContain(label.toLowerCase());
      expect((await ask(piece(mended))).status).toBe(200);
    }
  });

  it("is 404 for a product that isn't there, also one not on sale", async () => {
    expect(await refusal({ ...good, product: "golden-fleece" })).toMatchObject({
      status: 404,
      brief: ["product NOT_FOUND"],
    });
    await db.product.update({ where: { slug: "posy-ring" }, data: { status: "RETIRED" } });
    forgetQuoteFacts();
    expect((await refusal({ ...good, product: "posy-ring" })).status).toBe(404);
    await db.product.update({ where: { slug: "posy-ring" }, data: { status: "ACTIVE" } });
  });

  it("names the size at which the same text would fit", async () => {
    const long = "To the moon and back again, always and forever more";
    expect((await ask(engrave(long))).status).toBe(200);
    const small = await refusal({
      ...engrave(long),
      personalization: { ...engrave(long).personalization, size: { system: "us", value: "4" } },
    });
    expect(small.brief).toEqual(["personalization.engraving.0.text TOO_WIDE"]);
  });

  it.each([
    ["emoji", "love 💍"],
    ["ZWJ", "a\u200db"],
    ["RTL override", "Mia\u202e"],
    ["stacked marks", "Z\u0300\u0301\u0302\u0303algo"],
    ["lone surrogate", "a\ud800b"],
    ["NUL", "a\u0000b"],
    ["100,000 characters", "x".repeat(60_000)],
    ["tab", "a\tb"],
    ["nothing", ""],
    ["spaces", "   "],
    ["two lines where one fits", "a\nb"],
    ["letters that the font lacks", "漢字"],
    ["private use", "\ue000"],
    ["tag characters", "a\u{e0061}"],
    ["a flag", "🇬🇧"],
    ["a keycap", "1️⃣"],
    ["Arabic", "مريم"],
  ])("in an engraving is refused by name: %s", async (_what, text) => {
    const { status, errors } = await refusal(engrave(text));
    expect(status).toBe(422);
    expect(new Set(errors.map((error) => error.path))).toEqual(new Set(["personalization.engraving.0.text"]));
    for (const { message } of errors) expect(message.length).toBeLessThan(300);
  });

  it.each([
    ["a body that isn't an object", [], 422],
    ["null", null, 422],
    ["a number", 7, 422],
    ["nothing chosen", { product: "two-stone-ring" }, 422],
    ["choices as text", { ...good, personalization: "gold" }, 422],
    ["choices as a list", { ...good, personalization: [] }, 422],
    ["a product as a number", { ...good, product: 5 }, 422],
    ["a product as a list", { ...good, product: ["two-stone-ring"] }, 422],
    ["NUL in the product", { ...good, product: "two\u0000stone" }, 422],
    ["a path as the product", { ...good, product: "../../etc/passwd" }, 422],
    ["SQL as the product", { ...good, product: "'; DROP TABLE product; --" }, 422],
    ["a long product", { ...good, product: "a".repeat(5000) }, 422],
    ["NUL in the metal", withPiece({ metal: "gold\u0000" }), 422],
    ["a lone surrogate as the metal", withPiece({ metal: "\ud800" }), 422],
    ["a prototype as the metal", withPiece({ metal: "__proto__" }), 422],
    ["a prototype as the slot", withPiece({ stones: [{ slot: "constructor", stone: "ruby" }] }), 422],
    ["null for an option", withPiece({ finish: null }), 422],
    ["a size of -5", withPiece({ size: { system: "iso", value: "-5" } }), 422],
    ["US 0.3", withPiece({ size: { system: "us", value: "0.3" } }), 422],
    ["UK Z+9", withPiece({ size: { system: "uk", value: "Z+9" } }), 422],
    ["a size in millimetres, tampered", withPiece({ size: { system: "us", value: "7", mm: 90 } }), 422],
    ["a chain's length on a ring", withPiece({ size: { system: "cm", value: "45" } }), 422],
    [
      "a stone for a slot that doesn't exist",
      withPiece({
        stones: [
          { slot: "left", stone: "ruby" },
          { slot: "stone-13", stone: "ruby" },
        ],
      }),
      422,
    ],
    [
      "the same slot twice",
      withPiece({
        stones: [
          { slot: "left", stone: "ruby" },
          { slot: "left", stone: "ruby" },
        ],
      }),
      422,
    ],
    ["another product's zone", withPiece({ engraving: [{ zone: "face", text: "A", font: "jost" }] }), 422],
    [
      "another product's font",
      withPiece({ engraving: [{ zone: "inside", text: "A", font: "comic-sans" }] }),
      422,
    ],
    ["a letter height of 0", engrave("A", { heightMm: 0 }), 422],
    ["a letter height of 1e308", engrave("A", { heightMm: 1e308 }), 422],
    [
      "a hundred engravings",
      withPiece({ engraving: Array(100).fill(good.personalization.engraving[0]) }),
      422,
    ],
    ["a quantity of 1.5", { ...good, quantity: 1.5 }, 422],
    ["a quantity of a million", { ...good, quantity: 1_000_000 }, 422],
    ["a quantity as text", { ...good, quantity: "2" }, 422],
    ["an impossible day", { ...good, needBy: "2026-02-30" }, 422],
    ["a country in small letters", { ...good, shipTo: { country: "gb" } }, 422],
    ["a price", { ...good, price: { totalMinor: 1 } }, 422],
    ["a hash", { ...good, specHash: "0".repeat(64) }, 422],
  ])("is refused, never a 500: %s", async (_what, body, expected) => {
    const { status, errors } = await refusal(body);
    expect(status).toBe(expected);
    expect(errors.length).toBeGreaterThan(0);
    for (const { message } of errors) expect(message).not.toMatch(/Invalid input|undefined|\[object/);
  });

  it.each([
    ["nothing", ""],
    ["half a body", '{"product":'],
    ["text", "hello"],
    ["bytes that are no UTF-8", new Uint8Array([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x7d])],
    ["NaN", '{"quantity":NaN}'],
  ])("is 400 where it isn't JSON: %s", async (_what, body) => {
    expect((await ask(body)).status).toBe(400);
  });

  it("is 422 for keys that are poison elsewhere", async () => {
    for (const body of [
      '{"__proto__":{"metal":"x"}}',
      '{"constructor":1}',
      `${"[".repeat(20_000)}${"]".repeat(20_000)}`,
      '{"quantity":1e999}',
    ])
      expect((await ask(body)).status).toBe(422);
    expect(({} as { metal?: string }).metal).toBeUndefined();
  });

  it("is 413 over 64 kB, announced or not", async () => {
    expect((await ask(JSON.stringify({ ...good, note: "x".repeat(65_536) }))).status).toBe(413);
    expect((await ask("{}", { "content-length": "70000" })).status).toBe(413);
    let sent = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent += 1;
        controller.enqueue(new Uint8Array(8192).fill(0x20));
      },
    });
    const init = { method: "POST", body: endless, duplex: "half" };
    const response = await POST(new Request("http://shop.test/api/v1/quotes", init));
    expect(response.status).toBe(413);
    expect(sent).toBeLessThan(20);
  });

  it("answers 5,000 unknown keys with a list that can be read", async () => {
    const many = Object.fromEntries(Array.from({ length: 5000 }, (_none, index) => [`k${index}`, 1]));
    const { status, errors } = await refusal({ ...good, ...many });
    expect(status).toBe(422);
    expect(errors.length).toBe(100);
  });

  it("is charged by the pieces that are asked about, before they are placed on the bench", async () => {
    const from = { "x-forwarded-for": "203.0.113.9" };
    let asked = 0;
    // Wrong in the end, so that nothing is simulated: the charge comes first.
    while (
      (await ask({ ...good, product: "no-such-ring", quantity: 20 }, from)).status !== 429 &&
      asked < 400
    )
      asked += 1;
    expect(asked).toBeGreaterThanOrEqual(74);
    expect(asked).toBeLessThan(200);
  });

  it("is 429 with Retry-After for one address that never stops, and for no other", async () => {
    let last = await ask({}, { "x-forwarded-for": "203.0.113.7" });
    for (let index = 0; index < 3000 && last.status !== 429; index += 1)
      last = await ask({}, { "x-forwarded-for": "203.0.113.7" });
    expect(last.status).toBe(429);
    expect(Number(last.headers.get("retry-after"))).toBeGreaterThanOrEqual(1);
    expect((await ask(good, { "x-forwarded-for": "203.0.113.8" })).status).toBe(200);
  }, 60_000);

  it("stores nothing, whatever was asked", async () => {
    expect([await db.spec.count(), await db.cart.count(), await db.event.count()]).toEqual([0, 0, 0]);
  });
});
