import { z } from "zod";
import { countryCodes } from "@/lib/domain/countries";
import { MAX_QUANTITY } from "@/lib/domain/order-limits";
import { personalizationInputSchema } from "@/lib/domain/personalization-input";
import { priceLineSchema } from "@/lib/domain/price";
import { productKindSchema } from "@/lib/domain/product";
import { specSchema } from "@/lib/domain/spec";

/** The public API's questions and answers; its description is generated from these. */

export const slugSchema = z
  .string("Name the product by its slug, for example “posy-ring”.")
  .max(120, "That is longer than any product's slug.")
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "A product's slug has small letters, digits and hyphens.");

const countrySchema = z
  .string("Name a country by its two letters, for example GB.")
  .refine((code) => countryCodes.includes(code), {
    error: "We don't know that country. Use its two capital letters, for example GB or DE.",
    params: { code: "NOT_OFFERED" },
  });

const needBySchema = z.iso.date("Give the day as YYYY-MM-DD, for example 2026-12-24.");

const questionShape = {
  product: slugSchema,
  quantity: z
    .int(`Order between 1 and ${MAX_QUANTITY} of a piece.`)
    .min(1, `Order between 1 and ${MAX_QUANTITY} of a piece.`)
    .max(MAX_QUANTITY, `Order between 1 and ${MAX_QUANTITY} of a piece; write to us for more.`)
    .optional(),
  shipTo: z
    .strictObject(
      {
        country: countrySchema,
        postalCode: z
          .string("A postal code is text.")
          .max(20, "That is too long for a postal code.")
          .optional(),
      },
      "Where it goes: a country, and a postal code if you like.",
    )
    .optional(),
  needBy: needBySchema.optional(),
  proof: z
    .boolean("Ask for a proof with true, or leave it out.")
    .describe(
      "show me a proof before it is made: counted in the promise; some designs always have one, some never",
    )
    .optional(),
  advice: z
    .boolean("Ask for advice with true, or leave it out.")
    .describe("also answer what every other choice would cost, and with a refusal its ways out as data")
    .optional(),
};

/** What is asked, before the product is known: its choices are judged by the product's own schema. */
export const quoteQuestionSchema = z.strictObject(
  { ...questionShape, personalization: z.unknown().optional() },
  "Send a JSON object with product and personalization.",
);
export type QuoteQuestion = z.output<typeof quoteQuestionSchema>;

/** The same question as documented. */
export const quoteInputSchema = z.strictObject({
  ...questionShape,
  personalization: personalizationInputSchema,
});

const wayOutSchema = z.strictObject({
  label: z.string(),
  text: z.string().optional(),
  font: z.string().optional(),
  heightMm: z.number().optional(),
});
const fieldErrorSchema = z.strictObject({
  path: z.string(),
  code: z.string(),
  message: z.string(),
  waysOut: z
    .array(wayOutSchema)
    .optional()
    .describe("with advice only: what would mend it; the message says the same in words"),
});
export const errorsSchema = z.strictObject({ errors: z.array(fieldErrorSchema) });

const dateSchema = z.iso.date();

export const fitSchema = z.strictObject({
  zone: z.string(),
  font: z.string(),
  widthMm: z.number().describe("the widest line's advance at heightMm, with kerning"),
  maxWidthMm: z.number(),
  heightMm: z.number().describe("height of a capital letter"),
  fits: z.boolean(),
  missingGlyphs: z.array(z.string()),
});

export const promiseSchema = z.strictObject({
  shipBy: dateSchema.describe("binding: the last day on which it leaves the workshop"),
  arrives: z.strictObject({ p50: dateSchema, p90: dateSchema }),
  chanceByNeedBy: z.number().min(0).max(1).optional(),
});

