import * as z from "zod/mini";
import { findEngravingFont } from "@/lib/domain/engraving-fonts";
import { checkEngravingText, countEngravedCharacters } from "@/lib/domain/engraving-text";
import { checkLength, type LengthSystem, lengthSystems } from "@/lib/domain/length";
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
import {
  type Context,
  checkTogether,
  isRecord,
  type Labels,
  notAmong,
  refuse,
} from "@/lib/domain/personalization-together";
import { plainBackMm, resizingOf, resizingWords } from "@/lib/domain/resizing";
import { checkRingSize, type ParsedSize, type RingSystem, ringSystems } from "@/lib/domain/ring-size";
import { counted, inMm, orList } from "@/lib/domain/sentence";

export type { Personalization } from "@/lib/domain/personalization-input";

/** What of the workshop the choices need: what exists, and what it is called. */
export type PersonalizationFacts = {
  alloys: readonly { id: string; label: string }[];
  stones: readonly { id: string; label: string }[];
};

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

function refuseTwice<T>(key: keyof T & string, message: string) {
  return (list: readonly T[], context: Context) => {
    const ids = list.map((entry) => entry[key]);
    ids.forEach((id, index) => {
      if (ids.indexOf(id) < index) refuse(context, [index, key], "DUPLICATE", message);
    });
  };
}

function isObject(payload: { value: unknown }): boolean {
  return isRecord(payload.value);
}
