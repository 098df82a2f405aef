import type { OptionRule, ProductOptions } from "@/lib/domain/options";

/** "Where all of `when` is chosen, `forbid` can't be": which rules bite for a set of choices. */

export type RuleChoice = {
  metal?: string | undefined;
  finish?: string | undefined;
  motif?: string | undefined;
};

export function activeRules(options: Pick<ProductOptions, "rules">, choice: RuleChoice): OptionRule[] {
  return options.rules.filter(({ when }) =>
    (["metal", "finish", "motif"] as const).every(
      (key) => when[key] === undefined || when[key] === choice[key],
    ),
  );
}

/** Why a part can't be chosen beside these choices; undefined: it can. */
export function forbiddenBecause(
  rules: readonly OptionRule[],
  part: keyof OptionRule["forbid"],
  id: string,
): string | undefined {
  return rules.find((rule) => rule.forbid[part] === id)?.because;
}

/** The finish that is made where none is named: the first of the metal's that no rule forbids. */
export function defaultFinish(
  options: Pick<ProductOptions, "metals" | "rules">,
  choice: RuleChoice,
): string | undefined {
  const offered = options.metals.find((metal) => metal.alloy === choice.metal)?.finishes ?? [];
  const allowed = offered.find(
    (finish) => forbiddenBecause(activeRules(options, { ...choice, finish }), "finish", finish) === undefined,
  );
  return allowed ?? offered[0];
}
