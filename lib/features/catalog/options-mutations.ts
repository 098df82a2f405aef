import { canonicalOptions, editOptions } from "@/lib/domain/option-edits";
import type { OptionPart } from "@/lib/domain/option-rows";
import { type ProductOptions, productOptionsSchema } from "@/lib/domain/options";
import type { ChangeOptionsInput } from "@/lib/features/catalog/options-schema";
import {
  type ChangedProduct,
  changeProduct,
  type ProductRefusal,
  type WhenAndWho,
} from "@/lib/features/catalog/studio-mutations";
import { getWorkshopFacts } from "@/lib/features/workshop/data";
import { cheapestPrice } from "@/lib/features/workshop/reprice";
import { ok, type Result, refuse } from "@/lib/platform/errors";

/**
 * What can be chosen on a product. What was ordered is made as it was ordered: its spec is frozen. What lies in a bag
 * is judged anew whenever the bag is looked at, and says so where it can't be made any more.
 */
export async function changeProductOptions(
  { slug, version, edit }: ChangeOptionsInput,
  who: WhenAndWho,
): Promise<Result<ChangedProduct, ProductRefusal | "INVALID_INPUT">> {
  return changeProduct({ slug, version }, who, async (tx, product) => {
    const [facts, alloys] = await Promise.all([
      getWorkshopFacts(who.now, tx),
      tx.alloy.findMany({ select: { id: true } }),
    ]);
    if (!facts) return refuse("NOT_FOUND");
    const before = productOptionsSchema.parse(product.options);
    const { currency } = facts.workshop;
    const edited = editOptions(before, edit, { currency, alloys, stones: facts.stones });
    if (!edited.ok) {
      const { message, errors } = edited;
      return refuse("INVALID_INPUT", { errors, ...(message ? { message } : {}) });
    }
    const { options } = edited;
    if (canonicalOptions(options) === canonicalOptions(before)) return ok(null);
    const priceFromMinor = cheapestPrice({ ...product, options }, facts);
    if (priceFromMinor === null && product.status === "ACTIVE") {
      return refuse("NO_PRICE", {
        message: "Nobody could order it so: none of its metals has a price. Set one under Metals first.",
      });
    }
    await tx.product.update({
      where: { slug },
      data: {
        options,
        ...derivedFrom(options),
        ...(priceFromMinor === null ? {} : { priceFromMinor }),
        version: { increment: 1 },
      },
    });
    return ok({ type: "PRODUCT_CHANGED", data: { product: product.name, fields: [partWords[edit.part]] } });
  });
}

/** For the shop's filters. */
function derivedFrom({ metals, stoneSlots }: ProductOptions) {
  return {
    metals: metals.map(({ alloy }) => alloy),
    stones: [...new Set(stoneSlots.flatMap((slot) => slot.allowed))],
  };
}

const partWords: Record<OptionPart, string> = {
  metal: "metals",
  size: "sizes",
  slot: "stones",
  zone: "engraving",
  motif: "motifs",
  motifs: "motifs",
  row: "stones",
  personal: "returns",
  rule: "rules",
};
