import { z } from "zod";
import { orderStatuses } from "@/lib/domain/order";
import { priceLineSchema } from "@/lib/domain/price";

/** The story of an order, as its page shows it and as GET /api/v1/orders/{token} answers it. */

const minor = z.int();
const day = z.iso.date();
const arrives = z.strictObject({ p50: day, p90: day });

const lineSchema = z.strictObject({
  name: z.string(),
  /** null once the design is no longer on sale */
  product: z.string().nullable(),
  picture: z
    .strictObject({
      ...{ src: z.string(), alt: z.string(), width: z.int(), height: z.int() },
      inOrderedMetal: z.boolean().describe("false: it shows the design in another metal"),
      inOrderedFinish: z.boolean().describe("false: it shows the design in another finish"),
    })
    .nullable(),
  spec: z.array(z.strictObject({ label: z.string(), value: z.string() })),
  changed: z
    .array(
      z.strictObject({
        version: z.int(),
        on: day.describe("when it was agreed to"),
        words: z.array(
          z.strictObject({
            label: z.string(),
            before: z.string().nullable(),
            after: z.string().nullable(),
            changed: z.boolean(),
          }),
        ),
      }),
    )
    .describe(
      "what was agreed to since it was ordered, oldest first; what stands above is how it is made now",
    ),
  pieces: z.array(z.string()).describe("numbers of the pieces that are made so"),
  proof: z.boolean().describe("a proof is approved before it is made"),
  quantity: z.int(),
  unitMinor: minor,
  totalMinor: minor,
  price: z.array(priceLineSchema).describe("what one piece's price is made of"),
  returnable: z.boolean(),
  personalBecause: z.string().describe("why it can’t be returned; empty where it can"),
  gift: z.boolean(),
  giftMessage: z.string(),
});

export const pieceStates = ["waiting", "making", "paused", "ready", "shipped", "cancelled"] as const;

const pieceSchema = z.strictObject({
  number: z.string(),
  name: z.string(),
  state: z.enum(pieceStates),
  stages: z.array(
    z.strictObject({
      label: z.string(),
      state: z.enum(["done", "now", "next"]),
      doneOn: day.nullable(),
    }),
  ),
});

const momentSchema = z.strictObject({
  at: z.iso.datetime(),
  on: day.describe("the same in the workshop's own day"),
  piece: z.string().nullable().describe("which piece, where the order has several"),
  text: z.string(),
  photo: z.strictObject({ url: z.string(), caption: z.string(), width: z.int(), height: z.int() }).nullable(),
});

const parcelSchema = z.strictObject({
  carrier: z.string(),
  trackingNumber: z.string(),
  trackingUrl: z.string().nullable(),
  shippedOn: day,
  pieces: z.array(z.string()),
});

const refundSchema = z.strictObject({
  amountMinor: minor,
  status: z.enum(["REQUESTED", "SUCCEEDED", "FAILED"]),
  on: day,
});

const daysSchema = z.strictObject({ shipBy: day, arrives });

const promisedSchema = z.strictObject({
  parcel: z.int(),
  holds: z.array(z.strictObject({ name: z.string(), quantity: z.int() })),
  pieces: z.array(z.string()).describe("their numbers, once it is paid"),
  state: z.enum(["here", "left", "cancelled"]),
  promise: daysSchema,
  renewed: daysSchema
    .nullable()
    .describe("told instead, where the payment came so late that the promise no longer held"),
  forecast: z
    .strictObject({
      leaves: z.strictObject({ p50: day, p90: day }),
      arrives,
      than: z
        .enum(["earlier", "promised", "unsure", "later"])
        .describe(
          "later: more likely than not after the promised day; unsure: more than one in ten after it; earlier: before the promised arrival",
        ),
    })
    .nullable()
    .describe("as the bench stands today, beside the promise; null where that says nothing"),
  delay: z
    .strictObject({
      newShipBy: day.nullable(),
      reason: z.string(),
      answerBy: day
        .nullable()
        .describe("without the buyer's yes by then the order is cancelled and refunded"),
      cancellable: z.boolean().describe("the buyer may cancel all of it at no cost"),
    })
    .nullable()
    .describe("the last delay that was told"),
});