export const quoteSchema = z.strictObject({
  specHash: z.string().regex(/^[0-9a-f]{64}$/),
  spec: specSchema,
  price: z.strictObject({
    currency: z.string(),
    totalMinor: z
      .int()
      .describe("for the whole quantity, tax of the destination included; the sum of the lines"),
    lines: z.array(priceLineSchema),
  }),
  fit: z.array(fitSchema),
  promise: promiseSchema.nullable().describe("null while no date can be given"),
  noDateBecause: z.string().optional().describe("only without a promise: why, in words for whoever orders"),
  alternatives: z
    .record(z.string(), z.record(z.string(), z.int()))
    .optional()
    .describe("with advice only: the total of one piece with one choice made otherwise, by choice and value"),
  choiceDays: z
    .record(z.string(), z.record(z.string(), dateSchema.nullable()))
    .optional()
    .describe(
      "with advice only: the day by which nine in ten arrive, the whole quantity of them, with one choice made otherwise; choices that move no day are left out",
    ),
});
export type QuoteView = z.output<typeof quoteSchema>;

const namedSchema = z.strictObject({ id: z.string(), label: z.string() });

export const productItemSchema = z.strictObject({
  slug: z.string(),
  name: z.string(),
  kind: productKindSchema,
  priceFromMinor: z.int(),
  currency: z.string(),
});

export const productListSchema = z.strictObject({
  products: z.array(productItemSchema),
  total: z.int(),
  nextCursor: z.string().nullable(),
});
export type ProductListView = z.output<typeof productListSchema>;

export const productDetailSchema = productItemSchema.extend({
  maker: z.strictObject({ slug: z.string(), name: z.string() }),
  options: z.strictObject({
    metals: z.array(namedSchema),
    finishes: z.array(namedSchema),
    size: z
      .strictObject({
        kind: z.enum(["ring", "length"]),
        minMm: z.number(),
        maxMm: z.number(),
        stepMm: z.number(),
        systems: z.array(z.string()),
      })
      .nullable(),
    resizable: z.boolean().describe("the back can be kept plain, so that it can be resized later"),
    stoneSlots: z.array(namedSchema.extend({ allowed: z.array(z.string()), required: z.boolean() })),
    stoneRow: z.boolean().describe("stones fill the slots from the first on, without a gap"),
    engravingZones: z.array(
      namedSchema.extend({
        lines: z.int(),
        minHeightMm: z.number(),
        maxHeightMm: z.number(),
        fonts: z.array(
          namedSchema.extend({ url: z.string().describe("the very file that is measured and cut") }),
        ),
        required: z.boolean(),
        besideSlot: z.string().optional().describe("only with a stone in this slot"),
        maxCharacters: z.int().optional(),
      }),
    ),
    motifs: z.array(namedSchema),
  }),
  required: z.array(z.string()).describe("keys of the personalization that can't be left out"),
  proof: z.enum(["never", "on-request", "always"]).describe("whether a proof is sent before a piece is made"),
  routing: z.array(z.strictObject({ stage: z.string(), kind: z.enum(["bench", "external"]) })),
});
export type ProductDetailView = z.output<typeof productDetailSchema>;

const idSchema = z
  .string()
  .max(60, "That is too long.")
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "Use an id, for example “sterling-silver” or “ruby”.");

/** The query of GET /api/v1/products; every value is text there. */
export const productQuerySchema = z.strictObject({
  kind: z.enum(productKindSchema.options, `Use one of ${productKindSchema.options.join(", ")}.`).optional(),
  metal: idSchema.optional(),
  stone: idSchema.optional(),
  maxPriceMinor: z
    .string()
    .regex(/^\d{1,9}$/, "Give a whole number in the currency's smallest unit, for example 25000.")
    .optional(),
  needBy: needBySchema.optional(),
  q: z
    .string()
    .max(100, "Search for 100 characters at most.")
    .regex(/^\P{Cc}*$/u, "Search for visible characters.")
    .optional(),
  cursor: z.string().max(200, "That isn't a cursor of ours.").optional(),
});
export type ProductQuery = z.output<typeof productQuerySchema>;
