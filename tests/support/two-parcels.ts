import type { Personalization } from "@/lib/domain/personalization";
import { addLine } from "@/lib/features/cart/mutations";
import { quoteCheckout } from "@/lib/features/checkout/data";
import { startCheckout } from "@/lib/features/checkout/mutations";
import { checkoutSchema } from "@/lib/features/checkout/schema";
import { settleCheckout } from "@/lib/features/payments/settle-checkout";
import { db } from "@/lib/platform/db";
import type { FakeGateway } from "./fake-gateway";
import { goldRing, silverRing, specOf } from "./orders";
import { TUESDAY } from "./shop";
import { sessionOf } from "./shopper";

/** Of the golden rings that keep the bench. */
export const GOLD = 8;
const bagKey = "b".repeat(64);

type Parcels = "together" | "apart";

/** A buyer whose bag may travel in two parcels, in a shop that each test opens anew. */
export function twoParcels(shop: () => { productId: string; gateway: FakeGateway }) {
  async function putIn(personalization: Personalization, quantity = 1, gift = false): Promise<void> {
    const { spec, canonical, hash } = specOf(personalization);
    const piece = {
      ...{ productId: shop().productId, personalization, unitMinor: 1 },
      spec: { version: spec.version, canonical, hash },
    };
    await addLine({ bagKey, piece, quantity, gift, giftMessage: gift ? "For Zoë" : "" }, { now: TUESDAY });
  }

  /** The silver ring is ready within days; those of gold keep the only bench for more than a week. */
  async function fillUnevenly(gift = false): Promise<void> {
    await putIn(silverRing, 1, gift);
    await putIn(goldRing, GOLD);
  }

  async function quoted(parcels?: Parcels) {
    const quote = await quoteCheckout({ bagKey, country: "GB", method: "tracked", parcels }, TUESDAY);
    if (!quote) throw new Error("no quote");
    return quote.view;
  }

  async function pay(parcels: Parcels, seen: string, accepted?: "on") {
    const form = checkoutSchema.parse({
      ...{ email: "ada@example.com", name: "Ada Finch", line1: "12 Narrow Quay", line2: "", city: "Bristol" },
      ...{ region: "", postalCode: "BS1 4QA", country: "GB", phone: "", shippingMethod: "tracked" },
      ...{ parcels, seen, accepted: accepted ?? "on" },
    });
    return startCheckout({ bagKey, form }, { now: TUESDAY, gateway: shop().gateway });
  }

  async function buyApart() {
    const started = await pay("apart", (await quoted("apart")).seen);
    if (!started.ok) throw new Error(started.code);
    const { url, orderId, token } = started.value;
    shop().gateway.pay(sessionOf(url));
    await settleCheckout(sessionOf(url), { now: TUESDAY, gateway: shop().gateway });
    const order = await db.order.findUniqueOrThrow({
      where: { id: orderId },
      include: {
        promises: { orderBy: { parcel: "asc" } },
        lines: { orderBy: { position: "asc" }, include: { jobs: { orderBy: { pieceIndex: "asc" } } } },
      },
    });
    const jobIds = order.lines.map(({ jobs }) => jobs.map(({ id }) => id));
    return { orderId, token, order, jobIds };
  }

  return { putIn, fillUnevenly, quoted, pay, buyApart };
}