export const orderStorySchema = z.strictObject({
  number: z.string(),
  status: z.enum(orderStatuses),
  placedOn: day,
  timeZone: z.string().describe("the workshop's; every day here is a day there"),
  currency: z.string(),
  lines: z.array(lineSchema),
  giftCards: z
    .array(
      z.strictObject({
        amountMinor: minor,
        recipientName: z.string(),
        by: z.enum(["email", "print"]),
        sendOn: day.nullable(),
        sentOn: day.nullable(),
        /** it is paid, and its code counts */
        ready: z.boolean(),
      }),
    )
    .describe("bought with this order: it then has no lines"),
  subtotalMinor: minor,
  shipping: z.strictObject({ label: z.string(), amountMinor: minor }),
  discount: z
    .strictObject({ label: z.string(), amountMinor: minor })
    .nullable()
    .describe("taken off the pieces by a code; the tax below is that of the reduced price"),
  taxMinor: minor,
  totalMinor: minor,
  giftCardMinor: minor.describe("how much of the total gift cards pay"),
  refundedMinor: minor,
  shipTo: z.array(z.string()).describe("as it stands on the parcel, a line each"),
  promise: daysSchema
    .nullable()
    .describe("as it was made, of the whole order: the last of its parcels decides; never edited"),
  promised: z
    .array(promisedSchema)
    .describe("as it was made of each parcel, the soonest first; one where all of it travels together"),
  renewed: promisedSchema.shape.renewed.describe("as in promised, of an order in one parcel"),
  forecast: promisedSchema.shape.forecast.describe("as in promised, of an order in one parcel"),
  delay: promisedSchema.shape.delay.describe("as in promised, of an order in one parcel"),
  pieces: z.array(pieceSchema),
  timeline: z.array(momentSchema).describe("what has happened so far, oldest first"),
  parcels: z.array(parcelSchema),
  refunds: z.array(refundSchema),
  proposals: z
    .array(
      z.strictObject({
        kind: z.enum(["PROOF", "CHANGE"]),
        status: z.enum(["OPEN", "ACCEPTED", "COMMENTED", "DECLINED", "WITHDRAWN", "EXPIRED", "OVERTAKEN"]),
        number: z.int(),
        pieces: z.array(z.string()),
        productName: z.string(),
        token: z.string().describe("the key to /proposals/[token], where it is answered"),
        sentOn: day,
      }),
    )
    .describe("proofs and changes that were put before the buyer, oldest first"),
  changeable: z.array(z.string()).describe("numbers of pieces that can still be changed"),
  payment: z.strictObject({
    /** payable: it can be paid now, at the price above; checking: a person looks at the payment */
    state: z.enum(["payable", "pending", "checking", "paid", "lapsed", "returned"]),
    payableUntil: z.iso.datetime().nullable(),
  }),
});

export type OrderStory = z.output<typeof orderStorySchema>;
export type OrderLineView = OrderStory["lines"][number];
export type PromisedView = z.output<typeof promisedSchema>;
export type PieceView = OrderStory["pieces"][number];
export type MomentView = OrderStory["timeline"][number];

/** 160 random bits in base64url: anything else is nobody's key, and needn't be looked up. */
export const orderTokenSchema = z.string().regex(/^[A-Za-z0-9_-]{27}$/);

export const orderLinkSchema = z.strictObject({ token: orderTokenSchema });

/** An answer to a delay: of one parcel, the only one where it isn't said. */
export const delayAnswerSchema = z.strictObject({
  token: orderTokenSchema,
  parcel: z
    .string()
    .regex(/^[1-9]\d?$/, "Please open your order’s page again.")
    .transform(Number)
    .optional(),
});
