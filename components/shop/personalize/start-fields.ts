import type { Fields } from "@/components/shop/personalize/fields";
import type { ProductOptions } from "@/lib/domain/options";
import { rowCounts } from "@/lib/domain/stone-row";
import type { OfferView } from "@/lib/features/catalog/schema";

/** What the form of a new piece starts from: the sample, but for what only the shopper can know. */
export function startFields({ sample }: OfferView, options: ProductOptions): Fields {
  const fields: Fields = { metal: sample.metal, quantity: "1" };
  if (sample.finish) fields.finish = sample.finish;
  if (sample.motif) fields.motif = sample.motif;
  if (sample.size) fields["size.system"] = sample.size.system;
  if (rowCounts(options)) fields["stones.count"] = String(sample.stones?.length ?? 0);
  for (const { slot, stone } of sample.stones ?? []) fields[`stone.${slot}`] = stone;
  return fields;
}
