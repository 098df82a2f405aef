import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { GET as getProductRoute } from "@/app/api/v1/products/[slug]/route";
import { describeSpec, sealSpec } from "@/lib/domain/spec";
import { forgetQuoteFacts } from "@/lib/features/quotes/facts";
import { productDetailSchema, type QuoteView, quoteSchema } from "@/lib/features/quotes/schema";
import { db } from "@/lib/platform/db";
import { sampleProducts } from "@/prisma/seed/catalogue/products";
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

async function quote(body: unknown): Promise<QuoteView> {
  const answer = await ask(body);
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.json));
  return quoteSchema.parse(answer.json);
}

describe("a quote", () => {
  it("says what is made, what it costs, whether it fits and when it arrives", async () => {
    const answer = await quote(good);
    expect(sealSpec(answer.spec).hash).toBe(answer.specHash);
    expect(describeSpec(answer.spec).map(({ value }) => value)).toEqual([
      "18k yellow gold (750)",
      "Polished",
      "US 7 (54.4 mm round the inside)",
      "Ruby, 3 mm round",
      "“Zoë & Łukasz” in Garamond, 2 mm letters, cut by hand",
    ]);
    expect(answer.price.currency).toBe("GBP");
    expect(answer.price.totalMinor % 500).toBe(0);
    expect(answer.price.lines.reduce((sum, line) => sum + line.amountMinor, 0)).toBe(answer.price.totalMinor);
    expect(answer.fit).toEqual([
      {
        zone: "inside",
        font: "eb-garamond",
        widthMm: expect.any(Number),
        maxWidthMm: 42.42,
        heightMm: 2,
        fits: true,
        missingGlyphs: [],
      },
    ]);
    expect(answer.promise).toEqual({
      shipBy: expect.any(String),
      arrives: { p50: expect.any(String), p90: expect.any(String) },
    });
    expect(answer.promise && answer.promise.shipBy <= answer.promise.arrives.p90).toBe(true);
  });

  it("is the same for the same choices in another order and writing", async () => {
    const { metal, size, stones, engraving } = good.personalization;
    const other = { engraving, stones, size: { value: " 7.0", system: "us" }, finish: "polished", metal };
    const [one, two] = [await quote(good), await quote({ ...good, personalization: other })];
    expect(two.specHash).toBe(one.specHash);
    expect((await quote(engrave("Zoe & Łukasz"))).specHash).not.toBe(one.specHash);
    void size;
  });

  it("counts quantity in the price and at the bench", async () => {
    const [one, five] = [await quote(good), await quote({ ...good, quantity: 5 })];
    expect(five.price.totalMinor).toBe(5 * one.price.totalMinor);
    expect(five.specHash).toBe(one.specHash);
    expect(five.price.lines.reduce((sum, line) => sum + line.amountMinor, 0)).toBe(five.price.totalMinor);
    expect((five.promise?.shipBy ?? "") >= (one.promise?.shipBy ?? "9")).toBe(true);
  });

  it("charges the destination's tax and counts its carrier's days", async () => {
    const [home, abroad] = [
      await quote(good),
      await quote({ ...good, shipTo: { country: "US", postalCode: "10001" } }),
    ];
    expect(home.price.lines.some((line) => line.kind === "tax")).toBe(true);
    expect(abroad.price.lines.some((line) => line.kind === "tax")).toBe(false);
    expect(abroad.price.totalMinor).toBeLessThan(home.price.totalMinor);
    expect((abroad.promise?.arrives.p90 ?? "") > (home.promise?.arrives.p90 ?? "9")).toBe(true);
  });

  it("says how likely it is to be there by a day", async () => {
    const { promise } = await quote({ ...good, needBy: "2027-06-01" });
    expect(promise?.chanceByNeedBy).toBe(0.99);
    expect(
      (await quote({ ...good, needBy: promise?.arrives.p90 })).promise?.chanceByNeedBy,
    ).toBeGreaterThanOrEqual(0.85);
    expect((await quote({ ...good, needBy: "2026-10-05" })).promise?.chanceByNeedBy).toBe(0.01);
  });

  it("adds the days of a hallmark only where the law asks for one", async () => {
    const light = { metal: "sterling-silver", engraving: [] };
    const [gold, silver] = [await quote(withPiece({ engraving: [] })), await quote(withPiece(light))];
    expect((gold.promise?.shipBy ?? "") > (silver.promise?.shipBy ?? "9")).toBe(true);
  });

  it("gives no date, but a price, while nobody can make it", async () => {
    await db.artisan.updateMany({ data: { active: false } });
    forgetQuoteFacts();
    const answer = await quote(good);
    await db.artisan.updateMany({ data: { active: true } });
    expect(answer.promise).toBeNull();
    expect(answer.price.totalMinor).toBeGreaterThan(0);
  });

  it("follows the price of metal", async () => {
    const before = await quote(good);
    await db.metalPrice.create({
      data: {
        alloyId: "18k-yellow-gold",
        pricePerGramMinor: 9_999,
        validFrom: new Date(shopNow.epochMilliseconds - 1000),
      },
    });
    forgetQuoteFacts();
    const after = await quote(good);
    expect(after.price.totalMinor).toBeGreaterThan(before.price.totalMinor);
    expect(after.specHash).toBe(before.specHash);
  });

  it("tells, where advice is asked for, what every other choice would cost", async () => {
    expect(await quote(good)).not.toHaveProperty("alternatives");
    const { alternatives, price } = await quote({ ...good, advice: true });
    expect(alternatives?.size?.["7"]).toBe(price.totalMinor);
    const silver = await quote(withPiece({ metal: "sterling-silver" }));
    expect(alternatives?.metal?.["sterling-silver"]).toBe(silver.price.totalMinor);
  });

  it("is possible for every product of the sample shop, with only what its description says is required", async () => {
    for (const { slug } of sampleProducts) {
      const response = await getProductRoute(new Request(`http://shop.test/api/v1/products/${slug}`), {
        params: Promise.resolve({ slug }),
      });
      const detail = productDetailSchema.parse(await response.json());
      const answer = await ask({ product: slug, personalization: leastChoices(detail) });
      expect([slug, answer.status, answer.json.errors]).toEqual([slug, 200, undefined]);
    }
  });
});

function leastChoices({ options, required }: ReturnType<typeof productDetailSchema.parse>) {
  const middle = (options.size && (options.size.minMm + options.size.maxMm) / 2) ?? 0;
  return {
    metal: options.metals[0]?.id,
    ...(required.includes("size")
      ? {
          size:
            options.size?.kind === "ring"
              ? { system: "iso", value: String(Math.round(middle)) }
              : { system: "cm", value: String((options.size?.minMm ?? 0) / 10) },
        }
      : {}),
    stones: options.stoneSlots
      .filter((slot) => slot.required)
      .map(({ id, allowed }) => ({ slot: id, stone: allowed[0] })),
    engraving: options.engravingZones
      .filter((zone) => zone.required)
      .map(({ id, fonts }) => ({ zone: id, text: "A", font: fonts[0]?.id })),
    ...(required.includes("motif") ? { motif: options.motifs[0]?.id } : {}),
  };
}
