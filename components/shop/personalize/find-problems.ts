import type { PersonalizeProduct } from "@/components/shop/personalize/choice";
import { type Errors, errorsByField, type Fields } from "@/components/shop/personalize/fields";
import { fieldErrors } from "@/lib/domain/field-errors";
import { personalizationSchema } from "@/lib/domain/personalization";
import { personalizationFromFields } from "@/lib/features/cart/personalization-form";

/** The very schema that the server judges by, loaded when somebody begins to fill in the form. */
export function findProblems(product: PersonalizeProduct, fields: Fields): Errors {
  const typed = personalizationFromFields(fields);
  const parsed = personalizationSchema(product, product).safeParse(typed);
  return parsed.success ? {} : errorsByField(fieldErrors(parsed.error, typed), typed, product.options);
}
