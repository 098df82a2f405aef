import { cancelledAt, giveBack, goodwillAt, tellDelay } from "./afterwards";
import type { LivedPiece } from "./bench-year";
import { DAY_MS, type HistoryFacts } from "./facts";
import { listHolds } from "./holds";
import { cancelledJobs, jobRows } from "./job-rows";
import {
  checkoutRow,
  type Fate,
  hasExpired,
  lineRows,
  orderRow,
  paymentEvents,
  promiseRows,
  subtotalOf,
} from "./order-rows";
import type { InventedOrder } from "./orders";
import { parcelRows } from "./parcel-rows";
import { type Staff, staffOf } from "./people";
import { givePromises, type Promised } from "./promises";
import { Random } from "./random";
import { type EventRow, eventRows, type HistoryRows, iso, type Row } from "./rows";
import { travelOf } from "./travel";
import { benchNotes, refundReasons } from "./words";
import { inventYear, type Year } from "./year";

export const FIRST_ORDER_NUMBER = 1001;
const GOODWILL_MINOR = 1500;

type Pile = Omit<HistoryRows, "events" | "lastOrderNumber"> & { events: EventRow[] };
type Context = {
  facts: HistoryFacts;
  year: Year;
  staff: Staff;
  promises: Map<InventedOrder, Promised>;
  holds: ReturnType<typeof listHolds>;
  piecesOf: Map<InventedOrder, LivedPiece[]>;
  openProofs: { count: number };
  rows: Pile;
};

/** A believable year behind the shop, as rows. The same `facts` give the same rows, but for the orders' secret tokens. */
export function inventHistory(facts: HistoryFacts): HistoryRows {
  const year = inventYear(facts);
  const context: Context = {
    facts,
    year,
    staff: staffOf(facts, year.bench),
    promises: givePromises(facts, year.orders, year.pieces),
    holds: listHolds(facts, year),
    piecesOf: new Map(),
    openProofs: { count: 0 },
    rows: emptyPile(),
  };
  for (const piece of year.pieces) {
    const own = context.piecesOf.get(piece.order);
    if (own) own.push(piece);
    else context.piecesOf.set(piece.order, [piece]);
  }
  year.orders.forEach((order, index) => {
    addOrder(context, order, FIRST_ORDER_NUMBER + index);
  });
  const { rows } = context;
  rows.specs = uniqueSpecs(year.orders);
  return {
    ...rows,
    events: eventRows(rows.events),
    lastOrderNumber: FIRST_ORDER_NUMBER + year.orders.length - 1,
  };
}

function addOrder(context: Context, order: InventedOrder, number: number): void {
  const { facts, staff, promises, rows } = context;
  const random = new Random(order.serial * 104_729 + 11);
  const promised = promises.get(order);
  if (!promised) throw new Error(`Order ${number} has no promise`);
  const orderId = random.id();
  const parcels = context.year.parcels.filter((parcel) => parcel.order === order);
  const shippedMs = parcels.length > 0 ? Math.max(...parcels.map((parcel) => parcel.shippedMs)) : null;
  const travel = travelOf(facts, order, promised, parcels);
  const fate = fateOf(context, order, parcels.flatMap((parcel) => parcel.pieces).length);
  const leftMs = fate === "SHIPPED" ? shippedMs : null;
  const delay =
    order.paidAtMs === null || order.cancelled
      ? null
      : tellDelay(facts, staff, random, orderId, promised.together, leftMs);
  const input = {
    order,
    orderId,
    number: `TM-${number}`,
    fate,
    shippedMs: leftMs,
    refundedMinor: 0,
    parcels: travel,
  };
  const checkout = checkoutRow(input, random);
  const moneyBack = refundOf(context, { ...input, delayed: delay !== null }, checkout, random);
  const lineIds = order.lines.map(() => random.id());
  rows.orders.push(orderRow(facts, { ...input, refundedMinor: Number(moneyBack?.refund.amountMinor ?? 0) }));
  rows.lines.push(...lineRows(input, lineIds));
  rows.promises.push(...promiseRows(input));
  if (checkout) rows.checkouts.push(checkout);
  rows.events.push(
    ...paymentEvents(facts, input, checkout),
    ...(delay?.events ?? []),
    ...(moneyBack?.events ?? []),
  );
  if (moneyBack) rows.refunds.push(moneyBack.refund);
  if (order.paidAtMs === null) return;

  const about = { orderId, number: input.number, dueOn: delay?.newShipBy ?? promised.together.shipBy };
  if (fate === "CANCELLED") {
    const gone = cancelledJobs(staff, random, {
      ...about,
      order,
      lineIds,
      atMs: moneyBack?.atMs ?? order.paidAtMs,
    });
    rows.jobs.push(...gone.jobs);
    rows.stages.push(...gone.stages);
    rows.events.push(...gone.events);
    return;
  }
  const dueOf = (line: InventedOrder["lines"][number]) =>
    travel.length > 1
      ? travel.find(({ lines }) => lines.includes(order.lines.indexOf(line)))?.promise.shipBy
      : about.dueOn;
  addJobs(context, order, { ...about, dueOf }, lineIds, random);
}

