import { type LivedPiece, liveYear, trueBench, type Workbench } from "./bench-year";
import { DAY_MS, type HistoryFacts, HOUR_MS, MINUTE_MS } from "./facts";
import { groupBy } from "./group";
import { type InventedOrder, inventMoments, inventOrder } from "./orders";
import { type Parcel, sendParcels } from "./parcels";
import { Random } from "./random";
import { inventChecks, inventHold, type TrueStage } from "./true-times";

export type Year = { bench: Workbench; orders: InventedOrder[]; pieces: LivedPiece[]; parcels: Parcel[] };

/** With 40 pieces still in the house this leaves about 600 orders that are finished. */
const ORDERS = 680;
export const OPEN_PIECES = 40;
const SEED = 20_091;
const EXTRA_SERIAL = 500_000;
const ROUNDS = 60;
const ATTEMPTS = 4;
const MOST_TRIED = 8;
const TROUBLED_DAYS_AGO = [33, 47, 62];

/**
 * A year of orders up to now, lived through at the bench, with exactly 40 pieces still here, some of them late and one
 * sent back by checking. What season it is decides how many came lately; the last three weeks are fitted to that.
 */
export function inventYear(facts: HistoryFacts): Year {
  const random = new Random(SEED);
  const bench = trueBench(facts);
  const orders = [
    ...inventMoments(facts, ORDERS, random).map((ms, index) => inventOrder(facts, index, ms)),
    ...inventUnpaid(facts),
  ].filter(withinEdition());
  troubleSome(orders, facts);
  let year = live(facts, bench, orders);
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    year = sendOneBack(facts, fitOpenPieces(facts, year, attempt, random));
    if (countOpen(year) === OPEN_PIECES && year.pieces.some((piece) => isBack(piece, facts.nowMs))) break;
  }
  return year;
}

function fitOpenPieces(facts: HistoryFacts, fitted: Year, attempt: number, random: Random): Year {
  let year = fitted;
  for (let round = 0; round < ROUNDS; round += 1) {
    const open = countOpen(year);
    if (open === OPEN_PIECES) break;
    const serial = EXTRA_SERIAL + (attempt * ROUNDS + round) * 100;
    const orders =
      open > OPEN_PIECES ? withFewer(facts, year, open, random) : withMore(facts, year, open, serial, random);
    year = live(facts, year.bench, orders);
  }
  return year;
}

export function countOpen({ pieces, parcels }: Year): number {
  return pieces.length - parcels.reduce((sum, parcel) => sum + parcel.pieces.length, 0);
}

function live(facts: HistoryFacts, bench: Workbench, orders: InventedOrder[]): Year {
  const sorted = [...orders].sort((a, b) => a.placedAtMs - b.placedAtMs || a.serial - b.serial);
  const pieces = liveYear(facts, bench, sorted);
  return { bench, orders: sorted, pieces, parcels: sendParcels(facts, bench, pieces) };
}

/** Placed minutes ago, on their way to pay. */
function inventUnpaid(facts: HistoryFacts): InventedOrder[] {
  return [9, 31].map((minutes, index) => ({
    ...inventOrder(facts, 900_000 + index, facts.nowMs - minutes * MINUTE_MS, "single"),
    paidAtMs: null,
  }));
}

/** No more of a limited edition than there are. */
function withinEdition(): (order: InventedOrder) => boolean {
  const sold = new Map<string, number>();
  return (order) => {
    const limited = order.lines.filter(({ product }) => product.editionSize !== null);
    const fits = limited.every(
      ({ product, pieces }) => (sold.get(product.id) ?? 0) + pieces.length <= (product.editionSize ?? 0) / 2,
    );
    if (fits)
      for (const { product, pieces } of limited)
        sold.set(product.id, (sold.get(product.id) ?? 0) + pieces.length);
    return fits;
  };
}

/** Three single pieces meet with trouble and get going again only lately, so that something is late today. */
function troubleSome(orders: readonly InventedOrder[], facts: HistoryFacts): void {
  const random = new Random(SEED + 1);
  const age = (order: InventedOrder) => (facts.nowMs - (order.paidAtMs ?? facts.nowMs)) / DAY_MS;
  const singles = orders.filter((order) => order.paidAtMs !== null && !order.cancelled && isSingle(order));
  for (const days of TROUBLED_DAYS_AGO) {
    const order = singles.findLast((candidate) => age(candidate) > days);
    const piece = order?.lines[0]?.pieces[0];
    if (!order || !piece) continue;
    const stages = piece.trueStages.filter((stage) => stage.kind === "stage");
    const at = Math.max(
      1,
      stages.findIndex(({ stage }) => stage === "polishing"),
    );
    const hold = inventHold(
      order.lines[0]?.routing ?? [],
      random,
      Math.max(8, age(order) - random.int(6, 11)),
    );
    piece.trueStages = [...stages.slice(0, at), hold, ...stages.slice(at)];
  }
}

