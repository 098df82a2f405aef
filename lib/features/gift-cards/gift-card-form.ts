import { readMoneyFields } from "@/lib/platform/money-fields";

/** "choice" is one of the offered amounts in minor units, or "other": then what was typed counts. */
export function readGiftCardForm(form: FormData): Record<string, unknown> {
  const { choice, currency: _currency, ...fields } = readMoneyFields(form, ["amountMinor"]);
  const chosen = typeof choice === "string" && /^\d{3,6}$/.test(choice) ? Number(choice) : null;
  return chosen === null ? fields : { ...fields, amountMinor: chosen };
}
