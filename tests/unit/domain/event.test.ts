import { describe, expect, it } from "vitest";
import { type DomainEvent, eventDataSchemas, eventTypes, readEvent } from "@/lib/domain/event";
import { describeEvent, describeEventForBuyer, type EventFormat } from "@/lib/domain/event-words";

const format: EventFormat = {
  money: (minor, currency) => `${currency} ${(minor / 100).toFixed(2)}`,
  day: (date) => date,
};
const stage = { position: 2, stage: "setting", label: "Stone setting", buyerLabel: "Your stones are set" };
const money = { amountMinor: 12_500, currency: "GBP" };

/** One of each: the compiler objects when a type is missing. */
const samples: { [Type in DomainEvent["type"]]: Extract<DomainEvent, { type: Type }>["data"] } = {
  ORDER_PLACED: { totalMinor: 12_500, currency: "GBP", pieces: 2 },
  CHECKOUT_OPENED: { sessionId: "cs_1", ...money },
  CHECKOUT_EXPIRED: { sessionId: "cs_1" },
  PAYMENT_ANNOUNCED: { sessionId: "cs_1" },
  PAYMENT_FAILED: { sessionId: "cs_1" },
  ORDER_PAID: { sessionId: "cs_1", ...money, late: false },
  SURPLUS_RECEIVED: { sessionId: "cs_2", ...money },
  PAYMENT_HELD: { sessionId: "cs_1", amountMinor: 100, currency: "GBP", expectedMinor: 120 },
  ORDER_EXPIRED: {},
  PROMISE_RENEWED: { shipBy: "2026-12-18", arrivesP50: "2026-12-18", arrivesP90: "2026-12-22" },
  ORDER_CANCELLED: { reason: "Changed their mind" },
  REFUND_REQUESTED: { ...money, reason: "Changed their mind" },
  REFUND_SUCCEEDED: money,
  REFUND_FAILED: money,
  DELAY_NOTICED: {
    promisedShipBy: "2026-12-08",
    newShipBy: null,
    reason: "Stone late",
    consent: "express",
    answerBy: "2027-01-07",
  },
  DELAY_ACCEPTED: { newShipBy: null },
  PARCEL_SHIPPED: { carrier: "Royal Mail", trackingNumber: "AB1", pieces: 1 },
  ORDER_SHIPPED: {},
  ORDER_LINK_REVOKED: {},
  ORDER_LINK_RENEWED: {},
  JOB_QUEUED: { number: "TM-1042-1", product: "Hammered band" },
  STAGE_STARTED: { ...stage, artisan: "Mara" },
  STAGE_PUT_BACK: stage,
  STAGE_FINISHED: { ...stage, minutes: 95 },
  CHECK_PASSED: { ...stage, minutes: 8 },
  CHECK_FAILED: { ...stage, minutes: null, note: "Scratch", round: 1 },
  JOB_FINISHED: { number: "TM-1042-1" },
  JOB_HELD: { reason: "Stone cracked" },
  JOB_RESUMED: {},
  RUSH_SET: {},
  RUSH_CLEARED: {},
  NOTE_ADDED: {},
  PHOTO_ADDED: { photoId: "p" },
  PHOTO_SHOWN: { photoId: "p" },
  PHOTO_HIDDEN: { photoId: "p" },
  JOB_SHIPPED: { number: "TM-1042-1", carrier: "Royal Mail" },
  PROOF_SENT: { number: 1, spec: "a".repeat(64), changes: [] },
  PROOF_REMINDED: { number: 1 },
  PROOF_APPROVED: { number: 1, spec: "a".repeat(64) },
  PROOF_COMMENTED: { number: 1 },
  PROPOSAL_WITHDRAWN: { number: 1 },
  CHANGE_ASKED: {},
  CHANGE_ASK_DECLINED: {},
  CHANGE_PROPOSED: { number: 2, changes: ["Ring size"], differenceMinor: -500, currency: "GBP" },
  CHANGE_DECLINED: { number: 2 },
  CHANGE_EXPIRED: { number: 2 },
  CHANGE_OVERTAKEN: { number: 2, because: "The size can’t be changed any more: casting has begun." },
  CHANGE_PAID: { sessionId: "cs_3", ...money },
  SPEC_CHANGED: {
    ...{ version: 2, changes: ["Ring size"], from: "a".repeat(64), to: "b".repeat(64) },
    ...{ differenceMinor: 500, currency: "GBP", shipBy: null, arrives: null },
  },
  JOB_CANCELLED: { reason: "Refunded" },
  DISCOUNT_CODE_SAVED: { code: "WELCOME10", fields: ["all"] },
  DISCOUNT_CODE_PAUSED: { code: "WELCOME10" },
  DISCOUNT_CODE_RESUMED: { code: "WELCOME10" },
  GIFT_CARD_ISSUED: { ending: "V8WZ", ...money, reason: "For the scratch" },
  GIFT_CARD_SENT: { ending: "V8WZ" },
  GIFT_CARD_EXPIRED: { ending: "V8WZ", ...money },
  WORKSHOP_SET_UP: { name: "Alder & Finch" },
  WORKSHOP_CHANGED: { fields: ["name"] },
  ARTISAN_ADDED: { artisan: "Mara" },
  ARTISAN_CHANGED: { artisan: "Mara", fields: ["skills"] },
  TIME_OFF_ADDED: { artisan: "Mara", from: "2026-12-01", to: "2026-12-08" },
  TIME_OFF_REMOVED: { artisan: "Mara", from: "2026-12-01", to: "2026-12-01" },
  CLOSURE_ADDED: { date: "2026-12-24", name: "Christmas Eve" },
  CLOSURE_REMOVED: { date: "2026-12-24", name: "Christmas Eve" },
  SIZER_REQUESTED: {},
  SIZER_POSTED: {},
  METAL_PRICE_SET: { alloy: "Sterling silver", pricePerGramMinor: 95, currency: "GBP" },
  SHIPPING_METHOD_CHANGED: { method: "Tracked 24", fields: ["price"] },
  PLAN_ADOPTED: { stage: "Polishing", ratio: 1.4, designs: 24 },
  PRODUCT_CHANGED: { product: "Hammered band", fields: ["summary"] },
  PRODUCT_PUBLISHED: { product: "Hammered band" },
  PRODUCT_RETIRED: { product: "Hammered band" },
  PERSON_ADDED: { person: "Mara", role: "ARTISAN" },
  PERSON_DISABLED: { person: "Mara" },
  PERSON_ENABLED: { person: "Mara" },
  PASSWORD_RESET: { person: "Mara" },
};