/** Of those that passed and are still here, one is made to fail, so that it's being polished again today. */
function sendOneBack(facts: HistoryFacts, year: Year): Year {
  if (year.pieces.some((piece) => isBack(piece, facts.nowMs))) return year;
  const random = new Random(SEED + 2);
  const gone = new Set(year.parcels.flatMap((parcel) => parcel.pieces));
  const passed = year.pieces
    .filter((piece) => !gone.has(piece) && !piece.piece.trueStages.some(isFailed))
    .map((piece) => ({ piece, checkedMs: piece.lived.find(({ stage }) => isCheck(stage))?.doneMs ?? 0 }))
    .filter(({ checkedMs }) => checkedMs < facts.nowMs - HOUR_MS)
    .sort((a, b) => b.checkedMs - a.checkedMs);
  for (const { piece } of passed.slice(0, MOST_TRIED)) {
    const before = piece.piece.trueStages;
    const checking = piece.line.routing.find(({ stage }) => stage === "checking");
    if (!checking) continue;
    for (const effort of [1, 4, 12]) {
      piece.piece.trueStages = before.flatMap((stage) =>
        isCheck(stage) ? inventChecks(piece.line.routing, checking, random, 1).map(longer(effort)) : [stage],
      );
      const changed = live(facts, year.bench, year.orders);
      const own = changed.pieces.find(({ key }) => key === piece.key);
      if (own && isBack(own, facts.nowMs)) return changed;
    }
    piece.piece.trueStages = before;
  }
  return year;
}

/** How long it takes to polish a fault out: minutes for a scratch, an afternoon for fire stain. */
function longer(effort: number): (stage: TrueStage) => TrueStage {
  return (stage) =>
    stage.kind === "stage" && stage.stage === "polishing" && stage.round > 1
      ? { ...stage, minutes: stage.minutes * effort }
      : stage;
}

/** A check has failed, and what follows from it isn't done. */
function isBack({ lived }: LivedPiece, nowMs: number): boolean {
  const failed = lived.findLast(({ stage, doneMs }) => isFailed(stage) && doneMs <= nowMs);
  const passed = lived.find(({ stage, doneMs }) => isCheck(stage) && !isFailed(stage) && doneMs <= nowMs);
  return failed !== undefined && passed === undefined;
}

const LATELY_MS = 45 * DAY_MS;

function withFewer(
  facts: HistoryFacts,
  { orders, pieces, parcels }: Year,
  open: number,
  random: Random,
): InventedOrder[] {
  const gone = new Set(parcels.flatMap((parcel) => parcel.pieces));
  const candidates = [
    ...groupBy(
      pieces.filter((piece) => !gone.has(piece)),
      ({ order }) => order,
    ),
  ]
    .filter(
      ([order, own]) => !own.some((piece) => isBack(piece, facts.nowMs)) && isRecent(order, facts.nowMs),
    )
    .map(([order, own]) => ({ order, count: own.length, rank: random.next() }))
    .sort((a, b) => a.rank - b.rank);
  let tooMany = Math.max(1, Math.ceil((open - OPEN_PIECES) * 0.7));
  const dropped = new Set<InventedOrder>();
  for (const { order, count } of candidates) {
    if (tooMany <= 0) break;
    if (count > open - OPEN_PIECES) continue;
    dropped.add(order);
    tooMany -= count;
  }
  return orders.filter((order) => !dropped.has(order));
}

function withMore(
  facts: HistoryFacts,
  { orders }: Year,
  open: number,
  serial: number,
  random: Random,
): InventedOrder[] {
  const missing = Math.max(1, Math.floor((OPEN_PIECES - open) * 0.7));
  const more = Array.from({ length: missing }, (_none, index) => {
    const agoMs = Math.round((0.03 + random.next() * 13) * DAY_MS);
    return inventOrder(facts, serial + index, facts.nowMs - agoMs, "single");
  });
  return [
    ...orders,
    ...more.filter(({ lines }) => lines.every(({ product }) => product.editionSize === null)),
  ];
}

function isRecent(order: InventedOrder, nowMs: number): boolean {
  return nowMs - (order.paidAtMs ?? 0) < LATELY_MS;
}

function isSingle({ lines: [line], lines }: InventedOrder): boolean {
  return lines.length === 1 && line?.pieces.length === 1;
}

function isCheck(stage: TrueStage): boolean {
  return stage.kind === "stage" && stage.stage === "checking";
}

function isFailed(stage: TrueStage): boolean {
  return stage.kind === "stage" && stage.failed !== null;
}
