import type { Errors, Fields } from "@/components/shop/personalize/fields";
import type { Alternatives } from "@/lib/domain/alternatives";
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
  /** scripts run: what follows from other choices may be shown and closed */
  ready: boolean;
};
