import { readMoneyFields } from "@/lib/platform/money-fields";

/**
 * "choice" is one of the offered amounts in minor units, or "other": then what was typed counts. What was typed in
 * vain must be readable all the same: nobody is charged another amount than they believe.
 */
export function readGiftCardForm(form: FormData): Record<string, unknown> {
  const { choice, ...fields } = readMoneyFields(form, ["amountMinor"]);
  const currency = form.get("currency");
  const known = typeof currency === "string" && /^[A-Z]{3}$/.test(currency);
  const chosen = typeof choice === "string" && /^\d{3,6}$/.test(choice) ? Number(choice) : null;
  const readable = form.get("amountMinor") === "" || !Number.isNaN(fields.amountMinor);
  return chosen !== null && known && readable ? { ...fields, amountMinor: chosen } : fields;
}
