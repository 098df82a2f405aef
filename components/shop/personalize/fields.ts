import type { WayOut } from "@/lib/domain/field-errors";
import { finishLabel } from "@/lib/domain/finish";
import { activeRules, defaultFinish, forbiddenBecause } from "@/lib/domain/option-rules";
import type { ProductOptions } from "@/lib/domain/options";
import type { Personalization } from "@/lib/domain/personalization";
import {
  fieldOfPath,
  personalizationFromFields,
  type TypedPersonalization,
} from "@/lib/features/cart/personalization-form";

/** A form's fields by name, as text; a box that isn't ticked is absent, as it is when the form is sent. */
export type Fields = Record<string, string>;
export type Errors = Record<string, string>;
export type Assumed = "size" | "letters";

export function readFields(form: HTMLFormElement): Fields {
  const fields: Fields = {};
  for (const [name, value] of new FormData(form)) if (typeof value === "string") fields[name] = value;
  return fields;
}

/** The field of an engraving's text. */
export function isWords(name: string): boolean {
  return name.startsWith("engraving.") && name.endsWith(".text");
}

/**
 * What to ask the price of while the form is still being filled in: whatever must be chosen and isn't yet is taken
 * from the sample. `assumed` says what was.
 */
export function questionOf(
  fields: Fields,
  sample: Personalization,
): { personalization: TypedPersonalization; assumed: Assumed[] } {
  const typed = personalizationFromFields(fields);
  const size = typed.size ? undefined : sample.size;
  const letters = missingFrom(sample.engraving, typed.engraving, "zone");
  // Where the form asks how many, what isn't there is left out, and not still to be chosen.
  const unchosen =
    fields["stones.count"] === undefined ? missingFrom(sample.stones, typed.stones, "slot") : [];
  const stones = [...(typed.stones ?? []), ...unchosen];
  const engraving = [...(typed.engraving ?? []), ...letters];
  return {
    personalization: {
      ...typed,
      ...(size ? { size } : {}),
      ...(stones.length > 0 ? { stones } : {}),
      ...(engraving.length > 0 ? { engraving } : {}),
    },
    assumed: [...(size ? ["size" as const] : []), ...(letters.length > 0 ? ["letters" as const] : [])],
  };
}

/** Errors under the names of the fields they belong to, the first of each; `typed` is what was judged. */
export function errorsByField(
  errors: readonly { path: string; message: string }[],
  typed: TypedPersonalization,
  options: ProductOptions,
): Errors {
  const zones = options.engravingZones.filter(
    (zone) => zone.required && !typed.engraving?.some((entry) => entry.zone === zone.id),
  );
  const slots = options.stoneSlots.filter(
    (slot) => slot.required && !typed.stones?.some((entry) => entry.slot === slot.id),
  );
  const byField: Errors = {};
  for (const { path, message } of errors) {
    // What is missing as a whole has no place of its own in a list: the schema names them in the product's order.
    if (path === "engraving" || path === "engraving..text")
      byField[`engraving.${zones.shift()?.id ?? ""}.text`] ??= message;
    else if (path === "stones" || path === "stone.") byField[`stone.${slots.shift()?.id ?? ""}`] ??= message;
    else byField[fieldOfPath(path, typed)] ??= message;
  }
  return byField;
}

/** What would mend an engraving, by the name of its text's field. */
export function waysOutByField(
  errors: readonly { path: string; waysOut?: WayOut[] }[],
  typed: TypedPersonalization,
): Record<string, WayOut[]> {
  return Object.fromEntries(
    errors.flatMap(({ path, waysOut }) => (waysOut ? [[fieldOfPath(path, typed), waysOut]] : [])),
  );
}

/** Fills in what the shopper has taken up. The field that changed, or undefined where there is none such. */
export function takeWayOut(form: HTMLFormElement, textName: string, way: WayOut): HTMLElement | undefined {
  const fontName = textName.replace(/text$/, "font");
  for (const element of form.elements) {
    if (!(element instanceof HTMLElement)) continue;
    const name = element.getAttribute("name");
    if (way.font !== undefined && element instanceof HTMLInputElement) {
      if (name !== fontName || element.value !== way.font) continue;
      element.checked = true;
      return element;
    }
    if (way.text === undefined || name !== textName || !("value" in element)) continue;
    element.value = way.text;
    return element;
  }
  return undefined;
}

/** Writes values into a form's fields, as if they had been typed or chosen there. */
export function writeFields(form: HTMLFormElement, values: Fields): void {
  for (const element of form.elements) {
    const value = values[element.getAttribute("name") ?? ""];
    if (value === undefined) continue;
    if (element instanceof HTMLSelectElement || element instanceof HTMLInputElement) element.value = value;
  }
}

export function only(errors: Errors, keep: (name: string) => boolean): Errors {
  return Object.fromEntries(Object.entries(errors).filter(([name]) => keep(name)));
}

/** Another metal may not take the finish that is ticked: then its own first one is. Says so; "" where none changed. */
export function keepFinishPossible(form: HTMLFormElement, options: ProductOptions): string {
  const fields = readFields(form);
  const instead = finishInstead(fields, options);
  if (instead === undefined) return "";
  for (const radio of form.querySelectorAll<HTMLInputElement>('input[name="finish"]'))
    radio.checked = radio.value === instead;
  return `Now ${finishLabel(instead).toLowerCase()}: not in ${finishLabel(fields.finish ?? "").toLowerCase()}`;
}

/** The finish to tick in place of one that this metal can't take; undefined: it can. */
export function finishInstead({ metal, finish, motif }: Fields, options: ProductOptions): string | undefined {
  if (finish === undefined) return undefined;
  const offered = options.metals.find((candidate) => candidate.alloy === metal)?.finishes ?? [];
  const forbidden = forbiddenBecause(activeRules(options, { metal, finish, motif }), "finish", finish);
  if (offered.includes(finish) && forbidden === undefined) return undefined;
  return defaultFinish(options, { metal, motif });
}

export function focusField(form: HTMLFormElement, name: string): void {
  const element = [...form.elements].find(
    (candidate): candidate is HTMLElement =>
      candidate instanceof HTMLElement && candidate.getAttribute("name") === name,
  );
  element?.focus();
}

function missingFrom<K extends string, T extends Record<K, string>>(
  wanted: readonly T[] | undefined,
  present: readonly Record<K, string>[] | undefined,
  key: K,
): T[] {
  return (wanted ?? []).filter((entry) => !present?.some((other) => other[key] === entry[key]));
}
