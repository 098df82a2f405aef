import type { Temporal } from "temporal-polyfill";
import { type DomainEvent, readEvent } from "@/lib/domain/event";
import { awaitedAnswer, eventsOfParcel, standingDelay } from "@/lib/domain/order-delay";
import { pieceNames } from "@/lib/domain/piece-names";
import { readSpec } from "@/lib/domain/spec";
import { toIsoDay } from "@/lib/features/orders/days";
import { tellForecast } from "@/lib/features/orders/forecast";
import type { OrderRow } from "@/lib/features/orders/read-order";
import type { PromisedView } from "@/lib/features/orders/schema";

/** Each parcel as it was promised, the soonest first, with what was said of it since and what the bench says today. */
export function tellPromised(order: OrderRow, now: Temporal.Instant): Promise<PromisedView[]> {
  const events = order.events.flatMap((row) => readEvent(row) ?? []);
  const holds = heldIn(order.lines);
  return Promise.all(
    order.promises.map(async ({ parcel, shipBy, arrivesP50, arrivesP90 }): Promise<PromisedView> => {
      const lines = order.lines.filter((line) => line.parcel === parcel);
      const jobs = lines.flatMap((line) => line.jobs);
      const about = eventsOfParcel(events, parcel);
      const state = stateOf(jobs);
      const promise = {
        shipBy: toIsoDay(shipBy),
        arrives: { p50: toIsoDay(arrivesP50), p90: toIsoDay(arrivesP90) },
      };
      const renewed = renewedPromise(about);
      const delay = state === "here" ? lastDelay(order, about) : null;
      return {
        parcel,
        holds: holds(parcel),
        pieces: jobs.map(({ number }) => number),
        ...{ state, promise, renewed, delay },
        forecast: await tellForecast(order, jobs, delay ? null : (renewed ?? promise), now),
      };
    }),
  );
}

/** What lies in each parcel, in few words. */
export function heldIn(
  lines: readonly { productName: string; quantity: number; parcel: number; spec: { canonical: string } }[],
): (parcel: number) => { name: string; quantity: number }[] {
  const names = pieceNames(
    lines.map(({ productName, spec }) => ({ name: productName, spec: readSpec(spec.canonical) })),
  );
  const held = lines.map(({ parcel, quantity }, index) => ({ parcel, name: names[index] ?? "", quantity }));
  return (wanted) => held.flatMap(({ parcel, ...piece }) => (parcel === wanted ? [piece] : []));
}

function stateOf(jobs: readonly { status: string }[]): PromisedView["state"] {
  const isHere =
    jobs.length === 0 || jobs.some(({ status }) => status !== "SHIPPED" && status !== "CANCELLED");
  if (isHere) return "here";
  return jobs.some(({ status }) => status === "SHIPPED") ? "left" : "cancelled";
}

function renewedPromise(events: readonly DomainEvent[]): PromisedView["renewed"] {
  const told = events.flatMap((event) => {
    if (event.type === "PROMISE_RENEWED") {
      const { shipBy, arrivesP50: p50, arrivesP90: p90 } = event.data;
      return [{ shipBy, arrives: { p50, p90 } }];
    }
    if (event.type !== "SPEC_CHANGED" || !event.data.shipBy || !event.data.arrives) return [];
    return [{ shipBy: event.data.shipBy, arrives: event.data.arrives }];
  });
  // Pieces are changed one by one: their parcel is told the latest of their days.
  return told.reduce<PromisedView["renewed"]>(
    (latest, day) => (latest && latest.shipBy > day.shipBy ? latest : day),
    null,
  );
}

function lastDelay(order: OrderRow, events: readonly DomainEvent[]): PromisedView["delay"] {
  const last = standingDelay(events);
  if (!last) return null;
  return {
    ...{ newShipBy: last.newShipBy, reason: last.reason },
    answerBy: awaitedAnswer(events)?.answerBy ?? null,
    cancellable: order.status === "PAID" && order.shipments.length === 0,
  };
}
