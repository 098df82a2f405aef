import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { deliveriesTo } from "@/lib/domain/delivery";
import { chanceInTime, cutoffsFor } from "@/lib/domain/in-time";
import { listInTime } from "@/lib/features/catalog/in-time";
import { getOffer } from "@/lib/features/catalog/offer";
import { parseShopFilter } from "@/lib/features/catalog/shop-filter";
import { forgetSimulations } from "@/lib/features/promises/baselines";
import * as leads from "@/lib/features/promises/leads";
import { awaitCurrentLeads, refreshLeads } from "@/lib/features/promises/leads";
import { answerRefusal } from "@/lib/features/quotes/answers";
import { quotePiece } from "@/lib/features/quotes/data";
import { forgetQuoteFacts } from "@/lib/features/quotes/facts";
import { listApiProducts } from "@/lib/features/quotes/product-list";
import { getWorkshopFacts } from "@/lib/features/workshop/data";
import { emptyDatabase, testDb } from "../../support/database";
import { insertQuotableShop, shopNow } from "../../support/quotable-shop";

const db = testDb();

const ask = (query: string, now = shopNow) => {
  const filter = parseShopFilter(new URLSearchParams(query));
  if (!filter.inTime) throw new Error("no day was asked for");
  return listInTime(filter, filter.inTime, now);
};

async function answered(query: string, now = shopNow) {
  const { inTime, products } = await ask(query, now);
  if (!inTime?.ok) throw new Error(inTime?.message ?? "no answer");
  return { ...inTime, slugs: products.map(({ slug }) => slug) };
}

describe("the shop for who needs it by a day", () => {
  beforeAll(async () => {
    await emptyDatabase();
    forgetQuoteFacts();
    await insertQuotableShop();
  });

  it("puts what is likeliest there first, and then keeps the shop's own order", async () => {
    const { slugs, chances, asOf } = await answered("needBy=2026-10-16");
    expect(asOf).toBeNull();
    const positions = new Map(
      (await db.product.findMany({ select: { slug: true, position: true } })).map((row) => [
        row.slug,
        row.position,
      ]),
    );
    const ranked = slugs.map((slug) => ({ chance: chances[slug] ?? 0, position: positions.get(slug) ?? 0 }));
    expect(ranked).toEqual(ranked.toSorted((a, b) => b.chance - a.chance || a.position - b.position));
    expect(new Set(ranked.map(({ chance }) => chance)).size).toBeGreaterThan(2);
  });

  it("says what the piece's own quote says", async () => {
    const { chances } = await answered("needBy=2026-10-14&kind=bracelet");
    const [slug = ""] = Object.keys(chances);
    const offer = await getOffer(slug, shopNow);
    const asked = { product: slug, needBy: "2026-10-14", personalization: offer?.sample };
    const quote = await quotePiece(asked, shopNow);
    const own = quote.ok ? quote.value.promise?.chanceByNeedBy : undefined;
    // The quote draws two hundred ways of the parcel, the listing counts them all.
    expect(Math.abs((own ?? 0) - (chances[slug] ?? 1))).toBeLessThanOrEqual(0.04);
  });

  it("computes in its query what the domain computes", async () => {
    const { chances } = await answered("needBy=2026-10-16&country=GB");
    const facts = await getWorkshopFacts(shopNow);
    const [delivery] = deliveriesTo("GB", facts?.shippingMethods ?? []);
    const holidays = facts?.holidays.map(({ date }) => date) ?? [];
    const cutoffs = cutoffsFor("2026-10-16", { typicalDays: 1, slowDays: 2, ...delivery, holidays });
    for (const [slug, chance] of Object.entries(chances)) {
      const { plan } = await db.productPlan.findFirstOrThrow({
        where: { product: { slug } },
        include: { plan: true },
      });
      expect(chance).toBe(chanceInTime(plan?.leaves ?? [], cutoffs));
    }
  });

  it("counts the way to another country, and names the delivery", async () => {
    const home = await answered("needBy=2026-10-16");
    const away = await answered("needBy=2026-10-16&country=JP");
    expect(home).toMatchObject({ place: "United Kingdom" });
    expect(away).toMatchObject({ place: "Japan" });
    expect(away.delivery).not.toBe(home.delivery);
    const slug = home.slugs[0] ?? "";
    expect(away.chances[slug]).toBeLessThan(home.chances[slug] ?? 0);
    expect((await answered("needBy=2026-10-16&country=other")).chances).toEqual(away.chances);
  });

  it("keeps to what else was chosen, and to another order where that was asked for", async () => {
    const { slugs } = await answered("needBy=2026-11-20&kind=ring&sort=price-up");
    const rows = await db.product.findMany({
      where: { kind: "RING" },
      orderBy: [{ priceFromMinor: "asc" }, { position: "asc" }],
    });
    expect(slugs).toEqual(rows.slice(0, 24).map(({ slug }) => slug));
  });

  it.each([
    ["needBy=2026-10-04", "needBy", /has passed/],
    ["needBy=2026-10-05", "needBy", /today/],
    ["needBy=2126-10-05", "needBy", /further ahead/],
    ["needBy=2026-02-30", "needBy", /isn’t a day/],
    ["needBy=%00%E2%80%AE", "needBy", /isn’t a day/],
  ])("refuses %s in words, and shows the shop all the same", async (query, field, words) => {
    const { inTime, products } = await ask(query);
    expect(inTime).toEqual({ ok: false, field, message: expect.stringMatching(words) });
    expect(products.length).toBeGreaterThan(5);
  });
});

