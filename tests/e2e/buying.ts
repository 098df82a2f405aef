import type { Fields } from "../support/form-browser";
import { FormBuyer } from "../support/form-buyer";

/** A ring with everything, as a form sends it. */
export const engravedTrio: Fields = {
  metal: "sterling-silver",
  "size.system": "uk",
  "size.value": "N",
  "stone.stone-1": "ruby",
  "stone.stone-2": "emerald",
  "stone.stone-3": "sapphire",
  "engraving.inside.text": "Wren & Jo",
};

/** The short way to a paid order, for tests of what comes after; shopper.spec.ts walks the long one. */
export async function buy(
  origin: string,
  slug: string,
  fields: Fields,
  buyer: { name: string; email: string },
): Promise<URL> {
  const shopper = new FormBuyer(origin, buyer);
  await shopper.fillBag(slug, fields);
  const done = await shopper.pay(await shopper.goToPayment());
  if (!done.url.pathname.startsWith("/orders/")) throw new Error(`Paid, but led to ${done.url.pathname}`);
  return done.url;
}
