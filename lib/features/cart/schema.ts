import { z } from "zod";
import { MAX_GIFT_MESSAGE, MAX_QUANTITY } from "@/lib/domain/order-limits";
import { isPersonalizationField, personalizationFromFields } from "@/lib/features/cart/personalization-form";
import type { PiecePicture } from "@/lib/features/previews/schema";

const rowId = z.string("We couldn’t find that line.").min(1).max(40);
const slug = z
  .string("Choose a piece first.")
  .max(120)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "Choose a piece first.");

/** Everything that may be seen, and line breaks; a message is printed on a card. */
const unprintable = /[^\P{Cc}\n]|[\p{Cs}\u200b\u2028-\u202e\u2066-\u2069\ufeff]/u;

export const quantitySchema = z
  .string(`Choose how many, from 1 to ${MAX_QUANTITY}.`)
  .regex(/^\d{1,2}$/, `Choose how many, from 1 to ${MAX_QUANTITY}.`)
  .transform(Number)
  .refine((count) => count >= 1 && count <= MAX_QUANTITY, `Choose how many, from 1 to ${MAX_QUANTITY}.`);

const giftShape = {
  gift: z
    .enum(["on", "off"], "Tick the box, or leave it.")
    .default("off")
    .transform((typed) => typed === "on"),
  giftMessage: z
    .string("A message is plain text.")
    .default("")
    .transform((typed) => typed.replace(/\r\n?/g, "\n").trim())
    .pipe(
      z
        .string()
        .max(MAX_GIFT_MESSAGE, `At most ${MAX_GIFT_MESSAGE} characters fit on the card.`)
        .refine((text) => !unprintable.test(text), "Please use visible characters only."),
    ),
};

const pieceShape = {
  product: slug,
  /** typed, not judged yet: what a product allows is known only when it has been read */
  personalization: z.custom<ReturnType<typeof personalizationFromFields>>(),
  quantity: quantitySchema.default(1),
  ...giftShape,
  proof: z
    .enum(["on", "off"], "Tick the box, or leave it.")
    .default("off")
    .transform((typed) => typed === "on"),
};

/** A message without the gift box ticked belongs to nobody. */
const dropStrayMessage = <T extends { gift: boolean; giftMessage: string }>(input: T): T =>
  input.gift ? input : { ...input, giftMessage: "" };

/** The arrow that sent the form: "stone-2.up". Then nothing is put into the bag. */
const move = z
  .string()
  .regex(/^[a-z0-9-]{1,60}\.(up|down)$/, "Choose what should move, and which way.")
  .optional();

export const addToBagSchema = z.strictObject({ ...pieceShape, move }).transform(dropStrayMessage);
export type AddToBag = z.output<typeof addToBagSchema>;

export const editLineSchema = z
  .strictObject({
    ...pieceShape,
    line: rowId,
    version: versionSchema(),
    move,
    /** the whole line, one piece of it, or a new line that begins like it */
    mode: z.enum(["all", "one", "copy"]).default("all"),
  })
  .transform(dropStrayMessage);
export type EditLine = z.output<typeof editLineSchema>;

export const changeBagSchema = z.discriminatedUnion(
  "intent",
  [
    z.strictObject({ intent: z.literal("quantity"), line: rowId, quantity: quantitySchema }),
    z.strictObject({ intent: z.literal("remove"), line: rowId }),
    z.strictObject({ intent: z.literal("gift"), line: rowId, ...giftShape }),
    z.strictObject({ intent: z.literal("restore"), ...pieceShape }),
  ],
  "Choose what to do with the line.",
);
export type ChangeBag = z.output<typeof changeBagSchema>;

/**
 * A form's fields with the personalization gathered under one key. What isn't a field of ours stays where it
 * is, for the strict schemas to refuse: a price that somebody adds is answered, not skipped over.
 */
export function readPieceForm(form: FormData): Record<string, unknown> {
  const typed: Record<string, string> = {};
  const rest: Record<string, unknown> = {};
  for (const [name, value] of form.entries()) {
    if (name.startsWith("$ACTION")) continue;
    if (typeof value === "string" && isPersonalizationField(name)) typed[name] = value;
    else rest[name] = value;
  }
  return { ...rest, personalization: personalizationFromFields(typed) };
}

/** Only what is put back after "undo" brings a personalization along. */
export function readBagForm(form: FormData): Record<string, unknown> {
  const { personalization, ...rest } = readPieceForm(form);
  return rest.intent === "restore" ? { ...rest, personalization } : rest;
}

/** Which state of the bag the page showed: an older one is not edited over. */
function versionSchema() {
  return z
    .string("Please open your bag again.")
    .regex(/^\d{1,9}$/, "Please open your bag again.")
    .transform(Number);
}

export type BagLineView = {
  id: string;
  product: { slug: string; name: string; makerName: string };
  picture: PiecePicture | null;
  specHash: string;
  /** describeSpec's words */
  spec: { label: string; value: string }[];
  quantity: number;
  gift: boolean;
  giftMessage: string;
  /** wished: asked for with this line; sent: it will be, wished for or by the design's own rule */
  proof: { wished: boolean; sent: boolean };
  /** one piece, gross */
  unitMinor: number;
  totalMinor: number;
  /** its price is kept for a while yet, should metal become dearer */
  priceKept: boolean;
  /** what the shopper was told before, where it was another price */
  wasUnitMinor: number | null;
  /** why it can't be returned, told before paying; "" where it can */
  personalBecause: string;
  /** why it can't be ordered as it is: in words, null where it can */
  problem: string | null;
  /** the form's fields, to put it back after "undo" and to fill the form when it is edited */
  fields: Record<string, string>;
};

/** After a change: how many pieces there are now; `removed` is what can be put back, as a form's fields. */
export type BagChangedView = {
  version: number;
  pieces: number;
  removed?: { name: string; fields: Record<string, string> };
};

export type PromiseView = { shipBy: string; arrivesP50: string; arrivesP90: string };
/** One parcel of several: what lies in it, and its days. `lines`: by id. */
export type ParcelView = PromiseView & { lines: string[]; holds: { name: string; quantity: number }[] };

export type BagView = {
  version: number;
  currency: string;
  pieces: number;
  lines: BagLineView[];
  subtotalMinor: number;
  /** for the whole bag, to where most parcels go: the workshop's own country */
  promise: PromiseView | null;
  /** sent each as it is ready, and what a parcel costs there; null where there is nothing to choose */
  apart: { parcels: ParcelView[]; perParcelMinor: number } | null;
  country: string;
  /** an instant; null where the price of some piece is no longer kept */
  priceKeptUntil: string | null;
  timeZone: string;
  /** orders of this bag whose money is on its way, though the pieces still lie here */
  pending: { number: string; token: string }[];
};
