import { z } from "zod";

/** Who did it. The name is kept beside the event, for when the person is gone. */
export type Actor =
  | { kind: "STAFF"; id: string; name: string; role: "OWNER" | "ARTISAN" }
  | { kind: "CUSTOMER" }
  | { kind: "SYSTEM" }
  | { kind: "STRIPE" };
export type StaffActor = Extract<Actor, { kind: "STAFF" }>;

const minor = z.int().min(0);
const date = z.iso.date();
const none = z.strictObject({});
const specHash = z.string().regex(/^[0-9a-f]{64}$/);
/** Words are frozen with the event: a stage renamed later doesn't rewrite what happened. */
const stage = { position: z.int().min(0), stage: z.string(), label: z.string(), buyerLabel: z.string() };
const minutes = z.number().min(0).nullable();
/** Which of the order's parcels it is about; the only one, where it isn't said. */
const parcel = z.int().min(1).optional();

/**
 * What can have happened to an order, a job or the workshop: past tense, each with the shape of its data. An event
 * about a job also carries the job's order. Nobody's address or message belongs in here.
 */
export const eventDataSchemas = {
  ORDER_PLACED: z.strictObject({ totalMinor: minor, currency: z.string(), pieces: z.int().min(1) }),
  CHECKOUT_OPENED: z.strictObject({ sessionId: z.string(), amountMinor: minor, currency: z.string() }),
  CHECKOUT_EXPIRED: z.strictObject({ sessionId: z.string() }),
  PAYMENT_ANNOUNCED: z.strictObject({ sessionId: z.string() }),
  PAYMENT_FAILED: z.strictObject({ sessionId: z.string() }),
  ORDER_PAID: z.strictObject({
    /** null: gift cards paid all of it */
    sessionId: z.string().nullable(),
    /** by card */
    amountMinor: minor,
    giftCardMinor: minor.optional(),
    currency: z.string(),
    late: z.boolean(),
  }),
  SURPLUS_RECEIVED: z.strictObject({
    ...{ sessionId: z.string(), amountMinor: minor, currency: z.string() },
    /** paid for a change that couldn't be made any more, and not a second time */
    forChange: z.literal(true).optional(),
  }),
  /** not the sum that was asked for: nothing is made and nothing sent back until a person has looked */
  PAYMENT_HELD: z.strictObject({
    sessionId: z.string(),
    amountMinor: minor,
    currency: z.string(),
    expectedMinor: minor,
  }),
  ORDER_EXPIRED: none,
  /** paid so long after it was placed that its dates had gone by: what was told instead, with the confirmation */
  PROMISE_RENEWED: z.strictObject({ parcel, shipBy: date, arrivesP50: date, arrivesP90: date }),
  ORDER_CANCELLED: z.strictObject({ reason: z.string() }),
  REFUND_REQUESTED: z.strictObject({ amountMinor: minor, currency: z.string(), reason: z.string() }),
  REFUND_SUCCEEDED: z.strictObject({ amountMinor: minor, currency: z.string() }),
  REFUND_FAILED: z.strictObject({ amountMinor: minor, currency: z.string() }),
  DELAY_NOTICED: z.strictObject({
    parcel,
    promisedShipBy: date,
    newShipBy: date.nullable(),
    reason: z.string(),
    /** what the buyer was told that silence means; with "express" the last day for their yes */
    consent: z.enum(["silence", "express"]).default("silence"),
    answerBy: date.nullable().default(null),
  }),
  DELAY_ACCEPTED: z.strictObject({ parcel, newShipBy: date.nullable() }),
  PARCEL_SHIPPED: z.strictObject({ carrier: z.string(), trackingNumber: z.string(), pieces: z.int().min(1) }),
  ORDER_SHIPPED: none,
  ORDER_LINK_REVOKED: none,
  ORDER_LINK_RENEWED: none,

  JOB_QUEUED: z.strictObject({ number: z.string(), product: z.string() }),
  STAGE_STARTED: z.strictObject({ ...stage, artisan: z.string().nullable() }),
  STAGE_PUT_BACK: z.strictObject(stage),
  STAGE_FINISHED: z.strictObject({ ...stage, minutes }),
  CHECK_PASSED: z.strictObject({ ...stage, minutes }),
  CHECK_FAILED: z.strictObject({ ...stage, minutes, note: z.string(), round: z.int().min(1) }),
  JOB_FINISHED: z.strictObject({ number: z.string() }),
  JOB_HELD: z.strictObject({ reason: z.string() }),
  JOB_RESUMED: none,
  RUSH_SET: none,
  RUSH_CLEARED: none,
  NOTE_ADDED: none,
  PHOTO_ADDED: z.strictObject({ photoId: z.string() }),
  PHOTO_SHOWN: z.strictObject({ photoId: z.string() }),
  PHOTO_HIDDEN: z.strictObject({ photoId: z.string() }),
  JOB_SHIPPED: z.strictObject({ number: z.string(), carrier: z.string() }),
  JOB_CANCELLED: z.strictObject({ reason: z.string() }),
  /** `spec`: what was put before the customer, and later what they approved */
  PROOF_SENT: z.strictObject({ number: z.int().min(1), spec: specHash, changes: z.array(z.string()) }),
  PROOF_REMINDED: z.strictObject({ number: z.int().min(1) }),
  PROOF_APPROVED: z.strictObject({ number: z.int().min(1), spec: specHash }),
  PROOF_COMMENTED: z.strictObject({ number: z.int().min(1) }),
  PROPOSAL_WITHDRAWN: z.strictObject({ number: z.int().min(1) }),
  CHANGE_ASKED: none,
  CHANGE_ASK_DECLINED: none,
  CHANGE_PROPOSED: z.strictObject({
    ...{ number: z.int().min(1), changes: z.array(z.string()) },
    ...{ differenceMinor: z.int(), currency: z.string() },
  }),
  CHANGE_DECLINED: z.strictObject({ number: z.int().min(1) }),
  CHANGE_EXPIRED: z.strictObject({ number: z.int().min(1) }),
  /** the customer agreed too late: this had begun */
  CHANGE_OVERTAKEN: z.strictObject({ number: z.int().min(1), because: z.string() }),
  CHANGE_PAID: z.strictObject({ sessionId: z.string(), amountMinor: minor, currency: z.string() }),
  /** the words of both lie with their specs; here stands what differs, and what it cost */
  SPEC_CHANGED: z.strictObject({
    parcel,
    ...{ version: z.int().min(2), changes: z.array(z.string()), from: specHash, to: specHash },
    ...{ differenceMinor: z.int(), currency: z.string(), shipBy: date.nullable() },
    arrives: z.strictObject({ p50: date, p90: date }).nullable(),
  }),

  WORKSHOP_SET_UP: z.strictObject({ name: z.string() }),
  WORKSHOP_CHANGED: z.strictObject({ fields: z.array(z.string()) }),
  ARTISAN_ADDED: z.strictObject({ artisan: z.string() }),
  ARTISAN_CHANGED: z.strictObject({ artisan: z.string(), fields: z.array(z.string()) }),
  TIME_OFF_ADDED: z.strictObject({ artisan: z.string(), from: date, to: date }),
  TIME_OFF_REMOVED: z.strictObject({ artisan: z.string(), from: date, to: date }),
  CLOSURE_ADDED: z.strictObject({ date, name: z.string() }),
  CLOSURE_REMOVED: z.strictObject({ date, name: z.string() }),
  METAL_PRICE_SET: z.strictObject({ alloy: z.string(), pricePerGramMinor: minor, currency: z.string() }),
  DISCOUNT_CODE_SAVED: z.strictObject({ code: z.string(), fields: z.array(z.string()) }),
  DISCOUNT_CODE_PAUSED: z.strictObject({ code: z.string() }),
  DISCOUNT_CODE_RESUMED: z.strictObject({ code: z.string() }),
  /** the card by the end of its code: the code itself is nobody's but its holder's */
  GIFT_CARD_ISSUED: z.strictObject({
    ending: z.string(),
    amountMinor: minor,
    currency: z.string(),
    /** null: bought with the order that this event is about */
    reason: z.string().nullable(),
  }),
  GIFT_CARD_SENT: z.strictObject({ ending: z.string() }),
  GIFT_CARD_EXPIRED: z.strictObject({ ending: z.string(), amountMinor: minor, currency: z.string() }),
  SHIPPING_METHOD_CHANGED: z.strictObject({ method: z.string(), fields: z.array(z.string()) }),
  PRODUCT_CHANGED: z.strictObject({ product: z.string(), fields: z.array(z.string()) }),
  /** what a kind of work truly takes became its plan, in so many designs */
  PLAN_ADOPTED: z.strictObject({ stage: z.string(), ratio: z.number().positive(), designs: z.int().min(0) }),
  PRODUCT_PUBLISHED: z.strictObject({ product: z.string() }),
  PICTURE_UPLOADED: z.strictObject({ product: z.string() }),
  PICTURE_DISCARDED: z.strictObject({ product: z.string() }),
  SIZER_REQUESTED: none,
  SIZER_POSTED: none,
  PRODUCT_RETIRED: z.strictObject({ product: z.string() }),
  PERSON_ADDED: z.strictObject({ person: z.string(), role: z.enum(["OWNER", "ARTISAN"]) }),
  PERSON_DISABLED: z.strictObject({ person: z.string() }),
  PERSON_ENABLED: z.strictObject({ person: z.string() }),
  PASSWORD_RESET: z.strictObject({ person: z.string() }),
} satisfies Record<string, z.ZodType>;

export type EventType = keyof typeof eventDataSchemas;
export type EventData<Type extends EventType> = z.output<(typeof eventDataSchemas)[Type]>;
/** What happened, discriminated by type. */
export type DomainEvent = { [Type in EventType]: { type: Type; data: EventData<Type> } }[EventType];

export const eventTypes = Object.keys(eventDataSchemas) as EventType[];

/** A stored row as an event; null for a type that this version doesn't know, or data that isn't its own. */
export function readEvent(row: { type: string; data: unknown }): DomainEvent | null {
  const schema = Object.hasOwn(eventDataSchemas, row.type)
    ? eventDataSchemas[row.type as EventType]
    : undefined;
  const data = schema?.safeParse(row.data);
  // The schema was chosen by this very type: the pair belongs together, which the compiler can't see.
  return data?.success ? ({ type: row.type, data: data.data } as DomainEvent) : null;
}
