import { z } from "zod";
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

const idText = (what: string) => z.string({ error: words(what) }).max(80, `This is too long for ${what}.`);

export const sizeSystems = [...ringSystems, ...lengthSystems] as const;

export const personalizationShape = {
  metal: idText("a metal"),
  finish: idText("a finish"),
  size: z.strictObject(
    {
      system: z.enum(sizeSystems, {
        error: `Name the system of the size: one of ${sizeSystems.join(", ")}.`,
      }),
      value: z.string({ error: words("a size") }).max(40, "This is too long for a size."),
    },
    { error: "A size has a system and a value." },
  ),
  stone: z.strictObject(
    { slot: idText("a setting"), stone: idText("a stone") },
    { error: "A stone names its setting and the stone." },
  ),
  stones: (stone: z.ZodType<StoneChoice>) =>
    z
      .array(stone, { error: "Stones are given as a list." })
      .max(MOST_PARTS, "That is more stones than any piece holds."),
  engraving: z.strictObject(
    {
      zone: idText("a place for the engraving"),
      // Long texts are refused in engraving-text.ts, in better words; this only bounds the work.
      text: z.string({ error: words("the text to engrave") }),
      font: idText("a typeface"),
      heightMm: z
        .number({ error: "The letter height is a number of millimetres, or left out." })
        .positive("Letters are taller than nothing.")
        .max(100, "That is taller than any piece.")
        .optional(),
    },
    { error: "An engraving names its place, its text and its typeface." },
  ),
  engravings: (engraving: z.ZodType<EngravingInput>) =>
    z
      .array(engraving, { error: "Engravings are given as a list." })
      .max(MOST_PARTS, "That is more engravings than any piece holds."),
  motif: idText("a motif"),
};

export type SizeChoiceInput = z.infer<typeof personalizationShape.size>;
export type StoneChoice = { slot: string; stone: string };
export type EngravingInput = { zone: string; text: string; font: string; heightMm?: number | undefined };

export const personalizationInputSchema = z.strictObject(
  {
    metal: personalizationShape.metal,
    finish: personalizationShape.finish.optional(),
    size: personalizationShape.size.optional(),
    stones: personalizationShape.stones(personalizationShape.stone).optional(),
    engraving: personalizationShape.engravings(personalizationShape.engraving).optional(),
    motif: personalizationShape.motif.optional(),
  },
  { error: "Tell us how to make it: at least the metal." },
);

/** A shopper's choices for one piece, as form, action and API carry them. Left out: the product's own default. */
export type Personalization = z.infer<typeof personalizationInputSchema>;
