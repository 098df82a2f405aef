import { beforeEach, expect, it } from "vitest";
import { getBag } from "@/lib/features/cart/data";
import { addLine } from "@/lib/features/cart/mutations";
import { forgetQuoteFacts } from "@/lib/features/quotes/facts";
import { emptyDatabase } from "../../support/database";
import { silverRing, specOf } from "../../support/orders";
import { createShop, TUESDAY } from "../../support/shop";
import { fillBag } from "../../support/shopper";

const bagKey = "b".repeat(64);
let productId = "";

beforeEach(async () => {
  await emptyDatabase();
  forgetQuoteFacts();
  ({ productId } = await createShop());
});

async function addSilver() {
  const { spec, canonical, hash } = specOf(silverRing);
  const piece = {
    ...{ productId, personalization: silverRing, unitMinor: 1 },
    spec: { version: spec.version, canonical, hash },
  };
  await addLine({ bagKey, piece, quantity: 1, gift: false, giftMessage: "" }, { now: TUESDAY });
}

it("says of a piece that waits for the others when it would arrive by itself", async () => {
  await fillBag(bagKey, productId, 20);
  await addSilver();
  const bag = await getBag(bagKey, TUESDAY);
  const [gold, silver] = bag?.lines ?? [];
  const together = bag?.promise?.arrivesP90 ?? "";
  expect(silver?.byItself?.arrivesP90).toMatch(/^2026-1[12]-/);
  expect((silver?.byItself?.arrivesP90 ?? together) < together).toBe(true);
  expect(gold?.byItself).toBeNull();
});

it("says nothing of a line that is alone, or that waits for nobody", async () => {
  await addSilver();
  expect((await getBag(bagKey, TUESDAY))?.lines.map(({ byItself }) => byItself)).toEqual([null]);
});