function addJobs(
  context: Context,
  order: InventedOrder,
  about: {
    orderId: string;
    number: string;
    dueOn: string;
    dueOf: (line: InventedOrder["lines"][number]) => string | undefined;
  },
  lineIds: readonly string[],
  random: Random,
): void {
  const { facts, staff, rows, holds } = context;
  const pieces = context.piecesOf.get(order) ?? [];
  const sent = parcelRows(staff, random, order, about.orderId, context.year.parcels);
  const jobIds = new Map(pieces.map((piece) => [piece, random.id()]));
  pieces.forEach((piece, index) => {
    const jobId = jobIds.get(piece) ?? "";
    const number = `${about.number}-${index + 1}`;
    const made = jobRows(
      facts,
      staff,
      random,
      {
        ...{ piece, jobId, number, dueOn: about.dueOf(piece.line) ?? about.dueOn, orderId: about.orderId },
        orderLineId: lineIds[order.lines.indexOf(piece.line)] ?? "",
        hold: holds.get(piece) ?? null,
        shipmentId: sent.shipmentOf.get(piece) ?? null,
      },
      context.openProofs,
    );
    rows.proposals.push(...made.proof.proposals);
    rows.proposalPieces.push(...made.proof.proposalPieces);
    rows.jobs.push(made.job);
    rows.stages.push(...made.stages);
    rows.events.push(...made.events, ...sent.jobEvents(piece, jobId, number));
    addNote(context, piece, jobId, about.orderId, random);
  });
  rows.shipments.push(...sent.shipments);
  rows.events.push(...sent.orderEvents);
}

function fateOf({ facts, piecesOf }: Context, order: InventedOrder, shippedPieces: number): Fate {
  if (order.paidAtMs === null) return hasExpired(order, facts.nowMs) ? "EXPIRED" : "AWAITING_PAYMENT";
  if (order.cancelled) return "CANCELLED";
  return shippedPieces === (piecesOf.get(order)?.length ?? 0) ? "SHIPPED" : "PAID";
}

/** Cancelled orders get everything back; of the late ones every fourth something for the wait. */
function refundOf(
  { facts, staff }: Context,
  given: { order: InventedOrder; orderId: string; fate: Fate; shippedMs: number | null; delayed: boolean },
  checkout: Row | null,
  random: Random,
) {
  const { order, orderId, fate, shippedMs, delayed } = given;
  const about = { orderId, paymentIntentId: String(checkout?.paymentIntentId ?? "") };
  if (fate === "CANCELLED")
    return giveBack(facts, staff, random, {
      ...about,
      amountMinor: subtotalOf(order) + order.method.priceMinor,
      reason: random.pick(refundReasons),
      atMs: cancelledAt(order, random),
    });
  if (!delayed || shippedMs === null || shippedMs > facts.nowMs - 4 * DAY_MS || !random.chance(0.25))
    return null;
  const atMs = goodwillAt(shippedMs, random);
  return giveBack(facts, staff, random, {
    ...about,
    amountMinor: GOODWILL_MINOR,
    reason: "For the wait",
    atMs,
  });
}

/** Every so often somebody writes something down. */
function addNote(
  { facts, staff, rows }: Context,
  piece: LivedPiece,
  jobId: string,
  orderId: string,
  random: Random,
): void {
  const first = piece.lived.find(({ artisanId, startMs }) => artisanId !== null && startMs < facts.nowMs);
  if (!first?.artisanId || !random.chance(0.07)) return;
  const actor = staff.of(first.artisanId);
  const atMs = first.startMs + 1_000;
  rows.notes.push({
    id: random.id(),
    jobId,
    byId: actor.id,
    body: random.pick(benchNotes),
    createdAt: iso(atMs),
  });
  rows.events.push({ atMs, event: { type: "NOTE_ADDED", data: {} }, actor, orderId, jobId });
}

function uniqueSpecs(orders: readonly InventedOrder[]): Row[] {
  const specs = new Map<string, Row>();
  for (const order of orders) {
    for (const { frozen } of order.lines) {
      const { hash, canonical, spec } = frozen;
      if (!specs.has(hash))
        specs.set(hash, { hash, version: spec.version, canonical, createdAt: iso(order.placedAtMs) });
    }
  }
  return [...specs.values()];
}

function emptyPile(): Pile {
  return {
    ...{ specs: [], orders: [], promises: [], lines: [], checkouts: [], shipments: [], jobs: [] },
    ...{ stages: [], notes: [], refunds: [], proposals: [], proposalPieces: [], events: [] },
  };
}
