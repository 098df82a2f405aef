import type { Fields } from "@/components/shop/personalize/fields";
import { activeRules, defaultFinish, type ForbidPart, forbiddenBecause } from "@/lib/domain/option-rules";
import type { ProductOptions } from "@/lib/domain/options";

/** Why a part can't be chosen beside what the form holds, in the rule's own words; undefined: it can. */
export function whyClosed(
  options: ProductOptions,
  fields: Fields,
  part: ForbidPart,
  id: string,
): string | undefined {
  const choice = { metal: fields.metal, motif: fields.motif };
  const finish = fields.finish ?? defaultFinish(options, choice);
  // What is asked about is looked at as if it were chosen.
  const asked = part === "finish" || part === "motif" ? { [part]: id } : {};
  return forbiddenBecause(activeRules(options, { ...choice, finish, ...asked }), part, id);
}
