import * as z from "zod/mini";
import { findEngravingFont } from "@/lib/domain/engraving-fonts";
import { checkEngravingText, countEngravedCharacters } from "@/lib/domain/engraving-text";
import { finishLabel } from "@/lib/domain/finish";
import { checkLength, type LengthSystem, lengthSystems } from "@/lib/domain/length";
import { activeRules, defaultFinish, forbiddenBecause } from "@/lib/domain/option-rules";
import type { EngravingZone, ProductOptions, SizeOption } from "@/lib/domain/options";
import {
  type EngravingInput,
  engravingList,
  type Personalization,
  type SizeChoiceInput,
  type StoneChoice,
  personalizationShape as shape,
  stoneList,
} from "@/lib/domain/personalization-input";
import { plainBackMm, resizingOf, resizingWords } from "@/lib/domain/resizing";
import { checkRingSize, type ParsedSize, type RingSystem, ringSystems } from "@/lib/domain/ring-size";
import { counted, inMm, orList, shorten } from "@/lib/domain/sentence";
import { gapBefore } from "@/lib/domain/stone-row";

export type { Personalization } from "@/lib/domain/personalization-input";

/** What of the workshop the choices need: what exists, and what it is called. */
export type PersonalizationFacts = {
  alloys: readonly { id: string; label: string }[];
  stones: readonly { id: string; label: string }[];
};

type Context = z.core.$RefinementCtx;
type Path = (string | number)[];

/**
 * THE schema of a product's choices, for browser, action and API. It finds every error at once, each with a path
 * and a sentence that names the way out. Whether an engraving fits is measured beside it (engraving.ts), because that
 * needs the fonts.
 */
export function personalizationSchema(
  product: { options: ProductOptions },
  facts: PersonalizationFacts,
): z.ZodMiniType<Personalization, unknown> {
  const { options } = product;
  const labels = labelsOf(options, facts);
  return z
    .strictObject(
      {
        metal: shape.metal.check(z.superRefine(offered(labels.metals, "metals"))),
        finish: z.optional(shape.finish),
        size: sizeSchema(options.size),
        stones: stonesSchema(options, labels),
        engraving: engravingSchema(options, labels),
        motif: z.optional(shape.motif.check(z.superRefine(offered(labels.motifs, "motifs")))),
        resizable: z.optional(shape.resizable.check(z.superRefine(resizableHere(options)))),
      },
      { error: "Tell us how to make it: at least the metal." },
    )
    .check(
      z.superRefine<Partial<Personalization>>(
        (value, context) => checkTogether(value, options, labels, context),
        { when: isObject },
      ),
    );
}

/** The size in millimetres of choices that have passed the schema; null for a piece without sizes. */
export function chosenSize(
  options: Pick<ProductOptions, "size">,
  size: SizeChoiceInput | undefined,
): (ParsedSize & { ok: true }) | null {
  if (!options.size || !size) return null;
  const parsed = parseSize(options.size, size);
  return parsed.ok ? parsed : null;
}

type Labels = {
  metals: ReadonlyMap<string, string>;
  stones: ReadonlyMap<string, string>;
  motifs: ReadonlyMap<string, string>;
  slots: ReadonlyMap<string, string>;
  zones: ReadonlyMap<string, string>;
};

function labelsOf(options: ProductOptions, facts: PersonalizationFacts): Labels {
  const made = new Set(options.metals.map((metal) => metal.alloy));
  return {
    metals: new Map(facts.alloys.filter((alloy) => made.has(alloy.id)).map(({ id, label }) => [id, label])),
    stones: new Map(facts.stones.map(({ id, label }) => [id, label])),
    motifs: new Map(options.motifs.map(({ id, label }) => [id, label])),
    slots: new Map(options.stoneSlots.map(({ id, label }) => [id, label])),
    zones: new Map(options.engravingZones.map(({ id, label }) => [id, label])),
  };
}

function offered(labels: ReadonlyMap<string, string>, nouns: string) {
  return (id: string, context: Context) => {
    if (!labels.has(id)) refuse(context, [], "NOT_OFFERED", notAmong(id, labels, nouns));
  };
}

function notAmong(id: string, labels: ReadonlyMap<string, string>, nouns: string): string {
  if (labels.size === 0) return `This piece has no ${nouns} to choose. Leave it out.`;
  return `“${shorten(id, 40)}” isn't among this piece's ${nouns}. Choose ${orList([...labels.values()])}.`;
}

function sizeSchema(option: SizeOption | null) {
  const made = (size: SizeChoiceInput, context: Context) => {
    if (!option)
      return refuse(context, [], "NOT_OFFERED", "This piece is made in one size. Leave the size out.");
    const parsed = parseSize(option, size);
    const known = option.kind === "ring" ? isRingSystem(size.system) : isLengthSystem(size.system);
    if (!parsed.ok)
      refuse(context, [known ? "value" : "system"], known ? "SIZE" : "NOT_OFFERED", parsed.message);
  };
  return z.optional(shape.size.check(z.superRefine(made)));
}

/** What costs the piece nothing needn't be asked for, and what can't be done isn't. */
function resizableHere(options: ProductOptions) {
  return (wanted: boolean, context: Context) => {
    if (!wanted || plainBackMm(options) > 0) return;
    const resizing = resizingOf(options.size);
    const message =
      resizing?.possible === false
        ? `${resizingWords(resizing, "uk")} Leave this out.`
        : "There is no back to keep plain on this piece. Leave this out.";
    refuse(context, [], "NOT_OFFERED", message);
  };
}

