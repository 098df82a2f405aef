import type { OptionRule, ProductOptions } from "@/lib/domain/options";
import { orList } from "@/lib/domain/sentence";

/** "Where all of `when` is chosen, `forbid` can't be": which rules bite for a set of choices. */

export type RuleChoice = {
  metal?: string | undefined;
  finish?: string | undefined;
  motif?: string | undefined;
};

export function activeRules(options: Pick<ProductOptions, "rules">, choice: RuleChoice): OptionRule[] {
  return options.rules.filter(({ when }) =>
    whenParts.every((key) => when[key] === undefined || when[key] === choice[key]),
  );
}

export type ForbidPart = keyof OptionRule["forbid"];

/** The rule by which a part can't be chosen beside these choices. */
export function forbiddenBy(
  rules: readonly OptionRule[],
  part: ForbidPart,
  id: string,
): OptionRule | undefined {
  return rules.find((rule) => rule.forbid[part] === id);
}

/** Why a part can't be chosen beside these choices; undefined: it can. */
export function forbiddenBecause(
  rules: readonly OptionRule[],
  part: ForbidPart,
  id: string,
): string | undefined {
  return forbiddenBy(rules, part, id)?.because;
}

/** What to do about a rule that bites, for who chose both: "Leave the letters out, or choose another finish." */
export function waysOutOf({ when }: OptionRule, part: ForbidPart): string {
  const others = whenParts.filter((key) => when[key] !== undefined).map((key) => `another ${key}`);
  const away = {
    finish: "Choose another finish",
    zone: "Leave the letters out",
    slot: "Leave the stone out",
    motif: "Leave the motif out",
  }[part];
  return others.length > 0 ? `${away}, or choose ${orList(others)}.` : `${away}.`;
}

const whenParts = ["metal", "finish", "motif"] as const;

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
