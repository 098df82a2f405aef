import { beforeEach, describe, expect, it } from "vitest";
import { productOptionsSchema } from "@/lib/domain/options";
import { changeProductMaking, previewProductMaking } from "@/lib/features/catalog/making-mutations";
import { changeMakingSchema } from "@/lib/features/catalog/making-schema";
import { changeProductOptions } from "@/lib/features/catalog/options-mutations";
import { changeOptionsSchema } from "@/lib/features/catalog/options-schema";
import { hire } from "../../support/bench-orders";
import { emptyDatabase, testDb } from "../../support/database";
import { createShop, TUESDAY } from "../../support/shop";

const db = testDb();
let owner: Awaited<ReturnType<typeof hire>>;

beforeEach(async () => {
  await emptyDatabase();
  await createShop();
  owner = await hire("Olive", { role: "OWNER" });
});

const product = () => db.product.findUniqueOrThrow({ where: { slug: "two-stone-ring" } });
const typed = {
  ...{ volumeMm3: "900", referenceMm: "54", volumePerMm: "4", lossPercent: "5" },
  ...{ "stage.forming.typical": "600", "stage.forming.badDay": "900" },
  ...{ "stage.casting.typical": "3", "stage.casting.badDay": "5" },
};
async function input(more: Record<string, string> = {}) {
  const { slug, version } = await product();
  return changeMakingSchema.parse({ slug, version: String(version), ...typed, ...more });
}

describe("how a product is priced and made", () => {
  it("is looked at first, then saved, with the card's price, an event and a new version", async () => {
    const before = await product();
    const preview = await previewProductMaking(await input(), { now: TUESDAY });
    if (!preview.ok) throw new Error(preview.code);
    expect(await product()).toEqual(before);
    expect(await changeProductMaking(await input(), { now: TUESDAY, actor: owner })).toMatchObject({
      ok: true,
    });
    const after = await product();
    expect(after.version).toBe(before.version + 1);
    expect(after.priceFromMinor).toBe(preview.value.nowMinor);
    expect(after.routing).toEqual([
      { stage: "casting", typicalMinutes: 4_320, badDayMinutes: 7_200 },
      { stage: "forming", typicalMinutes: 600, badDayMinutes: 900 },
    ]);
    expect(await db.event.findFirst({ where: { type: "PRODUCT_CHANGED" } })).toMatchObject({
      data: { fields: ["price rule", "stages"] },
    });
  });

  it("saved twice as it is changes nothing the second time", async () => {
    await changeProductMaking(await input(), { now: TUESDAY, actor: owner });
    const { version } = await product();
    await changeProductMaking(await input(), { now: TUESDAY, actor: owner });
    expect((await product()).version).toBe(version);
  });

  it("of two who save at once is the first one's; the second is told", async () => {
    const same = await input();
    const both = await Promise.all([
      changeProductMaking(same, { now: TUESDAY, actor: owner }),
      changeProductMaking(
        { ...same, fields: { ...same.fields, lossPercent: "9" } },
        { now: TUESDAY, actor: owner },
      ),
    ]);
    expect(both.map((result) => (result.ok ? "OK" : result.code)).sort()).toEqual(["OK", "STALE"]);
  });

  it("warns of a stage that nobody at the bench has the skill for", async () => {
    await db.artisan.updateMany({ data: { skills: ["polishing"] } });
    const preview = await previewProductMaking(await input(), { now: TUESDAY });
    expect(preview).toMatchObject({ ok: true, value: { withoutHands: ["forming"] } });
  });
});

describe("a row of options", () => {
  it("moves up and down among its kind, and no further than the end", async () => {
    const order = async () =>
      productOptionsSchema.parse((await product()).options).metals.map(({ alloy }) => alloy);
    const move = async (index: string, intent: string) => {
      const { slug, version } = await product();
      const form = { slug, version: String(version), part: "metal", index, intent };
      return changeProductOptions(changeOptionsSchema.parse(form), { now: TUESDAY, actor: owner });
    };
    const [first = "", second = "", ...rest] = await order();
    expect((await move("0", "down")).ok).toBe(true);
    expect(await order()).toEqual([second, first, ...rest]);
    expect((await move("1", "up")).ok).toBe(true);
    expect(await order()).toEqual([first, second, ...rest]);
    expect(await move("0", "up")).toMatchObject({ ok: false, message: "It stands at the end already." });
  });
});