function parseSize(option: SizeOption, { system, value }: SizeChoiceInput): ParsedSize {
  if (option.kind === "ring" && isRingSystem(system)) return checkRingSize(option, system, value);
  if (option.kind === "length" && isLengthSystem(system)) return checkLength(option, system, value);
  const systems = option.kind === "ring" ? ringSystems : lengthSystems;
  return { ok: false, message: `Sizes of this piece are given as ${orList(systems)}.` };
}

function isRingSystem(system: string): system is RingSystem {
  return (ringSystems as readonly string[]).includes(system);
}

function isLengthSystem(system: string): system is LengthSystem {
  return (lengthSystems as readonly string[]).includes(system);
}

function stonesSchema(options: ProductOptions, labels: Labels) {
  const settable = (choice: StoneChoice, context: Context) => {
    const slot = options.stoneSlots.find((candidate) => candidate.id === choice.slot);
    if (!slot)
      return refuse(context, ["slot"], "NOT_OFFERED", notAmong(choice.slot, labels.slots, "settings"));
    const allowed = new Map([...labels.stones].filter(([id]) => slot.allowed.includes(id)));
    if (!allowed.has(choice.stone))
      refuse(
        context,
        ["stone"],
        "NOT_OFFERED",
        notAmong(choice.stone, allowed, `stones for “${slot.label}”`),
      );
  };
  const once = refuseTwice<StoneChoice>("slot", "This setting is filled twice. Choose one stone for it.");
  return z.optional(stoneList(shape.stone.check(z.superRefine(settable))).check(z.superRefine(once)));
}

function engravingSchema(options: ProductOptions, labels: Labels) {
  const cuttable = (choice: EngravingInput, context: Context) => {
    const zone = options.engravingZones.find((candidate) => candidate.id === choice.zone);
    if (!zone)
      return refuse(
        context,
        ["zone"],
        "NOT_OFFERED",
        notAmong(choice.zone, labels.zones, "places to engrave"),
      );
    checkEngraving(zone, choice, context);
  };
  const once = refuseTwice<EngravingInput>("zone", "This place is engraved twice. Put it into one text.");
  return z.optional(engravingList(shape.engraving.check(z.superRefine(cuttable))).check(z.superRefine(once)));
}

function checkEngraving(zone: EngravingZone, choice: EngravingInput, context: Context): void {
  for (const { code, message } of checkEngravingText(choice.text, zone.lines))
    refuse(context, ["text"], code, message);
  const fonts = new Map(
    zone.fonts.flatMap((id) => {
      const font = findEngravingFont(id);
      return font ? [[id, font.label] as const] : [];
    }),
  );
  if (!fonts.has(choice.font))
    refuse(context, ["font"], "NOT_OFFERED", notAmong(choice.font, fonts, `typefaces for “${zone.label}”`));
  const characters = countEngravedCharacters(choice.text);
  if (zone.maxCharacters !== undefined && characters > zone.maxCharacters)
    refuse(
      context,
      ["text"],
      "TOO_LONG",
      `There is room for ${counted(zone.maxCharacters, "letter")} here, and yours has ${Math.min(characters, 400)}.`,
    );
  const height = choice.heightMm;
  if (height !== undefined && (height < zone.minHeightMm || height > zone.maxHeightMm)) {
    const range = `${inMm(zone.minHeightMm, 2)} to ${inMm(zone.maxHeightMm, 2)}`;
    refuse(
      context,
      ["heightMm"],
      "OUT_OF_RANGE",
      `Letters here are ${range} tall. Choose within, or leave it to us.`,
    );
  }
}

/** What depends on several choices: the metal's finishes, the product's rules, and what must not be left out. */
function checkTogether(
  value: Partial<Personalization>,
  options: ProductOptions,
  labels: Labels,
  context: Context,
): void {
  const finish = value.finish ?? defaultFinish(options, value);
  const rules = activeRules(options, { metal: value.metal, finish, motif: value.motif });
  const forbidden = (part: "finish" | "motif" | "slot" | "zone", id: string, path: Path) => {
    const because = forbiddenBecause(rules, part, id);
    if (because !== undefined) refuse(context, path, "NOT_TOGETHER", because);
    return because !== undefined;
  };
  checkFinish(value, options, labels, context);
  if (typeof finish === "string") forbidden("finish", finish, ["finish"]);
  if (typeof value.motif === "string") forbidden("motif", value.motif, ["motif"]);
  const slots = idsIn(value.stones, "slot");
  const zones = idsIn(value.engraving, "zone");
  slots.forEach((slot, index) => void forbidden("slot", slot, ["stones", index, "slot"]));
  zones.forEach((zone, index) => void forbidden("zone", zone, ["engraving", index, "zone"]));
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

function refuseTwice<T>(key: keyof T & string, message: string) {
  return (list: readonly T[], context: Context) => {
    const ids = list.map((entry) => entry[key]);
    ids.forEach((id, index) => {
      if (ids.indexOf(id) < index) refuse(context, [index, key], "DUPLICATE", message);
    });
  };
}

/** Ids by position; what is malformed there has its own error already and counts as "". */
function idsIn(list: unknown, key: string): string[] {
  if (!Array.isArray(list)) return [];
  return list.map((entry: unknown) => {
    const id: unknown = isRecord(entry) ? entry[key] : undefined;
    return typeof id === "string" ? id : "";
  });
}

function refuse(context: Context, path: Path, code: string, message: string): void {
  context.addIssue({ code: "custom", path, message, params: { code } });
}

function isObject(payload: { value: unknown }): boolean {
  return isRecord(payload.value);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
