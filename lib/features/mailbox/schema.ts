import { z } from "zod";
import { mailPictureSchema } from "@/lib/features/mailbox/mail-picture";
import type { PromisedView } from "@/lib/features/orders/schema";

const day = z.iso.date();
const minor = z.number().int().min(0);

/** What every mail about an order says. The recipient's own name is the buyer's. */
const orderShape = {
  orderNumber: z.string(),
  /** the buyer's key to /orders/[token] */
  token: z.string(),
  buyerName: z.string(),
};

/** The link to choose a password is made when the mail is sent: it never lies in the database. */
const accountShape = {
  userId: z.string(),
  name: z.string(),
  /** the owner who did it */
  byName: z.string(),
  linkExpiresAt: z.iso.datetime(),
};

const wordsSchema = z.array(
  z.strictObject({
    label: z.string(),
    before: z.string().nullable(),
    after: z.string().nullable(),
    changed: z.boolean(),
  }),
);

/** About a proposal. The link to it is made when the mail is sent: its key never lies in the database. */
const proposalShape = {
  ...orderShape,
  proposalId: z.string(),
  productName: z.string(),
  number: z.number().int().min(1),
  /** numbers of the pieces that it is about */
  pieces: z.array(z.string()).min(1),
};
/** Of all its pieces together; below 0: it goes back. */
const differenceShape = { differenceMinor: z.number().int(), currency: z.string().length(3) };

const pieceSchema = z.strictObject({
  name: z.string(),
  quantity: z.number().int().min(1),
  /** describeSpec's words */
  spec: z.array(z.object({ label: z.string(), value: z.string() })),
  /** of the very piece; null for a present, which nobody should come upon in somebody's mail */
  picture: mailPictureSchema.nullable().default(null),
});

const parcelSchema = z.strictObject({
  holds: z.array(z.strictObject({ name: z.string(), quantity: z.number().int().min(1) })),
  shipBy: day,
  arrivesP50: day,
  arrivesP90: day,
});

const paidLineSchema = pieceSchema.extend({
  /** gross, of the whole line */
  totalMinor: minor,
  gift: z.boolean(),
  giftMessage: z.string(),
  /** false: made to the customer's specification; no right of withdrawal (told before paying) */
  returnable: z.boolean(),
  /** why it isn't; mails queued before it was kept have none */
  personalBecause: z.string().default(""),
});

/** One schema a template: what its mail needs to know, frozen when the mail is queued. */
export const mailDataSchemas = {
  "order-confirmed": z.strictObject({
    ...orderShape,
    currency: z.string().length(3),
    lines: z.array(paidLineSchema).min(1),
    subtotalMinor: minor,
    shippingMinor: minor,
    /** what a code took off, and its words */
    discount: z.strictObject({ label: z.string(), amountMinor: minor }).nullable().default(null),
    taxMinor: minor,
    totalMinor: minor,
    /** how much of the total gift cards paid */
    giftCardMinor: minor.default(0),
    shippingLabel: z.string(),
    /** name and address, a line each */
    shipTo: z.array(z.string()),
    shipBy: day,
    arrivesP50: day,
    arrivesP90: day,
    /** where they are sent as they are ready: each parcel's, the soonest first; else none */
    parcels: z.array(parcelSchema).default([]),
  }),
  /** an asynchronous method was chosen; the money is not there yet */
  "payment-pending": z.strictObject({
    ...orderShape,
    currency: z.string().length(3),
    totalMinor: minor,
  }),
  /** no money in it: this is the one that is forwarded to whom the piece is for */
  "order-shipped": z.strictObject({
    ...orderShape,
    pieces: z.array(pieceSchema).min(1),
    carrier: z.string(),
    trackingNumber: z.string(),
    trackingUrl: z.url().nullable(),
    shippedOn: day,
    arrivesP50: day.nullable(),
    arrivesP90: day.nullable(),
    /** pieces of the same order that are still being made */
    stillToCome: z.number().int().min(0),
    /** of an order that is sent in parcels: which this is, counted as they leave, and of how many that were promised */
    parcel: z
      .strictObject({ nth: z.number().int().min(1), of: z.number().int().min(2) })
      .nullable()
      .default(null),
    /** by when what is still here was promised to leave and arrive: of the parcel that is next, unless told anew since */
    next: z.strictObject({ shipBy: day, arrivesP50: day, arrivesP90: day }).nullable().default(null),
    /** there is a gift in the order: the mail may be passed on, so nothing in it leads to the price */
    gift: z.boolean().default(false),
  }),
  /** 16 CFR 435.2(b): a definite new date (null: it is unknown) and a free way to cancel */
  "order-delayed": z.strictObject({
    ...orderShape,
    pieces: z.array(pieceSchema).min(1),
    reason: z.string(),
    promisedShipBy: day,
    newShipBy: day.nullable(),
    /** a first delay of at most 30 days: silence is consent. Else the buyer must say yes */
    consent: z.enum(["silence", "express"]),
    /** with "express": without a yes by this day the order is cancelled and refunded */
    answerBy: day.nullable(),
    /** how many were promised: of several, this is about the one with the pieces that are named */
    parcels: z.number().int().min(1).default(1),
  }),
  "order-refunded": z.strictObject({
    ...orderShape,
    currency: z.string().length(3),
    amountMinor: minor.min(1),
    reason: z.string(),
    /** onto which gift card it went; null: the way the buyer paid */
    giftCardEnding: z.string().nullable().default(null),
    whole: z.boolean(),
  }),
  "order-cancelled": z.strictObject({
    ...orderShape,
    currency: z.string().length(3),
    /** 0: nothing had been paid */
    refundedMinor: minor,
    reason: z.string(),
  }),
  "proof-sent": z.strictObject({
    ...{ ...proposalShape, ...differenceShape, words: wordsSchema, note: z.string() },
    picture: pieceSchema.shape.picture,
    reminder: z.boolean(),
  }),
  "change-proposed": z.strictObject({
    ...{ ...proposalShape, ...differenceShape, words: wordsSchema, note: z.string() },
    shipBy: day.nullable(),
    expiresOn: day,
  }),
  "piece-changed": z.strictObject({
    ...{ ...proposalShape, ...differenceShape, words: wordsSchema },
    shipBy: day.nullable(),
    returnable: z.boolean(),
  }),
  "change-ended": z.strictObject({ ...proposalShape, because: z.string(), paidBack: z.boolean() }),
  /** the studio closed the old link */
  "order-link": z.strictObject(orderShape),
  /** to whom it is for. Its code isn't here: it is worked out while the mail is written */
  "gift-card": z.strictObject({
    cardId: z.string(),
    currency: z.string().length(3),
    amountMinor: minor,
    recipientName: z.string(),
    fromName: z.string(),
    message: z.string(),
    expiresOn: day.nullable(),
  }),
  /** to who bought it */
  "gift-card-bought": z.strictObject({
    ...orderShape,
    currency: z.string().length(3),
    amountMinor: minor,
    recipientName: z.string(),
    byMail: z.boolean(),
    sendOn: day.nullable(),
  }),
  /** nothing was ordered: a strip of card, and the way back to the piece */
  "sizer-posted": z.strictObject({
    name: z.string(),
    piece: z.strictObject({ slug: z.string(), name: z.string() }).nullable(),
  }),
  "studio-welcome": z.strictObject(accountShape),
  "password-reset": z.strictObject(accountShape),
} satisfies Record<string, z.ZodType>;

