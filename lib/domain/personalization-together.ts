import type * as z from "zod/mini";
import { finishLabel } from "@/lib/domain/finish";
import {
  activeRules,
  defaultFinish,
  forbiddenBecause,
  forbiddenBy,
  waysOutOf,
} from "@/lib/domain/option-rules";
import type { ProductOptions } from "@/lib/domain/options";
import type { Personalization } from "@/lib/domain/personalization-input";
import { orList, shorten } from "@/lib/domain/sentence";
import { gapBefore } from "@/lib/domain/stone-row";

export type Context = z.core.$RefinementCtx;
type Path = (string | number)[];

export type Labels = {
  metals: ReadonlyMap<string, string>;
  stones: ReadonlyMap<string, string>;
  motifs: ReadonlyMap<string, string>;
  slots: ReadonlyMap<string, string>;
  zones: ReadonlyMap<string, string>;
};

/** What depends on several choices: the metal's finishes, the product's rules, and what must not be left out. */
export function checkTogether(
  value: Partial<Personalization>,
  options: ProductOptions,
  labels: Labels,
  context: Context,
): void {
  const finish = value.finish ?? defaultFinish(options, value);
  const rules = activeRules(options, { metal: value.metal, finish, motif: value.motif });
  const forbidden = (part: "finish" | "motif" | "slot" | "zone", id: string, path: Path) => {
    const rule = forbiddenBy(rules, part, id);
    if (rule) refuse(context, path, "NOT_TOGETHER", `${rule.because} ${waysOutOf(rule, part)}`);
  };
  checkFinish(value, options, labels, context);
  if (typeof finish === "string") forbidden("finish", finish, ["finish"]);
  if (typeof value.motif === "string") forbidden("motif", value.motif, ["motif"]);
  const slots = idsIn(value.stones, "slot");
  const zones = idsIn(value.engraving, "zone");
  for (const [index, slot] of slots.entries()) forbidden("slot", slot, ["stones", index, "slot"]);
  for (const [index, zone] of zones.entries()) forbidden("zone", zone, ["engraving", index, "zone"]);
  checkRow(options, slots, context);
  checkBeside(options, slots, zones, context);

  const missing = (path: Path, message: string) => refuse(context, path, "REQUIRED", message);
  if (options.size && value.size === undefined)
    missing(["size"], options.size.kind === "ring" ? "Choose a ring size." : "Choose a length.");
  for (const slot of options.stoneSlots)
    if (slot.required && !slots.includes(slot.id) && forbiddenBecause(rules, "slot", slot.id) === undefined)
      missing(["stones"], `Choose a stone for “${slot.label}”.`);
  for (const zone of options.engravingZones)
    if (
      zone.required &&
      !zones.includes(zone.id) &&
      (zone.besideSlot === undefined || slots.includes(zone.besideSlot)) &&
      forbiddenBecause(rules, "zone", zone.id) === undefined
    )
      missing(["engraving"], `Tell us what to engrave: “${zone.label}”.`);
  if (options.motifRequired && value.motif === undefined)
    missing(["motif"], `Choose a motif: ${orList([...labels.motifs.values()])}.`);
}

/** A row is filled from its first place on. A must that is missing is said for itself. */
function checkRow({ stoneRow, stoneSlots }: ProductOptions, slots: readonly string[], context: Context) {
  const broken = stoneRow ? gapBefore(stoneSlots, slots) : undefined;
  if (!broken || broken.gap.required) return;
  const { gap, later } = broken;
  refuse(
    context,
    ["stones", slots.indexOf(later.id), "slot"],
    "GAP",
    `“${gap.label}” is empty before “${later.label}”. Fill the row from its beginning, or leave out the last.`,
  );
}

function checkBeside(
  { engravingZones, stoneSlots }: ProductOptions,
  slots: readonly string[],
  zones: readonly string[],
  context: Context,
) {
  zones.forEach((id, index) => {
    const besideSlot = engravingZones.find((zone) => zone.id === id)?.besideSlot;
    if (besideSlot === undefined || slots.includes(besideSlot)) return;
    const label = stoneSlots.find((slot) => slot.id === besideSlot)?.label ?? besideSlot;
    refuse(
      context,
      ["engraving", index, "zone"],
      "NOT_TOGETHER",
      `There is no stone at “${label}” for these letters to stand beside. Choose one, or leave the letters out.`,
    );
  });
}

function checkFinish(
  value: Partial<Personalization>,
  options: ProductOptions,
  labels: Labels,
  context: Context,
): void {
  const metal = options.metals.find((candidate) => candidate.alloy === value.metal);
  if (!metal || typeof value.finish !== "string" || metal.finishes.includes(value.finish)) return;
  const finishes = new Map(metal.finishes.map((id) => [id, finishLabel(id)]));
  const nouns = `finishes in ${labels.metals.get(metal.alloy) ?? metal.alloy}`;
  refuse(context, ["finish"], "NOT_OFFERED", notAmong(value.finish, finishes, nouns));
}

export function notAmong(id: string, labels: ReadonlyMap<string, string>, nouns: string): string {
  if (labels.size === 0) return `This piece has no ${nouns} to choose. Leave it out.`;
  return `“${shorten(id, 40)}” isn't among this piece's ${nouns}. Choose ${orList([...labels.values()])}.`;
}

/** Ids by position; what is malformed there has its own error already and counts as "". */
function idsIn(list: unknown, key: string): string[] {
  if (!Array.isArray(list)) return [];
  return list.map((entry: unknown) => {
    const id: unknown = isRecord(entry) ? entry[key] : undefined;
    return typeof id === "string" ? id : "";
  });
}

export function refuse(context: Context, path: Path, code: string, message: string): void {
  context.addIssue({ code: "custom", path, message, params: { code } });
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
