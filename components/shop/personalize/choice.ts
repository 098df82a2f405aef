import type { Errors, Fields } from "@/components/shop/personalize/fields";
import type { Alternatives } from "@/lib/domain/alternatives";
import type { ChoiceDays } from "@/lib/domain/choice-days";
import type { ProductView } from "@/lib/features/catalog/schema";

/** What the form needs of a product: no stories travel to the browser. */
export type PersonalizeProduct = Pick<
  ProductView,
  "slug" | "name" | "currency" | "options" | "alloys" | "stones" | "homeCountry" | "proof"
>;

/** What every part of the form is given. */
export type ChoiceProps = {
  product: PersonalizeProduct;
  /** what the fields held when this form was made: their defaults */
  start: Fields;
  /** what they hold now */
  fields: Fields;
  errors: Errors;
  /** what one piece costs with one choice made otherwise */
  costs: Alternatives;
  /** by which day one piece arrives with one choice made otherwise, where that moves it */
  days: ChoiceDays;
  /** scripts run: what follows from other choices may be shown and closed */
  ready: boolean;
};

/**
 * For memo: words to be engraved concern no other choice. Without it each letter would render every radio again, and
 * React writes a radio's name anew whenever it renders it, which has all of the page's `:has(…)` rules looked at.
 */
export function onlyWordsDiffer(
  before: Pick<ChoiceProps, "errors"> & Partial<ChoiceProps>,
  after: Pick<ChoiceProps, "errors"> & Partial<ChoiceProps>,
): boolean {
  const { fields, errors, ...rest } = after;
  return (
    sameEntries(withoutWords(before.fields), withoutWords(fields)) &&
    sameEntries(before.errors, errors) &&
    Object.entries(rest).every(([name, value]) => Object.is(value, Reflect.get(before, name)))
  );
}

function withoutWords(fields: Fields = {}): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => !name.startsWith("engraving.")));
}

function sameEntries(some: Fields, others: Fields): boolean {
  const names = Object.keys(some);
  return (
    names.length === Object.keys(others).length && names.every((name) => Object.is(some[name], others[name]))
  );
}
