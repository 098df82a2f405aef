import type { Fields } from "@/components/shop/personalize/fields";
import type { OfferView } from "@/lib/features/catalog/schema";

/** What the form of a new piece starts from: the sample, but for what only the shopper can know. */
export function startFields({ sample }: OfferView): Fields {
  const fields: Fields = { metal: sample.metal, quantity: "1" };
  if (sample.finish) fields.finish = sample.finish;
  if (sample.motif) fields.motif = sample.motif;
  if (sample.size) fields["size.system"] = sample.size.system;
  for (const { slot, stone } of sample.stones ?? []) fields[`stone.${slot}`] = stone;
  return fields;
}
