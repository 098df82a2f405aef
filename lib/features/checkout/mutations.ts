import type { Temporal } from "temporal-polyfill";
import type { PaymentGateway } from "@/lib/adapters/stripe/payment-gateway";
import { piecesOf } from "@/lib/features/cart/quote-bag";
import {
  type CheckoutQuestion,
  type CheckoutQuote,
  quoteCheckout,
  tellChanges,
} from "@/lib/features/checkout/data";
import { placeOrder } from "@/lib/features/checkout/place-order";
import type { CheckoutForm, CheckoutView } from "@/lib/features/checkout/schema";
import { readSeen } from "@/lib/features/checkout/seen";
import { closeCheckouts } from "@/lib/features/payments/close-checkouts";
import { openCheckout } from "@/lib/features/payments/open-checkout";
import { getBenchAhead } from "@/lib/features/promises/ahead";
import { holdBench } from "@/lib/features/promises/reservations";
import { db, withTransaction } from "@/lib/platform/db";
import { ok, type Refusal, refuse } from "@/lib/platform/errors";
import { log } from "@/lib/platform/log";
import { routes } from "@/lib/platform/routes";
import { createTurns } from "@/lib/platform/turns";

type PlacedOrder = { orderId: string; token: string; paid: boolean };
type Context = {
  now: Temporal.Instant;
  /** asked again when a turn has come; unless told, no time passes */
  clock?: () => Temporal.Instant;
  gateway: Pick<PaymentGateway, "createCheckout" | "expireCheckout" | "getCheckout">;
};

export type Started = { orderId: string; token: string; url: string };
export type StartRefusal =
  | (Refusal<"CODE_REFUSED" | "QUOTE_CHANGED" | "NOT_ACCEPTED" | "NOT_ORDERABLE"> & { view: CheckoutView })
  /** an earlier checkout of this bag turned out to be paid */
  | (Refusal<"ALREADY_PAID"> & { token: string })
  /** `token` where the order is written already */
  | (Refusal<"PAYMENT_UNAVAILABLE"> & { token: string | null })
  | Refusal<"EMPTY_BAG">
  /** so many pay at this moment that waiting would take too long */
  | Refusal<"TOO_BUSY">;

/**
 * "Pay": quotes everything once more, and only where that is what the shopper saw writes order, lines, promise
 * and event in one transaction, and then asks the provider for the page on which to pay.
 */
export async function startCheckout(
  input: { bagKey: string; form: CheckoutForm; guesser?: string },
  { now, clock = () => now, gateway }: Context,
): Promise<{ ok: true; value: Started } | StartRefusal> {
  if (countWaiting() >= MOST_WAITING) return refuse("TOO_BUSY");
  // The provider is asked before the turn, so that nobody waits for its answers but whoever they are about.
  const earlier = await closeEarlier(input, { now, gateway });
  if (!earlier.ok) return earlier;
  const placed = await inTurn(() => placeAsSeen(input, { now: clock(), announced: earlier.announced }));
  if (!placed.ok) return placed;
  if (placed.value.paid) return ok({ ...placed.value, url: routes.order(placed.value.token) });
  const opened = await openCheckout(placed.value.orderId, { now: clock(), gateway });
  if (!opened.ok) return { ...refuse("PAYMENT_UNAVAILABLE"), token: placed.value.token };
  return ok({ ...placed.value, url: opened.value.url });
}

/** Whoever pays in the same moment is quoted when it is their turn: quoted before, they would only be told again. */
const inTurn = createTurns(3);
/** A turn takes a few tenths of a second: whoever came behind more than these would look at a still page for too long. */
export const MOST_WAITING = 240;

/** Of this process. */
export function countWaiting(): number {
  return inTurn.waiting();
}

type Input = { bagKey: string; form: CheckoutForm; guesser?: string };

async function placeAsSeen(
  { bagKey, form, guesser }: Input,
  { now, announced }: { now: Temporal.Instant; announced: boolean },
): Promise<{ ok: true; value: PlacedOrder } | StartRefusal> {
  const question = questionOf(bagKey, form, guesser);
  const quote = await quoteCheckout(question, now);
  if (!quote || quote.lines.length === 0) return refuse("EMPTY_BAG");
  const disagreement = compare(quote, form);
  if (disagreement?.code === "QUOTE_CHANGED") return tellAgain(quote, question, form, now);
  if (disagreement) return disagreement;
  const placed = announced ? refuse("BAG_CHANGED") : await placeOnBench(quote, form, { now });
  return placed.ok ? placed : tellAgain(quote, question, form, now);
}

