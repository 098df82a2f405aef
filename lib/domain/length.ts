import { parseDecimal, writeDecimal } from "@/lib/domain/decimal";
import type { SizeOption } from "@/lib/domain/options";
import { isMultiple, type ParsedSize, roundMm, type SizeChoice } from "@/lib/domain/ring-size";
import { orList, shorten } from "@/lib/domain/sentence";

/** Chains and bracelets: kept in millimetres, sold in centimetres and inches. */
export const lengthSystems = ["cm", "in"] as const;
export type LengthSystem = (typeof lengthSystems)[number];
type LengthOption = Extract<SizeOption, { kind: "length" }>;

const mmPer: Record<LengthSystem, number> = { cm: 10, in: 25.4 };
const hints: Record<LengthSystem, string> = {
  cm: "Give the length in centimetres, for example 45.",
  in: "Give the length in inches, for example 18 or 17½.",
};
/** Inches are counted in halves and quarters, whatever a chain is cut to in millimetres. */
const inchSteps = [0.25, 0.5, 1, 2] as const;
/** A chain is cut to the link: a third of a millimetre is no difference. */
const TOLERANCE_MM = 0.3;
const LONGEST_MM = 2000;

export function parseLength(system: LengthSystem, value: string): ParsedSize {
  const n = parseDecimal(value.trim());
  if (n === null)
    return { ok: false, message: `“${shorten(value)}” isn't a length we understand. ${hints[system]}` };
  const mm = roundMm(n * mmPer[system]);
  if (mm <= 0 || mm > LONGEST_MM)
    return { ok: false, message: `${shorten(value)} ${system} is no length for jewellery. ${hints[system]}` };
  return { ok: true, mm, value: writeDecimal(n) };
}

/** "45" for 450 mm in centimetres; inches to the nearest hundredth. */
export function formatLength(system: LengthSystem, mm: number): string {
  return writeDecimal(mm / mmPer[system]);
}

/** "45 cm", "18 in". */
export function lengthLabel(system: LengthSystem, value: string): string {
  return `${value} ${system}`;
}

/** Every length of the system in which this piece is made, shortest first. */
export function lengthChoices(option: LengthOption, system: LengthSystem): SizeChoice[] {
  const { firstMm, stepMm } = gridOf(option, system);
  const count = Math.floor((option.maxMm + TOLERANCE_MM - firstMm) / stepMm) + 1;
  return Array.from({ length: Math.max(0, count) }, (_, index) => {
    const mm = roundMm(firstMm + index * stepMm);
    const value = formatLength(system, mm);
    return { value, label: lengthLabel(system, value), mm };
  });
}

/** Is this piece made in that length? The sentence names the way out, in the same system. */
export function checkLength(option: LengthOption, system: LengthSystem, value: string): ParsedSize {
  const parsed = parseLength(system, value);
  if (!parsed.ok) return parsed;
  const choices = lengthChoices(option, system);
  if (parsed.mm < option.minMm - TOLERANCE_MM || parsed.mm > option.maxMm + TOLERANCE_MM) {
    const [from, to] = [choices[0], choices.at(-1)];
    const range = from && to ? `${from.value} to ${to.label}` : `${option.minMm} to ${option.maxMm} mm`;
    return { ok: false, message: `This piece is made in ${range}. Choose a length within.` };
  }
  const onGrid =
    choices.some((choice) => Math.abs(choice.mm - parsed.mm) <= 0.02) ||
    isMultiple(parsed.mm - option.minMm, option.stepMm, TOLERANCE_MM);
  if (onGrid) return parsed;
  const nearest = [...choices]
    .sort((a, b) => Math.abs(a.mm - parsed.mm) - Math.abs(b.mm - parsed.mm))
    .slice(0, 2)
    .sort((a, b) => a.mm - b.mm)
    .map((choice) => choice.label);
  return {
    ok: false,
    message: `This piece isn't cut to ${lengthLabel(system, parsed.value)}. Choose ${orList(nearest)}.`,
  };
}

/** Centimetres follow the product's own steps; inches the finest of their own that the bench still works to. */
function gridOf(option: LengthOption, system: LengthSystem): { firstMm: number; stepMm: number } {
  if (system === "cm") return { firstMm: option.minMm, stepMm: option.stepMm };
  const stepMm = (inchSteps.find((step) => step * 25.4 >= option.stepMm * 0.9) ?? 2) * 25.4;
  return { firstMm: Math.ceil((option.minMm - TOLERANCE_MM) / stepMm) * stepMm, stepMm };
}
