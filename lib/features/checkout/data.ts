import type { Temporal } from "temporal-polyfill";
import { deliveriesTo } from "@/lib/domain/delivery";
import type { PaymentSplit } from "@/lib/domain/gift-card";
import { taxWithin } from "@/lib/domain/money";
import { MAX_PIECES } from "@/lib/domain/order-limits";
import { deliveryPrice, type ParcelChoice } from "@/lib/domain/parcels";
import { findTax } from "@/lib/domain/quote";
import { describeSpec } from "@/lib/domain/spec";
import { keptUntil, listPendingOrders } from "@/lib/features/cart/data";
import {
  type BagParcel,
  type BagRow,
  describeParcel,
  parcelsOf,
  promiseBag,
  type QuotedLine,
  quoteLines,
  readBagRow,
  readMetalPast,
} from "@/lib/features/cart/quote-bag";
import { arrivalChange, parcelChanges, priceChanges } from "@/lib/features/checkout/changes";
import { lineTax, lineTotal } from "@/lib/features/checkout/line-money";
import {
  payWith,
  type Reductions,
  readReductions,
  type TypedReductions,
} from "@/lib/features/checkout/reductions";
import type { ChangeView, CheckoutValues, CheckoutView } from "@/lib/features/checkout/schema";
import { fingerprint, type Seen, writeSeen } from "@/lib/features/checkout/seen";
import { describeDelivery, describeWays, describeWhole } from "@/lib/features/checkout/ways";
import { getBenchAhead } from "@/lib/features/promises/ahead";
import { getWorkshopFacts } from "@/lib/features/workshop/data";
import type { ShippingMethodView, WorkshopFacts } from "@/lib/features/workshop/schema";
import { db } from "@/lib/platform/db";

export type CheckoutQuestion = TypedReductions & {
  bagKey: string;
  /** the workshop's own where nothing is chosen yet */
  country?: string | undefined;
  /** the first that serves the country where nothing is chosen yet, or the chosen one doesn't go there */
  method?: string | undefined;
  /** all in one parcel where nothing is chosen yet, or there is nothing to choose */
  parcels?: ParcelChoice | undefined;
  /** the arrival of each parcel, as the bag's page showed them */
  shownArrivals?: readonly string[] | undefined;
};

/** A bag quoted for one destination: what is shown, what is compared, and what an order is written from. */
export type CheckoutQuote = {
  bag: NonNullable<BagRow>;
  facts: WorkshopFacts;
  lines: QuotedLine[];
  method: ShippingMethodView | null;
  /** of the chosen way, the soonest first; none while no date can be given */
  parcels: BagParcel[];
  taxMinor: number;
  reductions: Reductions;
  /** what the gift cards pay, and what is asked of the payment provider */
  split: PaymentSplit;
  print: string;
  view: CheckoutView;
};

/** null where this browser has no bag, or there is no shop yet. Everything is computed anew, from fresh facts. */
export async function quoteCheckout(
  question: CheckoutQuestion,
  now: Temporal.Instant,
): Promise<CheckoutQuote | null> {
  const [bag, facts] = await Promise.all([readBagRow(question.bagKey), getWorkshopFacts(now)]);
  if (!bag || !facts) return null;
  const country = question.country ?? facts.workshop.country;
  const methods = deliveriesTo(country, facts.shippingMethods);
  const method = methods.find(({ id }) => id === question.method) ?? methods[0] ?? null;
  const past = await readMetalPast(facts, now);
  const lines = quoteLines(bag.lines, facts, country, past);
  const ahead = bag.lines.length > 0 ? await getBenchAhead(now, { cartId: bag.id }) : null;
  const promised = method ? promiseBag(lines, ahead, method, facts, now) : null;
  const parcels = promised ? parcelsOf(promised, lines, question.parcels) : [];
  const pending = await listPendingOrders(bag.id);
  const reductions = await reduce(question, bag.id, lines, facts, now);
  const described = describe(lines, facts, country, method, parcels.length, reductions);
  const split = payWith(described.totalMinor, described.currency, reductions.cards);
  const view = {
    ...described,
    ...describePayment(reductions, split, described.totalMinor),
    deliveries: methods.map((each) => describeDelivery(each, parcels, facts)),
    promise: describeWhole(parcels),
    parcels: parcels.map((parcel) => describeParcel(parcel, lines)),
    ways: promised && method && describeWays(promised, lines, method, parcels),
    changes: [
      ...pending.map(({ number }) => ({ kind: "pending" as const, number })),
      ...priceChanges(bag, facts, past),
      ...arrivalChange(question, parcels),
    ],
    pending,
    problem: problemOf(lines, described.totalMinor, methods, parcels) ?? (split ? null : TOO_LITTLE),
    codeErrors: reductions.errors,
    priceKeptUntil: keptUntil(lines),
    timeZone: facts.workshop.timeZone,
  };
  const print = printOf(bag.version, view);
  const seen = toSeen(print, bag.version, view, view.changes.length > 0);
  const taxMinor = view.tax?.amountMinor ?? 0;
  return {
    ...{ bag, facts, lines, method, parcels, taxMinor, reductions, print },
    split: split ?? { uses: [], giftCardMinor: 0, dueMinor: described.totalMinor },
    view: { ...view, seen: writeSeen(seen) },
  };
}

