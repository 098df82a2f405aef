import { parseMoney } from "@/lib/domain/money-input";
import { readFields } from "@/lib/platform/action";

/**
 * A form's fields, with those named turned from "12.50" into minor units of the form's own `currency`. What can't be
 * read is no number, for the schema to refuse in its words: as it was typed, "1e3" would pass for ten pounds.
 */
export function readMoneyFields(form: FormData, names: readonly string[]): Record<string, unknown> {
  const { currency, ...fields } = readFields(form);
  const known = typeof currency === "string" && /^[A-Z]{3}$/.test(currency) ? currency : null;
  const amounts = names.map((name) => {
    const typed = fields[name];
    return [name, (known && typeof typed === "string" ? parseMoney(typed, known) : null) ?? Number.NaN];
  });
  return { ...fields, ...Object.fromEntries(amounts) };
}
