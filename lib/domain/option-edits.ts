import type { z } from "zod";
import type { FieldError } from "@/lib/domain/field-errors";
import { findRow, type OptionFacts, type OptionPart, optionLists, readRow } from "@/lib/domain/option-rows";
import { senselessSizes } from "@/lib/domain/option-sense";
import { type OptionRule, type ProductOptions, productOptionsSchema } from "@/lib/domain/options";

/** One change to what can be chosen on a product: a row added, saved or taken out. `fields` are a form's, as text. */
export type OptionEdit = {
  part: OptionPart;
  /** which row of its list; null: a new one */
  index: number | null;
  remove: boolean;
  fields: Readonly<Record<string, string>>;
};

export type EditedOptions =
  | { ok: true; options: ProductOptions }
  | { ok: false; errors: FieldError[]; message?: string };

/**
 * The options after the change, judged as a whole by the schema that every product's options pass; else what is wrong,
 * under the names of the form's fields. A row keeps its id for good: what was ordered names it.
 */
export function editOptions(options: ProductOptions, edit: OptionEdit, facts: OptionFacts): EditedOptions {
  const { part, index, remove } = edit;
  const list = optionLists[part];
  if (list && index !== null && !findRow(options, part, index)) return no("It isn’t there any more.");
  if (remove) return list && index !== null ? removeRow(options, edit) : no("That can’t be taken out.");
  const row = readRow(options, edit, facts);
  if (!row.ok) return row;
  const changed = list ? { ...options, [list]: replaced(options[list], index, row.value) } : row.value;
  const parsed = productOptionsSchema.safeParse(changed, { error: plainWords });
  if (parsed.success) {
    const errors = senselessSizes(parsed.data, part, index ?? (list ? options[list].length : 0));
    return errors.length > 0 ? { ok: false, errors } : { ok: true, options: parsed.data };
  }
  const at = list ? [list, String(index ?? options[list].length)] : part === "size" ? ["size"] : [];
  const errors = parsed.error.issues.map(({ path, message }) => ({
    path: fieldOf(path.map(String), at),
    code: "INVALID",
    message,
  }));
  const nowhere = errors.filter((error) => error.path === "").map(({ message }) => message);
  return { ok: false, errors, ...(nowhere.length > 0 ? { message: [...new Set(nowhere)].join(" ") } : {}) };
}

function removeRow(options: ProductOptions, { part, index }: OptionEdit): EditedOptions {
  const list = optionLists[part];
  if (!list || index === null) return no("That can’t be taken out.");
  if (part === "metal" && options.metals.length === 1)
    return no("A piece is made of something: one metal stays.");
  if (part === "motif" && options.motifs.length === 1 && options.motifRequired)
    return no("A motif has to be chosen, and this is the last. Say first that it can be left out.");
  const slot = part === "slot" ? findRow(options, part, index) : undefined;
  const beside = options.engravingZones.find((zone) => slot !== undefined && zone.besideSlot === slot);
  if (beside) return no(`“${beside.label}” stands beside it. Take that out first.`);
  const naming = options.rules.find((rule) => names(rule, part, findRow(options, part, index)));
  if (naming) return no(`A rule speaks of it (“${naming.because}”). Take the rule out first.`);
  const rest: unknown = { ...options, [list]: options[list].filter((_row, at) => at !== index) };
  return { ok: true, options: productOptionsSchema.parse(rest) };
}

function names({ when, forbid }: OptionRule, part: OptionPart, id: string | undefined): boolean {
  if (id === undefined) return false;
  if (part === "metal") return when.metal === id;
  if (part === "motif") return when.motif === id || forbid.motif === id;
  return (part === "zone" && forbid.zone === id) || (part === "slot" && forbid.slot === id);
}

function replaced(rows: readonly unknown[], index: number | null, row: unknown): unknown[] {
  return index === null ? [...rows, row] : rows.map((before, at) => (at === index ? row : before));
}

/** "engravingZones.2.widthMm" as the form of zone 2 names it; "" where this form has no such field. */
function fieldOf(path: readonly string[], at: readonly string[]): string {
  // Of a row as a whole, whichever stone it is that stands in the way.
  if (at.length === 0 && path[0] === "stoneSlots") return "stoneRow";
  if (at.every((part, index) => path[index] === part)) {
    const rest = path.slice(at.length);
    return ["finishes", "allowed", "fonts"].includes(rest[0] ?? "") ? (rest[0] ?? "") : rest.join(".");
  }
  // A list as a whole says that something stands in it twice: the row that was sent is the second.
  return path[0] === "metals" && at[0] === "metals" && path.length === 1 ? "alloy" : "";
}

/** The schema's own findings, for who runs a workshop. */
function plainWords(issue: z.core.$ZodRawIssue): string {
  switch (issue.code) {
    case "invalid_type":
      if (issue.expected === "int") return "Give a whole number.";
      return issue.expected === "number" ? "Give a number, for example 1.2." : "Please fill this in.";
    case "too_small":
      if (issue.origin === "string") return "Please fill this in.";
      if (issue.origin === "array") return "Choose at least one.";
      return issue.inclusive ? `${issue.minimum} at least.` : `More than ${issue.minimum}.`;
    case "too_big":
      if (issue.origin === "string") return `${issue.maximum} characters at most.`;
      return issue.maximum === Number.MAX_SAFE_INTEGER ? "That is too large." : `${issue.maximum} at most.`;
    default:
      return "Choose one from the list.";
  }
}

function no(message: string): EditedOptions {
  return { ok: false, errors: [], message };
}

/** For comparing: the schema gives its keys one order. */
export function canonicalOptions(options: ProductOptions): string {
  return JSON.stringify(productOptionsSchema.parse(options));
}