const TOO_LITTLE = "What is left to pay is less than our payment page can take. Please write to us.";

function reduce(
  question: CheckoutQuestion,
  bagId: string,
  lines: readonly QuotedLine[],
  { workshop }: WorkshopFacts,
  now: Temporal.Instant,
): Promise<Reductions> {
  const priced = lines.map((line) => ({ productId: line.row.productId, totalMinor: lineTotal(line) }));
  const { currency, timeZone } = workshop;
  return readReductions(question, { id: bagId, currency, timeZone, lines: priced }, now);
}

function describePayment({ cards }: Reductions, split: PaymentSplit | null, totalMinor: number) {
  return {
    giftCards: cards.map(({ id, lastFour, balanceMinor }) => {
      const amountMinor = split?.uses.find((use) => use.id === id)?.amountMinor ?? 0;
      return { lastFour, amountMinor, leftMinor: balanceMinor - amountMinor };
    }),
    dueMinor: split?.dueMinor ?? totalMinor,
  };
}

/** The same view, telling what is no longer as `seen` says that it was; whoever goes on has to agree to it. */
export function tellChanges(quote: CheckoutQuote, seen: Seen | null): CheckoutView {
  const { view, bag } = quote;
  const since: ChangeView[] = [
    ...(seen && seen.bag !== bag.version ? [{ kind: "bag" as const }] : []),
    ...(seen && seen.totalMinor !== view.totalMinor
      ? [{ kind: "total" as const, wasMinor: seen.totalMinor, nowMinor: view.totalMinor }]
      : []),
    ...(seen ? parcelChanges(seen.arrives, arrivalsOf(view.parcels)) : []),
  ];
  const changes = [...view.changes, ...since];
  if (changes.length === 0) changes.push({ kind: "bag" });
  return { ...view, changes, seen: writeSeen(toSeen(quote.print, bag.version, view, true)) };
}

/** What was typed for the last order of this bag that came to nothing: nobody likes to type an address twice. */
export async function getLastTyped(
  bagKey: string,
  now: Temporal.Instant,
): Promise<{ values: CheckoutValues; parcels: ParcelChoice } | null> {
  const order = await db.order.findFirst({
    where: {
      cart: { tokenHash: bagKey },
      status: { in: ["AWAITING_PAYMENT", "EXPIRED"] },
      placedAt: { gt: new Date(now.subtract({ hours: 24 }).epochMilliseconds) },
    },
    orderBy: { placedAt: "desc" },
    include: { _count: { select: { promises: true } } },
  });
  if (!order) return null;
  const parcels = order._count.promises > 1 ? "apart" : "together";
  const { email, name, phone, line1, line2, city, region, postalCode, country, shippingMethodId } = order;
  const typed = { email, name, phone, line1, line2, city, region, postalCode, country };
  const values = Object.fromEntries(Object.entries(typed).map(([field, value]) => [field, value ?? ""]));
  return { values: { ...values, shippingMethod: shippingMethodId ?? "" }, parcels };
}

