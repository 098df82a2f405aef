import { beforeEach, describe, expect, it } from "vitest";
import { getBag } from "@/lib/features/cart/data";
import { addLine } from "@/lib/features/cart/mutations";
import { quoteCheckout } from "@/lib/features/checkout/data";
import { previewMetalPrice } from "@/lib/features/workshop/metal-preview";
import { setMetalPrice } from "@/lib/features/workshop/settings";
import { hire } from "../../support/bench-orders";
import { emptyDatabase, testDb } from "../../support/database";
import { goldRing, specOf } from "../../support/orders";
import { createShop, TUESDAY } from "../../support/shop";

const db = testDb();
const bagKey = "a".repeat(64);
let productId = "";

beforeEach(async () => {
  await emptyDatabase();
  ({ productId } = await createShop());
  const { spec, canonical, hash } = specOf(goldRing);
  const piece = {
    ...{ productId, personalization: goldRing, unitMinor: 1 },
    spec: { version: spec.version, canonical, hash },
  };
  await addLine({ bagKey, piece, quantity: 1, gift: false, giftMessage: "" }, { now: TUESDAY });
  const bag = await getBag(bagKey, TUESDAY);
  await db.cartLine.updateMany({ data: { shownUnitMinor: bag?.lines[0]?.unitMinor ?? 0 } });
});

async function gold(pricePerGramMinor: number, hours: number) {
  const owner = await hire(`Owner${hours}`, { role: "OWNER" });
  const now = TUESDAY.add({ hours });
  await setMetalPrice({ alloyId: "18k-yellow-gold", pricePerGramMinor }, { now, actor: owner });
}
const lineAt = async (hours: number) => {
  const bag = await getBag(bagKey, TUESDAY.add({ hours }));
  return { line: bag?.lines[0], until: bag?.priceKeptUntil };
};

describe("a price in a bag", () => {
  it("is kept for the stated time though gold rises, said with its end, and asked for anew afterwards", async () => {
    const quoted = (await lineAt(0)).line?.unitMinor ?? 0;
    expect((await lineAt(0)).until).toBe("2026-11-25T09:00:00.000Z");
    await gold(20_000, 2);
    expect((await lineAt(3)).line).toMatchObject({ unitMinor: quoted, wasUnitMinor: null, priceKept: true });
    const checkout = await quoteCheckout({ bagKey, country: "GB" }, TUESDAY.add({ hours: 3 }));
    expect(checkout?.view).toMatchObject({ subtotalMinor: quoted, changes: [] });
    const later = await lineAt(25);
    expect(later.line?.unitMinor).toBeGreaterThan(quoted);
    expect(later.line).toMatchObject({ wasUnitMinor: quoted, priceKept: false });
    expect(later.until).toBeNull();
    const anew = await quoteCheckout({ bagKey, country: "GB" }, TUESDAY.add({ hours: 25 }));
    expect(anew?.view.changes).toMatchObject([{ kind: "price", wasMinor: quoted, kept: false }]);
  });

  it("falls at once when gold falls", async () => {
    const quoted = (await lineAt(0)).line?.unitMinor ?? 0;
    await gold(1_000, 2);
    expect((await lineAt(3)).line?.unitMinor).toBeLessThan(quoted);
  });

  it("is kept abroad as well, without our tax", async () => {
    const ask = (hours: number) => quoteCheckout({ bagKey, country: "US" }, TUESDAY.add({ hours }));
    const before = (await ask(0))?.view.subtotalMinor;
    await gold(20_000, 2);
    expect((await ask(3))?.view.subtotalMinor).toBe(before);
  });
});

describe("a metal's price, before it is set", () => {
  it("shows what it would do, and does nothing", async () => {
    const preview = await previewMetalPrice(
      { alloyId: "18k-yellow-gold", pricePerGramMinor: 20_000 },
      TUESDAY,
    );
    expect(preview?.rows).toMatchObject([{ slug: "two-stone-ring", movesFrom: false }]);
    const [row] = preview?.rows ?? [];
    expect(row?.nowMinor).toBeGreaterThan(row?.wasMinor ?? 0);
    expect(await db.metalPrice.count({ where: { pricePerGramMinor: 20_000 } })).toBe(0);
    expect(await previewMetalPrice({ alloyId: "tin", pricePerGramMinor: 1 }, TUESDAY)).toBeNull();
  });
});