export type MailTemplate = keyof typeof mailDataSchemas;
export type MailData<Template extends MailTemplate = MailTemplate> = z.output<
  (typeof mailDataSchemas)[Template]
>;
export const mailTemplates = Object.keys(mailDataSchemas) as MailTemplate[];

/** One mail that must go out once. `dedupeKey` names the cause, e.g. `order-confirmed:${orderId}`. */
export type NewMail<Template extends MailTemplate = MailTemplate> = {
  template: Template;
  dedupeKey: string;
  recipient: string;
  data: z.input<(typeof mailDataSchemas)[Template]>;
  orderId?: string;
};

/** A mail's template with its data, as templates take it. */
export type MailContent = {
  [Template in MailTemplate]: { template: Template; data: MailData<Template> };
}[MailTemplate];

/** A stored row as content. Throws (a bug) when the row isn't what queueMail writes. */
export function readMailData(template: string, data: unknown): MailContent {
  if (!Object.hasOwn(mailDataSchemas, template)) throw new Error(`No mail template ${template}`);
  const known = template as MailTemplate;
  // Template and data belong together: the schema was chosen by the very template.
  return { template: known, data: mailDataSchemas[known].parse(data) } as MailContent;
}

/** What a mail says about the shop itself, read when it is sent. */
export type MailContext = {
  shop: { name: string; email: string; phone: string | null; address: string[]; url: string };
  /** only for account mails */
  passwordLink: string | null;
  /** only for mails about a proposal */
  proposalLink: string | null;
  /** only for gift cards */
  giftCode: string | null;
  /** of an order whose day the mail speaks of: its parcels that are still here, as its page would tell them now */
  parcels: Pick<PromisedView, "parcel" | "holds" | "pieces" | "forecast">[];
};

/** Speak of the day on which something leaves. The mail of a delay does too: it is itself what is new. */
export const dayTemplates = [
  "order-confirmed",
  "order-shipped",
  "change-proposed",
  "piece-changed",
] as const satisfies MailTemplate[];

/** What opens something by itself: for the owner's eyes alone, and never written a second time for the screen. */
export const accountTemplates = [
  "studio-welcome",
  "password-reset",
  "gift-card",
] as const satisfies MailTemplate[];

export const mailStatuses = ["QUEUED", "SENT", "FAILED"] as const;
export const mailStatusLabels = { QUEUED: "Waiting", SENT: "Sent", FAILED: "Not sent" } as const;

export type MailListItem = {
  id: string;
  template: string;
  label: string;
  recipient: string;
  /** null until it has been tried */
  subject: string | null;
  status: (typeof mailStatuses)[number];
  lastError: string | null;
  orderNumber: string | null;
  createdAt: string;
  sentAt: string | null;
};

export type MailView = MailListItem & {
  /** null where it can't be shown again: a private link, sent by a mail server */
  content: { html: string; text: string } | null;
};

export const retryMailSchema = z.strictObject({ mailId: z.string().min(1).max(40) });

export const templateLabels: Record<MailTemplate, string> = {
  "order-confirmed": "Order confirmed",
  "payment-pending": "Payment on its way",
  "order-shipped": "Order shipped",
  "order-delayed": "Delay notice",
  "order-refunded": "Refund",
  "order-cancelled": "Order cancelled",
  "proof-sent": "Proof",
  "change-proposed": "Change proposed",
  "piece-changed": "Change agreed",
  "change-ended": "Change ended",
  "order-link": "New link",
  "gift-card": "Gift card",
  "gift-card-bought": "Gift card bought",
  "sizer-posted": "Ring sizer",
  "studio-welcome": "Welcome to the studio",
  "password-reset": "New password",
};
