import type { ProductOptions } from "@/lib/domain/options";

/** What is said of a product's options as a whole rather than in a row of them; read as option-rows.ts reads those. */

type Fields = Readonly<Record<string, string>>;
type ReadNumber = (typed: string | undefined) => unknown;

export const resizingFields = [
  "resizing",
  "resizing.upMm",
  "resizing.downMm",
  "resizing.freeDays",
  "resizing.plainBackMm",
  "resizing.because",
];

export const personalFields = [
  "personal.stones",
  "personal.motif",
  "personal.usualSizes.fromMm",
  "personal.usualSizes.toMm",
];

/** `kind` is a ring's: nothing else is resized. */
export function readResizing(fields: Fields, number: ReadNumber): { resizing?: unknown } {
  if (fields.kind !== "ring" || !fields.resizing) return {};
  if (fields.resizing === "no")
    return { resizing: { possible: false, because: fields["resizing.because"]?.trim() } };
  return {
    resizing: {
      possible: true,
      upMm: number(fields["resizing.upMm"]),
      downMm: number(fields["resizing.downMm"]),
      freeDays: number(fields["resizing.freeDays"]),
      plainBackMm: number(fields["resizing.plainBackMm"]),
    },
  };
}

/** Both measures empty: every size is a usual one. */
export function readPersonal(options: ProductOptions, fields: Fields, number: ReadNumber): unknown {
  const [from, to] = [fields["personal.usualSizes.fromMm"], fields["personal.usualSizes.toMm"]];
  return {
    ...options,
    personal: {
      stones: fields["personal.stones"] === "on",
      motif: fields["personal.motif"] === "on",
      usualSizes: from?.trim() || to?.trim() ? { fromMm: number(from), toMm: number(to) } : null,
    },
  };
}
