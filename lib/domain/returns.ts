import type { ProductOptions } from "@/lib/domain/options";
import { andList } from "@/lib/domain/sentence";
import type { Spec } from "@/lib/domain/spec";

/**
 * Why a piece is its buyer's own and so can't be sent back, in words to end "because …"; "" where it can be. What is
 * clearly personalised, or made to the consumer's specification, has no right of withdrawal (2011/83/EU Art. 16(c),
 * SI 2013/3134 reg. 28(1)(b)), and the buyer has to be told before paying; a choice among what the shop offers to
 * everybody is no specification. Words are always their buyer's; of the rest the product says which is.
 */
export function personalBecause(spec: Spec, { personal }: Pick<ProductOptions, "personal">): string {
  const usual = personal?.usualSizes;
  const mm = spec.size?.mm;
  const reasons = [
    ...(spec.engraving.length > 0 ? ["it carries your own words"] : []),
    ...(personal?.stones && spec.stones.length > 0 ? ["its stones are set in your own order"] : []),
    ...(personal?.motif && spec.motif ? ["it carries the motif of your choice"] : []),
    // A hundredth of a millimetre is the tables' rounding.
    ...(usual && mm !== undefined && (mm < usual.fromMm - 0.01 || mm > usual.toMm + 0.01)
      ? ["it is made to an unusual measure"]
      : []),
  ];
  return andList(reasons);
}

/** What a buyer is told of a line, before paying and for good. */
export function returnWords(because: string, returnable: boolean): string {
  if (returnable) return "You may return it within 14 days of its arrival.";
  // Lines of before the reason was kept: words were the only one.
  const why = because || "it carries your own words";
  return `It can’t be returned, because ${why}. Anything that is wrong with it we put right.`;
}
