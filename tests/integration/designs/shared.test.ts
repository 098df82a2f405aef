import { beforeEach, describe, expect, it } from "vitest";
import { forgetSpecs } from "@/lib/features/cart/forget";
import { getSharedDesign } from "@/lib/features/designs/data";
import { forgetSharedDesigns, shareDesign } from "@/lib/features/designs/mutations";
import { emptyDatabase, testDb } from "../../support/database";
import { placeOrder, silverRing, specOf } from "../../support/orders";
import { createShop, TUESDAY } from "../../support/shop";

const db = testDb();
const engraved = {
  ...silverRing,
  engraving: [{ zone: "inside", text: "Ada & Bo", font: "jost", heightMm: 1.2 }],
};
const { canonical, hash } = specOf(engraved);
let productId: string;

beforeEach(async () => {
  await emptyDatabase();
  ({ productId } = await createShop());
});

const share = (now = TUESDAY) => shareDesign({ productId, spec: { version: 1, canonical, hash } }, { now });

describe("a shared design", () => {
  it("opens with everything chosen as it was, and says what it is", async () => {
    expect(await share()).toEqual({ hash });
    const design = await getSharedDesign(hash);
    expect(design).toMatchObject({
      slug: "two-stone-ring",
      fields: {
        metal: "sterling-silver",
        "engraving.inside.text": "Ada & Bo",
        "engraving.inside.font": "jost",
        "stone.left": engraved.stones?.[0]?.stone,
        "size.value": engraved.size?.value,
      },
    });
    expect(design?.sentence).toContain("“Ada & Bo”");
  });

  it("is one, however often it is shared", async () => {
    await Promise.all([share(), share(TUESDAY.add({ hours: 1 })), share()]);
    expect(await db.sharedDesign.count()).toBe(1);
  });

  it("isn't what somebody ordered and never shared", async () => {
    await placeOrder(productId, { lines: [{ personalization: engraved, quantity: 1, unitMinor: 20_000 }] });
    expect(await db.spec.count({ where: { hash } })).toBe(1);
    expect(await getSharedDesign(hash)).toBeNull();
    for (const odd of ["", "0".repeat(64), `${hash}\u0000`, "../etc"])
      expect(await getSharedDesign(odd)).toBeNull();
  });

  it("is kept for a year, and then forgotten with its words", async () => {
    await share();
    const later = TUESDAY.add({ hours: 24 * 364 });
    await forgetSharedDesigns({ now: later });
    await forgetSpecs({ now: later });
    expect(await getSharedDesign(hash)).not.toBeNull();
    const muchLater = TUESDAY.add({ hours: 24 * 366 });
    await forgetSharedDesigns({ now: muchLater });
    await forgetSpecs({ now: muchLater });
    expect(await db.spec.count()).toBe(0);
  });

  it("leads nowhere once the product is out of the shop", async () => {
    await share();
    await db.product.update({ where: { id: productId }, data: { status: "RETIRED" } });
    expect(await getSharedDesign(hash)).toBeNull();
  });
});
