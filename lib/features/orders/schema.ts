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
  picture: z.strictObject({ src: z.string(), alt: z.string(), width: z.int(), height: z.int() }).nullable(),
  spec: z.array(z.strictObject({ label: z.string(), value: z.string() })),
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

export const orderStorySchema = z.strictObject({
  number: z.string(),
  status: z.enum(orderStatuses),
  placedOn: day,
  timeZone: z.string().describe("the workshop's; every day here is a day there"),
  currency: z.string(),
  lines: z.array(lineSchema),
  subtotalMinor: minor,
  shipping: z.strictObject({ label: z.string(), amountMinor: minor }),
  taxMinor: minor,
  totalMinor: minor,
  refundedMinor: minor,
  shipTo: z.array(z.string()).describe("as it stands on the parcel, a line each"),
  promise: z.strictObject({ shipBy: day, arrives }).nullable().describe("as it was made; never edited"),
  renewed: z
    .strictObject({ shipBy: day, arrives })
    .nullable()
    .describe("told instead, where the payment came so late that the promise no longer held"),
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
  pieces: z.array(pieceSchema),
  timeline: z.array(momentSchema).describe("what has happened so far, oldest first"),
  parcels: z.array(parcelSchema),
  refunds: z.array(refundSchema),
  payment: z.strictObject({
    /** payable: it can be paid now, at the price above; checking: a person looks at the payment */
    state: z.enum(["payable", "pending", "checking", "paid", "lapsed", "returned"]),
    payableUntil: z.iso.datetime().nullable(),
  }),
});

export type OrderStory = z.output<typeof orderStorySchema>;
export type OrderLineView = OrderStory["lines"][number];
export type PieceView = OrderStory["pieces"][number];
export type MomentView = OrderStory["timeline"][number];

/** 160 random bits in base64url: anything else is nobody's key, and needn't be looked up. */
export const orderTokenSchema = z.string().regex(/^[A-Za-z0-9_-]{27}$/);

export const orderLinkSchema = z.strictObject({ token: orderTokenSchema });