const event = (type: DomainEvent["type"]) => ({ type, data: samples[type] }) as DomainEvent;

describe("events", () => {
  it.each(eventTypes)("%s reads back what was stored, and has words", (type) => {
    const stored = JSON.parse(JSON.stringify(event(type)));
    expect(readEvent(stored)).toEqual(event(type));
    const sentence = describeEvent(event(type), format);
    expect(sentence).toMatch(/^\S.{3,}\S$/);
    expect(sentence).not.toMatch(/undefined|null|NaN|!/);
  });

  it("refuses data that isn't the type's own, and types it doesn't know", () => {
    expect(readEvent({ type: "JOB_HELD", data: {} })).toBeNull();
    expect(readEvent({ type: "JOB_HELD", data: { reason: "x", email: "a@b.c" } })).toBeNull();
    expect(readEvent({ type: "toString", data: {} })).toBeNull();
    expect(readEvent({ type: "SOMETHING_NEW", data: {} })).toBeNull();
    expect(Object.keys(eventDataSchemas).sort()).toEqual(Object.keys(samples).sort());
  });

  it("says it exactly", () => {
    expect(describeEvent(event("STAGE_STARTED"), format)).toBe("Stone setting started by Mara");
    expect(describeEvent(event("STAGE_FINISHED"), format)).toBe("Stone setting finished after 1 h 35 min");
    expect(describeEvent(event("CHECK_FAILED"), format)).toBe(
      "Stone setting failed, back to polishing: Scratch",
    );
    expect(describeEvent(event("PARCEL_SHIPPED"), format)).toBe("Sent 1 piece with Royal Mail, AB1");
    expect(describeEvent(event("TIME_OFF_REMOVED"), format)).toBe("Mara is no longer away on 2026-12-01");
    expect(describeEvent(event("DELAY_NOTICED"), format)).toBe(
      "Delay told to the buyer: 2026-12-08 becomes a day we don’t know yet (Stone late)",
    );
  });

  it("tells the buyer what concerns the buyer, and nothing of rush, notes, holds or failed checks", () => {
    const told = eventTypes.filter((type) => describeEventForBuyer(event(type), format) !== null);
    expect(told).toEqual(
      [
        "ORDER_PLACED",
        "PAYMENT_ANNOUNCED",
        "PAYMENT_FAILED",
        "ORDER_PAID",
        "SURPLUS_RECEIVED",
        "PROMISE_RENEWED",
        "ORDER_CANCELLED",
        "REFUND_SUCCEEDED",
        "DELAY_NOTICED",
        "DELAY_ACCEPTED",
        "PARCEL_SHIPPED",
        "STAGE_STARTED",
        "STAGE_FINISHED",
        "CHECK_PASSED",
        "PROOF_SENT",
        "PROOF_APPROVED",
        "PROOF_COMMENTED",
        "CHANGE_ASKED",
        "CHANGE_PROPOSED",
        "CHANGE_DECLINED",
        "CHANGE_EXPIRED",
        "CHANGE_OVERTAKEN",
        "CHANGE_PAID",
        "SPEC_CHANGED",
        "GIFT_CARD_ISSUED",
        "GIFT_CARD_SENT",
      ].sort((a, b) => eventTypes.indexOf(a as never) - eventTypes.indexOf(b as never)),
    );
    expect(describeEventForBuyer(event("STAGE_STARTED"), format)).toBe("Your stones are set: begun");
    expect(describeEventForBuyer(event("PARCEL_SHIPPED"), format)).toBe(
      "Your piece left the workshop with Royal Mail",
    );
  });
});
