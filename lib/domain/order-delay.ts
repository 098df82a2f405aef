import { type IsoDate, toEpochDay, toIsoDate } from "@/lib/domain/calendar-days";
import type { DomainEvent } from "@/lib/domain/event";

/**
 * What a delay notice must ask of the buyer, 16 CFR 435.2(b): silence is consent only to a first delay of at most 30
 * days to a definite day; anything else needs an express yes, without which the order is cancelled and refunded.
 */
export type DelayNotice = {
  consent: "silence" | "express";
  /** with "express": the last day for the yes */
  answerBy: IsoDate | null;
};
export type DelayDecision = ({ ok: true } & DelayNotice) | { ok: false; code: DelayRefusal };
type DelayRefusal = "NOT_LATER" | "IN_THE_PAST" | "TOLD_ALREADY";

const SILENCE_DAYS = 30;

/** What was said of one parcel. Before orders could have several, all that was said was of the first. */
export function eventsOfParcel(events: readonly DomainEvent[], parcel: number): DomainEvent[] {
  return events.filter(({ data }) => ("parcel" in data ? (data.parcel ?? 1) : 1) === parcel);
}

/** The parcel of an event's data: named only where an order has several. */
export function namedParcel(parcel: number, parcels: number): { parcel?: number } {
  return parcels > 1 ? { parcel } : {};
}

/**
 * The day that counts as promised: the order's own, or a later one that was agreed to since, with a promise renewed or a
 * change of a piece. Pieces are changed one by one: the order has the latest of their days.
 */
export function agreedDay(promised: IsoDate, events: readonly DomainEvent[]): IsoDate {
  return agreedDays(events).reduce((latest, day) => (day > latest ? day : latest), promised);
}

function agreedDays(events: readonly DomainEvent[]): IsoDate[] {
  return events.flatMap((event) => {
    const agreed = event.type === "PROMISE_RENEWED" || event.type === "SPEC_CHANGED";
    return agreed && event.data.shipBy ? [event.data.shipBy] : [];
  });
}

/** The last notice of a delay, as long as the buyer has agreed to no day as late as its own. */
export function standingDelay(events: readonly DomainEvent[]) {
  const last = events.findLast((event) => event.type === "DELAY_NOTICED");
  if (!last) return null;
  const { newShipBy } = last.data;
  return newShipBy !== null && agreedDays(events).some((day) => day >= newShipBy) ? null : last.data;
}

/**
 * `promised`: with what was agreed to since. `told`: the days of earlier notices, oldest first; null where it was
 * unknown.
 */
export function decideDelay(facts: {
  promised: IsoDate;
  told: readonly (IsoDate | null)[];
  newShipBy: IsoDate | null;
  today: IsoDate;
}): DelayDecision {
  const { promised, told, newShipBy, today } = facts;
  if (newShipBy !== null && newShipBy < today) return { ok: false, code: "IN_THE_PAST" };
  // That the day is unknown is told once: a second time would only ask the buyer for the same answer again.
  if (newShipBy === null && told.length > 0 && told.at(-1) === null)
    return { ok: false, code: "TOLD_ALREADY" };
  const lastTold = latest(told.at(-1), promised);
  if (newShipBy !== null && newShipBy <= lastTold) return { ok: false, code: "NOT_LATER" };
  const silenceUntil = toIsoDate(toEpochDay(promised) + SILENCE_DAYS);
  const isFirst = told.length === 0;
  if (isFirst && newShipBy !== null && newShipBy <= silenceUntil) {
    return { ok: true, consent: "silence", answerBy: null };
  }
  // A first notice counts from the promise, a further one ends with the day that the buyer last agreed to.
  const answerBy = isFirst ? silenceUntil : latest(told.at(-1) ?? silenceUntil, promised);
  if (answerBy < today) return { ok: true, consent: "express", answerBy: today };
  return { ok: true, consent: "express", answerBy };
}

function latest(told: IsoDate | null | undefined, promised: IsoDate): IsoDate {
  return told && told > promised ? told : promised;
}

export type AwaitedAnswer = { answerBy: IsoDate; newShipBy: IsoDate | null };

/**
 * What an order still waits to hear from its buyer: the last notice counts, and a yes only to that one. Agreeing to a
 * change that leaves no earlier is that yes.
 */
export function awaitedAnswer(events: readonly DomainEvent[]): AwaitedAnswer | null {
  const last = events.findLast(({ type }) => type === "DELAY_NOTICED" || type === "DELAY_ACCEPTED");
  if (last?.type !== "DELAY_NOTICED" || last.data.consent === "silence" || !last.data.answerBy) return null;
  if (!standingDelay(events)) return null;
  return { answerBy: last.data.answerBy, newShipBy: last.data.newShipBy };
}