/**
 * Something isn't as it was shown. Bench time is kept for this bag first, so that the day which is told now still holds
 * when it is agreed to, however many others pay in the meantime.
 */
async function tellAgain(
  { bag, lines, parcels }: CheckoutQuote,
  question: CheckoutQuestion,
  form: CheckoutForm,
  now: Temporal.Instant,
): Promise<StartRefusal> {
  if (parcels.length > 0) await withTransaction((tx) => holdBench(tx, bag, piecesOf(lines), now));
  const fresh = await quoteCheckout(question, now);
  if (!fresh || fresh.lines.length === 0) return refuse("EMPTY_BAG");
  return { ...refuse("QUOTE_CHANGED"), view: tellChanges(fresh, readSeen(form.seen)) };
}

/** What in a form decides what is asked for. */
function questionOf(bagKey: string, form: CheckoutForm, guesser: string | undefined): CheckoutQuestion {
  const { country, shippingMethod: method, parcels, discountCode, giftCards, email } = form;
  return { bagKey, country, method, parcels, discountCode, giftCards, email, guesser };
}

function compare(quote: CheckoutQuote, form: CheckoutForm): StartRefusal | null {
  const { view } = quote;
  if (view.codeErrors.length > 0) return { ...refuse("CODE_REFUSED"), view };
  if (view.problem || view.chosen === null) {
    return { ...refuse("NOT_ORDERABLE", view.problem ? { message: view.problem } : {}), view };
  }
  const seen = readSeen(form.seen);
  if (!seen || seen.print !== quote.print || form.shippingMethod !== view.chosen) {
    return { ...refuse("QUOTE_CHANGED"), view: tellChanges(quote, seen) };
  }
  if ((seen.changed || view.changes.length > 0) && form.accepted !== "on") {
    return { ...refuse("NOT_ACCEPTED"), view: seen.changed ? { ...view, seen: form.seen } : view };
  }
  return null;
}

/**
 * Earlier payment pages of this bag are closed before a new one opens: it should be paid once. `announced` where
 * one turned out to be finished, with money that takes days: the shopper is asked whether they mean it. Whoever only has
 * something to agree to or to mend keeps the page that is open.
 */
async function closeEarlier(
  { bagKey, form, guesser }: Input,
  { now, gateway }: Context,
): Promise<{ ok: true; announced: boolean } | (StartRefusal & { ok: false })> {
  const open = await db.checkout.findMany({
    where: { status: "OPEN", order: { cart: { tokenHash: bagKey } } },
    select: { sessionId: true },
  });
  if (open.length === 0) return { ok: true, announced: false };
  const quote = await quoteCheckout(questionOf(bagKey, form, guesser), now);
  // What is wrong is said in its turn, where bench time can be kept for what is told.
  if (!quote || quote.lines.length === 0 || compare(quote, form)) return { ok: true, announced: false };
  const cartId = quote.bag.id;
  try {
    const found = await closeCheckouts(
      open.map(({ sessionId }) => sessionId),
      { now, gateway },
    );
    const paid = found.find(({ status }) => status === "PAID" || status === "SHIPPED");
    if (paid) return { ...refuse("ALREADY_PAID"), token: paid.token };
    return { ok: true, announced: found.some(({ status }) => status === "PAYMENT_PENDING") };
  } catch (error) {
    log.error({ err: error, cartId }, "earlier checkouts of a bag could not be closed");
    return { ...refuse("PAYMENT_UNAVAILABLE"), token: null };
  }
}

/** A bench that moves in the very moment is looked at again. */
const BENCH_LOOKS = 5;

async function placeOnBench(
  quote: CheckoutQuote,
  form: CheckoutForm,
  { now }: { now: Temporal.Instant },
): ReturnType<typeof placeOrder> {
  for (let look = 1; ; look += 1) {
    const placed = await placeOrder(quote, form, { now });
    if (placed.ok || placed.code !== "BENCH_MOVED" || look === BENCH_LOOKS) return placed;
    await getBenchAhead(now);
  }
}
