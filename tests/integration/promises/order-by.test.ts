import { beforeAll, describe, expect, it } from "vitest";
import { nextOccasions } from "@/lib/features/promises/occasions";
import { getOrderByOf, getOrderByOfMost, getOrderByPlaces } from "@/lib/features/promises/order-by";
import { forgetQuoteFacts } from "@/lib/features/quotes/facts";
import { emptyDatabase, testDb } from "../../support/database";
import { insertQuotableShop, shopNow } from "../../support/quotable-shop";

const db = testDb();

describe("the next occasions", () => {
  it("are each country's own", () => {
    const days = (country: string) =>
      nextOccasions(country, "2027-01-05").map(({ id, day }) => `${id} ${day}`);
    expect(days("GB")).toEqual(["valentines 2027-02-14", "mothers 2027-03-07", "fathers 2027-06-20"]);
    expect(days("US")).toEqual(["valentines 2027-02-14", "mothers 2027-05-09", "fathers 2027-06-20"]);
    expect(nextOccasions("GB", "2026-10-05").map(({ id }) => id)).toEqual([
      "christmas",
      "valentines",
      "mothers",
    ]);
    expect(nextOccasions("GB", "2026-12-23")[0]?.id).toBe("christmas");
    expect(nextOccasions("GB", "2026-12-24")[0]?.id).toBe("valentines");
  });
});

describe("the last days to order", () => {
  beforeAll(async () => {
    await emptyDatabase();
    forgetQuoteFacts();
    await insertQuotableShop();
  });

  it("lie before the eve by the time that it takes", async () => {
    const view = await getOrderByOf("hammered-band", shopNow);
    const [christmas] = view?.occasions ?? [];
    expect(christmas).toMatchObject({ id: "christmas", day: "2026-12-25", needBy: "2026-12-24" });
    const orderBy = christmas?.orderBy ?? "";
    expect(orderBy > "2026-12-01" && orderBy < "2026-12-23").toBe(true);
  });

  it("are earlier for most pieces than for the quickest, and earlier abroad", async () => {
    const most = (await getOrderByOfMost(shopNow))?.occasions[0]?.orderBy ?? "";
    const all = await Promise.all(
      (await db.product.findMany({ select: { slug: true } })).map(({ slug }) => getOrderByOf(slug, shopNow)),
    );
    const days = all.flatMap((view) => view?.occasions[0]?.orderBy ?? []);
    const sameOrLater = days.filter((day) => day >= most).length / days.length;
    expect(sameOrLater).toBeGreaterThanOrEqual(0.7);
    const places = await getOrderByPlaces(shopNow);
    expect(places[0]).toMatchObject({ code: "GB" });
    expect(places.map(({ code }) => code)).toContain("DE");
    const abroad = places.find(({ code }) => code === "DE")?.occasions[0]?.orderBy ?? "";
    expect(abroad <= most).toBe(true);
  });

  it("are none where the bench is closed until then, or no date can be given", async () => {
    const artisans = await db.artisan.findMany();
    await db.timeOff.createMany({
      data: artisans.map(({ id }) => ({
        ...{ artisanId: id, enteredAt: new Date("2026-10-01") },
        ...{ fromDate: new Date("2026-10-06"), toDate: new Date("2026-12-31") },
      })),
    });
    const view = await getOrderByOf("two-stone-ring", shopNow);
    expect(view?.occasions[0]).toMatchObject({ id: "christmas", orderBy: null });
    await db.artisan.updateMany({ data: { active: false } });
    expect(await getOrderByOf("two-stone-ring", shopNow)).toBeNull();
    expect(await getOrderByPlaces(shopNow)).toEqual([]);
  }, 60_000);
});
