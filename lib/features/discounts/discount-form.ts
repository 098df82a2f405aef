import { parseMoney } from "@/lib/domain/money-input";
import { readMoneyFields } from "@/lib/platform/money-fields";

/** A form's fields; "value" is per cent or money by the form's own `kind`. NaN where it can't be read. */
export function readDiscountForm(form: FormData): Record<string, unknown> {
  const given = form.get("currency");
  const currency = typeof given === "string" && /^[A-Z]{3}$/.test(given) ? given : null;
  const { productIds: _ids, value, ...fields } = readMoneyFields(form, ["minimumMinor"]);
  const typed = typeof value === "string" ? value.trim() : "";
  const inPercent = /^\d{1,3}(\.\d{1,2})?$/.test(typed) ? Math.round(Number(typed) * 100) : Number.NaN;
  const inMoney = currency ? (parseMoney(typed, currency) ?? Number.NaN) : Number.NaN;
  return {
    ...fields,
    value: fields.kind === "PERCENT" ? inPercent : inMoney,
    minimumMinor: currency && form.get("minimumMinor") === "" ? 0 : fields.minimumMinor,
    productIds: form.getAll("productIds"),
  };
}
