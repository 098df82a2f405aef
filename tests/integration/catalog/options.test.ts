import { beforeEach, describe, expect, it } from "vitest";
import { type ProductOptions, productOptionsSchema } from "@/lib/domain/options";
import { getBag } from "@/lib/features/cart/data";
import { addLine } from "@/lib/features/cart/mutations";
import { changeProductOptions } from "@/lib/features/catalog/options-mutations";
import { changeOptionsSchema } from "@/lib/features/catalog/options-schema";
import { preparePiece } from "@/lib/features/quotes/data";
import { forgetQuoteFacts } from "@/lib/features/quotes/facts";
import { hire } from "../../support/bench-orders";
import { emptyDatabase, testDb } from "../../support/database";
import { optionFieldsOf } from "../../support/option-fields";
import { createShop, TUESDAY } from "../../support/shop";

const db = testDb();
const KEY = "k".repeat(64);
let owner: Awaited<ReturnType<typeof hire>>;

beforeEach(async () => {
  await emptyDatabase();
  forgetQuoteFacts();
  await createShop();
  owner = await hire("Olive", { role: "OWNER" });
});

const who = () => ({ now: TUESDAY, actor: owner });

async function stored(): Promise<{ options: ProductOptions; version: number; row: Record<string, unknown> }> {
  const row = await db.product.findUniqueOrThrow({ where: { slug: "two-stone-ring" } });
  return { options: productOptionsSchema.parse(row.options), version: row.version, row };
}

async function change(fields: Record<string, string>, by = who()) {
  const { version } = await stored();
  const form = { slug: "two-stone-ring", version: String(version), index: "0", intent: "save", ...fields };
  return changeProductOptions(changeOptionsSchema.parse(form), by);
}

async function zoneFields() {
  return { part: "zone", ...optionFieldsOf((await stored()).options, "zone", 0) };
}

describe("the options of a product", () => {
  it("are changed by the owner, a row at a time, each with an event and a new version", async () => {
    const before = await stored();
    const fields = { ...(await zoneFields()), label: "Inside", maxHeightMm: "1.8" };
    expect(await change(fields)).toEqual({ ok: true, value: { slug: "two-stone-ring" } });
    const { options, version } = await stored();
    expect(version).toBe(before.version + 1);
    expect(options).toEqual({
      ...before.options,
      engravingZones: before.options.engravingZones.map((zone) =>
        zone.id === "inside" ? { ...zone, label: "Inside", maxHeightMm: 1.8 } : zone,
      ),
    });
    const event = await db.event.findFirstOrThrow({ where: { type: "PRODUCT_CHANGED" } });
    expect(event.data).toEqual({ product: "Two-stone ring", fields: ["engraving"] });
  });

  it("that stay as they are make no event and no version", async () => {
    const before = await stored();
    expect((await change(await zoneFields())).ok).toBe(true);
    expect((await stored()).version).toBe(before.version);
    expect(await db.event.count({ where: { type: "PRODUCT_CHANGED" } })).toBe(0);
  });

  it("carry filters and the price on the card with them", async () => {
    const added = await change({
      part: "slot",
      index: "new",
      ...optionFieldsOf((await stored()).options, "slot", 0),
      label: "Third",
      "allowed.pearl": "on",
    });
    expect(added.ok).toBe(true);
    const { row, options } = await stored();
    expect(options.stoneSlots.map(({ id }) => id)).toEqual(["left", "right", "third"]);
    const dear = row.priceFromMinor as number;
    expect((await change({ part: "slot", index: "2", intent: "remove" })).ok).toBe(true);
    expect((await stored()).row.priceFromMinor as number).toBeLessThan(dear);
    expect((await change({ part: "metal", index: "1", intent: "remove" })).ok).toBe(true);
    expect((await stored()).row.metals).toEqual(["18k-yellow-gold", "platinum-950"]);
  });

  it("are the owner's alone, and nobody overwrites what a colleague saved", async () => {
    const artisan = await hire("Mara", { skills: ["forming"] });
    const before = await stored();
    const fields = { ...(await zoneFields()), label: "Mine" };
    expect(await change(fields, { now: TUESDAY, actor: artisan })).toEqual({ ok: false, code: "FORBIDDEN" });
    expect(await change({ ...fields, version: String(before.version + 1) })).toMatchObject({ code: "STALE" });
    expect(await change({ ...fields, slug: "no-such-ring" })).toMatchObject({ code: "NOT_FOUND" });
    expect(await stored()).toEqual(before);
  });

  it("refuse absurd values beside their fields, and store nothing", async () => {
    const before = await stored();
    const refused = await change({ ...(await zoneFields()), heightMm: "-3", lines: "99", minHeightMm: "x" });
    expect(refused).toMatchObject({ ok: false, code: "INVALID_INPUT" });
    expect(refused.ok === false && refused.errors?.map(({ path }) => path).sort()).toEqual([
      "heightMm",
      "lines",
      "minHeightMm",
    ]);
    expect(await stored()).toEqual(before);
  });

  it("are not changed so that nobody could order it", async () => {
    const metals = (await stored()).options.metals.length;
    await db.alloy.create({
      data: {
        ...{ id: "unpriced", label: "Unpriced", metal: "silver", colour: "white" },
        ...{ fineness: 925, densityMgCm3: 10_400, position: 9 },
      },
    });
    const add = {
      part: "metal",
      index: "new",
      alloy: "unpriced",
      "finishes.polished": "on",
      first: "",
      extraMinutes: "0",
    };
    expect((await change(add)).ok).toBe(true);
    for (let left = metals; left > 0; left--) {
      const { options } = await stored();
      const index = options.metals.findIndex(({ alloy }) => alloy !== "unpriced");
      const named = options.rules.findIndex(({ when }) => when.metal === options.metals[index]?.alloy);
      if (named >= 0) await change({ part: "rule", index: String(named), intent: "remove" });
      const removed = await change({ part: "metal", index: String(index), intent: "remove" });
      expect(removed.ok ? "taken" : removed.code).toBe(left > 1 ? "taken" : "NO_PRICE");
    }
  });

  it("tell the bag what can no longer be made, and why; the rest of it stays", async () => {
    const engraved = {
      metal: "sterling-silver",
      size: { system: "us", value: "7" },
      stones: [{ slot: "left", stone: "ruby" }],
      engraving: [{ zone: "inside", text: "Always and for ever yours", font: "jost" }],
    };
    const { engraving: _none, ...plain } = engraved;
    for (const personalization of [engraved, plain]) {
      const piece = await preparePiece({ product: "two-stone-ring", personalization }, TUESDAY);
      if (!piece.ok) throw new Error(JSON.stringify(piece));
      const line = { bagKey: KEY, piece: piece.value, quantity: 1, gift: false, giftMessage: "" };
      expect((await addLine(line, { now: TUESDAY })).ok).toBe(true);
    }
    const problems = async () => (await getBag(KEY, TUESDAY))?.lines.map(({ problem }) => problem);
    expect(await problems()).toEqual([null, null]);
    expect((await change({ ...(await zoneFields()), reservedMm: "45" })).ok).toBe(true);
    const [told, fine] = (await problems()) ?? [];
    expect(told).toMatch(/^This can no longer be made as you chose it\. There is room for 9\.4 mm/);
    expect(fine).toBeNull();
  });
});