describe("when a design would leave", () => {
  beforeEach(async () => {
    await emptyDatabase();
    forgetQuoteFacts();
    forgetSimulations();
    await insertQuotableShop();
    await refreshLeads(shopNow, 8);
  });

  it("is worked out once for designs that are made alike, and not again while nothing has changed", async () => {
    const {
      id: _id,
      slug: _slug,
      ...twin
    } = await db.product.findFirstOrThrow({ where: { slug: "two-stone-ring" } });
    const data = { ...twin, slug: "its-twin", options: twin.options ?? {}, priceRule: twin.priceRule ?? {} };
    await db.product.create({ data: { ...data, routing: twin.routing ?? [], materials: [] } });
    const plans = await db.makingPlan.count();
    await refreshLeads(shopNow, 8);
    expect(await db.makingPlan.count()).toBe(plans);
    expect(await db.productPlan.count()).toBe(await db.product.count());
    const before = await db.makingPlan.findFirstOrThrow();
    expect(before.leaves).toHaveLength(100);
    expect(await awaitCurrentLeads(shopNow)).toMatchObject({ current: true });
    await refreshLeads(shopNow.add({ minutes: 5 }), 8);
    expect(await db.makingPlan.findFirstOrThrow({ where: { key: before.key } })).toEqual(before);
  });

  it("is never taken from another queue: what is behind is worked out anew", async () => {
    const before = await answered("needBy=2026-10-16&kind=ring");
    const artisans = await db.artisan.findMany();
    await db.timeOff.createMany({
      data: artisans.map(({ id }) => ({
        artisanId: id,
        ...{ fromDate: new Date("2026-10-06"), toDate: new Date("2026-10-30") },
        enteredAt: new Date("2026-10-01"),
      })),
    });
    await awaitCurrentLeads(shopNow, 60_000);
    const after = await answered("needBy=2026-10-16&kind=ring");
    const slug = "two-stone-ring";
    expect(before.chances[slug]).toBeGreaterThan(0.5);
    expect(after.chances[slug]).toBe(0.01);
  });

  it("says of when it is, where there is no time to work it out", async () => {
    await db.timeOff.deleteMany();
    const [artisan] = await db.artisan.findMany();
    await db.timeOff.create({
      data: {
        artisanId: artisan?.id ?? "",
        fromDate: new Date("2026-10-06"),
        toDate: new Date("2026-10-30"),
      },
    });
    expect(await awaitCurrentLeads(shopNow, 0)).toMatchObject({ current: false });
    await refreshLeads(shopNow, 8);
    expect(await awaitCurrentLeads(shopNow, 0)).toMatchObject({ current: true });
  });

  it("is worked out, and not said to be confirmed, where it isn't known yet", async () => {
    await db.artisan.updateMany({ data: { skills: ["forming"] } });
    const { chances, current } = await answered("needBy=2026-12-16");
    expect([chances["two-stone-ring"], current]).toEqual([null, true]);
    await db.makingPlan.updateMany({ data: { bench: null, asOf: null, leaves: [] } });
    const working = vi.spyOn(leads, "awaitCurrentLeads").mockResolvedValue({ current: false, asOf: null });
    expect(await answered("needBy=2026-12-16")).toMatchObject({ current: false, asOf: null });
    const list = await listApiProducts({ needBy: "2026-12-16" }, shopNow);
    expect(list).toMatchObject({ ok: false, code: "NOT_READY" });
    const answer = answerRefusal({ ok: false, code: "NOT_READY" });
    expect([answer.status, answer.headers.get("retry-after")]).toEqual([503, "10"]);
    expect(await answer.json()).toMatchObject({ errors: [{ path: "needBy", code: "NOT_READY" }] });
    working.mockRestore();
    expect(await listApiProducts({ needBy: "2026-12-16" }, shopNow)).toMatchObject({ ok: true });
  });

  it("is of the design as it is now: one that is made otherwise has days of its own", async () => {
    const { id } = await db.product.findFirstOrThrow({ where: { slug: "two-stone-ring" } });
    const before = await db.productPlan.findUniqueOrThrow({ where: { productId: id } });
    await db.product.update({
      where: { id },
      data: {
        version: { increment: 1 },
        routing: [{ stage: "forming", typicalMinutes: 9000, badDayMinutes: 12_000 }],
      },
    });
    const { chances } = await answered("needBy=2026-10-16&kind=ring");
    const after = await db.productPlan.findUniqueOrThrow({ where: { productId: id } });
    expect(after.planKey).not.toBe(before.planKey);
    expect(chances["two-stone-ring"]).toBeLessThan(0.1);
  });

  it("has no date where nobody has the skill: the shop confirms it, and the reason is kept", async () => {
    await db.artisan.updateMany({ data: { skills: ["forming"] } });
    const { chances } = await answered("needBy=2026-12-16");
    expect(chances["two-stone-ring"]).toBeNull();
    const plans = await db.makingPlan.findMany();
    expect(plans.map(({ refusal }) => (refusal as { code: string } | null)?.code)).toContain("NO_ARTISAN");
  });
});