function describe(
  lines: readonly QuotedLine[],
  facts: WorkshopFacts,
  country: string,
  method: ShippingMethodView | null,
  parcels: number,
  { discount }: Reductions,
) {
  const views = lines.map((line) => {
    const { row, spec, personal } = line;
    const unitMinor = line.ok ? line.price.totalMinor : row.shownUnitMinor;
    return {
      id: row.id,
      name: row.product.name,
      spec: describeSpec(spec),
      quantity: row.quantity,
      unitMinor,
      totalMinor: unitMinor * row.quantity,
      personalBecause: personal,
      proof: line.ok && line.proof,
      gift: row.gift,
      giftMessage: row.giftMessage,
    };
  });
  const subtotalMinor = views.reduce((sum, line) => sum + line.totalMinor, 0);
  const shippingMinor = deliveryPrice(method?.priceMinor ?? 0, Math.max(1, parcels));
  const rate = findTax(facts, country);
  const ofLines = lines.reduce(
    (sum, line, index) => sum + lineTax(line, discount?.shares[index] ?? 0, rate?.rateBps ?? 0),
    0,
  );
  return {
    currency: facts.workshop.currency,
    country,
    chosen: method?.id ?? null,
    lines: views,
    subtotalMinor,
    shippingMinor,
    tax: rate ? { label: rate.label, amountMinor: ofLines + taxWithin(shippingMinor, rate.rateBps) } : null,
    discount: discount && { code: discount.code, label: discount.label, amountMinor: discount.amountMinor },
    totalMinor: subtotalMinor + shippingMinor - (discount?.amountMinor ?? 0),
  };
}

/** The payment provider takes at most eight digits. */
const MOST_MINOR = 99_999_999;

function problemOf(
  lines: readonly QuotedLine[],
  totalMinor: number,
  methods: readonly ShippingMethodView[],
  parcels: readonly BagParcel[],
): string | null {
  if (lines.length === 0) return "Your bag is empty.";
  const stuck = lines.find((line) => !line.ok);
  if (stuck && !stuck.ok) return `${stuck.row.product.name}: ${stuck.problem}`;
  if (lines.reduce((sum, { row }) => sum + row.quantity, 0) > MAX_PIECES) {
    return `We take up to ${MAX_PIECES} pieces in one order. Please take some out, or write to us.`;
  }
  if (totalMinor > MOST_MINOR) {
    return "This is more than can be paid at once on our payment page. Please take something out, or write to us.";
  }
  if (methods.length === 0) return "We don’t send parcels there yet. Choose another country, or write to us.";
  if (parcels.length === 0)
    return "We’ll confirm the date with you first: our bench can’t name one for this at the moment. Please write to us, and nothing in your bag is lost.";
  return null;
}

function arrivalsOf(parcels: readonly { arrivesP90: string }[]): string[] {
  return parcels.map(({ arrivesP90 }) => arrivesP90);
}

type Agreed = Omit<CheckoutView, "seen">;

function printOf(bagVersion: number, view: Agreed): string {
  const { country, chosen, lines, subtotalMinor, shippingMinor, totalMinor, tax, parcels, pending } = view;
  const { discount, giftCards, dueMinor } = view;
  return fingerprint({
    ...{ discount, giftCards, dueMinor },
    pending: pending.map(({ number }) => number),
    ...{ bagVersion, country, chosen, subtotalMinor, shippingMinor, totalMinor },
    parcels: parcels.map(({ holds: _words, ...parcel }) => parcel),
    taxMinor: tax?.amountMinor ?? 0,
    lines: lines.map(({ id, quantity, unitMinor, personalBecause }) => ({
      ...{ id, quantity, unitMinor, personalBecause },
    })),
  });
}

function toSeen(print: string, bag: number, view: Agreed, changed: boolean): Seen {
  return { print, totalMinor: view.totalMinor, arrives: arrivalsOf(view.parcels), bag, changed };
}
