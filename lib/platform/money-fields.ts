import { parseMoney } from "@/lib/domain/money-input";
import { readFields } from "@/lib/platform/action";

/**
 * A form's fields, with those named turned from "12.50" into minor units of the form's own `currency`. What can't be
 * read stays as it was typed, for the schema to refuse in its words.
 */
export function readMoneyFields(form: FormData, names: readonly string[]): Record<string, unknown> {
  const { currency, ...fields } = readFields(form);
  if (typeof currency !== "string" || !/^[A-Z]{3}$/.test(currency)) return fields;
  const amounts = names.map((name) => {
    const typed = fields[name];
    return [name, typeof typed === "string" ? (parseMoney(typed, currency) ?? typed) : typed];
  });
  return { ...fields, ...Object.fromEntries(amounts) };
}
