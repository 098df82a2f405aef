// zod/mini: these schemas travel to the browser, and it is a third of the size there.
import * as z from "zod/mini";
import { lengthSystems } from "@/lib/domain/length";
import { ringSystems } from "@/lib/domain/ring-size";

/**
 * The shape of a shopper's choices for one piece, whatever the product. lib/domain/personalization.ts narrows it to
 * what one product allows; the API's description is generated from it.
 */

/** Far above what any product has: an upper bound for what is looked at. */
const MOST_PARTS = 40;

const words = (what: string) => (issue: { input?: unknown }) =>
  issue.input === undefined ? `Please choose ${what}.` : `This should be ${what}, written as text.`;

const idText = (what: string) =>
  z.string({ error: words(what) }).check(z.maxLength(80, `This is too long for ${what}.`));

export const sizeSystems = [...ringSystems, ...lengthSystems] as const;

const stoneSchema = z.strictObject(
  { slot: idText("a setting"), stone: idText("a stone") },
  { error: "A stone names its setting and the stone." },
);

const engravingSchema = z.strictObject(
  {
    zone: idText("a place for the engraving"),
    // Long texts are refused in engraving-text.ts, in better words.
    text: z.string({ error: words("the text to engrave") }),
    font: idText("a typeface"),
    heightMm: z.optional(
      z
        .number({ error: "The letter height is a number of millimetres, or left out." })
        .check(
          z.positive("Letters are taller than nothing."),
          z.maximum(100, "That is taller than any piece."),
        ),
    ),
  },
  { error: "An engraving names its place, its text and its typeface." },
);

export type StoneChoice = z.infer<typeof stoneSchema>;
export type EngravingInput = z.infer<typeof engravingSchema>;

export const personalizationShape = {
  metal: idText("a metal"),
  finish: idText("a finish"),
  size: z.strictObject(
    {
      system: z.enum(sizeSystems, {
        error: `Name the system of the size: one of ${sizeSystems.join(", ")}.`,
      }),
      value: z.string({ error: words("a size") }).check(z.maxLength(40, "This is too long for a size.")),
    },
    { error: "A size has a system and a value." },
  ),
  stone: stoneSchema,
  engraving: engravingSchema,
  motif: idText("a motif"),
  resizable: z.boolean({ error: "Say true or false, or leave it out." }),
};

/** Lists of one product's stones and engravings: their elements may have been narrowed. */
export const stoneList = (stone: z.ZodMiniType<StoneChoice, unknown>) =>
  z
    .array(stone, { error: "Stones are given as a list." })
    .check(z.maxLength(MOST_PARTS, "That is more stones than any piece holds."));

export const engravingList = (engraving: z.ZodMiniType<EngravingInput, unknown>) =>
  z
    .array(engraving, { error: "Engravings are given as a list." })
    .check(z.maxLength(MOST_PARTS, "That is more engravings than any piece holds."));

export type SizeChoiceInput = z.infer<typeof personalizationShape.size>;

export const personalizationInputSchema = z.strictObject(
  {
    metal: personalizationShape.metal,
    finish: z.optional(personalizationShape.finish),
    size: z.optional(personalizationShape.size),
    stones: z.optional(stoneList(stoneSchema)),
    engraving: z.optional(engravingList(engravingSchema)),
    motif: z.optional(personalizationShape.motif),
    resizable: z.optional(personalizationShape.resizable),
  },
  { error: "Tell us how to make it: at least the metal." },
);

/** A shopper's choices for one piece, as form, action and API carry them. Left out: the product's own default. */
export type Personalization = z.infer<typeof personalizationInputSchema>;
