import { formatAmount } from "./amounts";
import { invalidRequest, refused, resourceMissing } from "./errors";
import { emit } from "./events";
import { newId, randomText } from "./ids";
import {
  fields,
  integer,
  list,
  metadata,
  oneOf,
  type ParsedParameters,
  required,
  text,
  unsupported,
} from "./parameters";
import { findPaymentIntent } from "./payment-intents";
import type { Charge, Refund } from "./stripe-objects";
import { testCards } from "./test-cards";
import { seconds, type Work } from "./work";

export const createRefundParameters = required(
  fields({
    amount: integer({ min: 1 }),
    charge: text(),
    payment_intent: text(),
    metadata: metadata(),
    reason: oneOf(["duplicate", "fraudulent", "requested_by_customer"]),
    expand: list(required(text())),
    currency: unsupported(),
    customer: unsupported(),
    instructions_email: unsupported(),
    origin: unsupported(),
    refund_application_fee: unsupported(),
    reverse_transfer: unsupported(),
  }),
);

export function createRefund(work: Work, given: ParsedParameters<typeof createRefundParameters>): Refund {
  const charge = chargeToRefund(work, given);
  const amount = refundable(charge, given.amount);
  const behaviour = refundBehaviour(charge);
  const refund: Refund = {
    id: newId(charge.id.startsWith("py_") ? "pyr" : "re"),
    object: "refund",
    amount,
    balance_transaction: newId("txn"),
    charge: charge.id,
    created: seconds(work),
    currency: charge.currency,
    customer: null,
    customer_account: null,
    destination_details: destinationOf(charge),
    metadata: given.metadata,
    payment_intent: charge.payment_intent,
    payment_method: charge.payment_method,
    reason: given.reason ?? null,
    receipt_number: null,
    source_transfer_reversal: null,
    status: behaviour === "settles later" ? "pending" : "succeeded",
    transfer_reversal: null,
  };
  const refunded = addRefunded(charge, amount);
  work.transaction.put("refunds", refund);
  work.transaction.put("charges", refunded);
  work.transaction.put("timers", {
    id: `refund:${refund.id}`,
    kind: "update_refund",
    targetId: refund.id,
    outcome: behaviour === "fails later" ? "failed" : "succeeded",
    dueAtMs: work.nowMs + work.behaviour.settlementDelayMs,
  });
  emit(work, "refund.created", refund);
  emit(work, "charge.refunded", refunded, {
    amount_refunded: charge.amount_refunded,
    refunded: charge.refunded,
  });
  return refund;
}

/** What becomes of a refund later: its reference arrives, it settles, or the bank sends it back. */
export function updateRefund(work: Work, id: string, outcome: "succeeded" | "failed"): void {
  const refund = work.transaction.get("refunds", id);
  work.transaction.drop("timers", `refund:${id}`);
  if (!refund) return;
  const updated: Refund =
    outcome === "failed"
      ? {
          ...refund,
          status: "failed",
          failure_reason: "expired_or_canceled_card",
          failure_balance_transaction: newId("txn"),
        }
      : { ...refund, status: "succeeded", ...withReference(refund) };
  work.transaction.put("refunds", updated);
  emit(work, "refund.updated", updated, { status: refund.status });
  emit(work, "charge.refund.updated", updated, { status: refund.status });
  if (outcome === "succeeded") return;
  const charge = work.transaction.get("charges", String(refund.charge));
  if (charge) work.transaction.put("charges", addRefunded(charge, -refund.amount));
  emit(work, "refund.failed", updated);
}

function chargeToRefund(
  work: Work,
  given: { charge: string | undefined; payment_intent: string | undefined },
): Charge {
  if (given.charge) {
    const charge = work.transaction.get("charges", given.charge);
    if (!charge) throw resourceMissing("charge", given.charge, "charge", 404);
    return charge;
  }
  if (!given.payment_intent) {
    throw invalidRequest(
      "One of the following params should be provided for this request: payment_intent or charge.",
      {
        code: "parameter_missing",
      },
    );
  }
  const intent = findPaymentIntent(work, given.payment_intent, 404, "payment_intent");
  const charge = work.transaction.get("charges", String(intent.latest_charge));
  if (charge && charge.status !== "failed") return charge;
  throw refused(`This PaymentIntent (${intent.id}) does not have a successful charge to refund.`, {
    param: "payment_intent",
  });
}

function refundable(charge: Charge, given: number | undefined): number {
  if (charge.status === "failed") {
    throw refused(`Charge ${charge.id} failed, so it can't be refunded.`, { param: "charge" });
  }
  if (charge.refunded) {
    throw refused(`Charge ${charge.id} has already been refunded.`, { code: "charge_already_refunded" });
  }
  const left = charge.amount - charge.amount_refunded;
  const amount = given ?? left;
  if (amount <= left) return amount;
  const asked = formatAmount(amount, charge.currency);
  const available = formatAmount(left, charge.currency);
  const limit = charge.amount_refunded > 0 ? "unrefunded amount on charge" : "charge amount";
  throw refused(`Refund amount (${asked}) is greater than ${limit} (${available})`, {
    code: "amount_too_large",
    param: "amount",
  });
}

function addRefunded(charge: Charge, amount: number): Charge {
  const refunded = charge.amount_refunded + amount;
  return { ...charge, amount_refunded: refunded, refunded: refunded === charge.amount };
}

function refundBehaviour(charge: Charge): "at once" | "settles later" | "fails later" {
  const last4 = charge.payment_method_details?.card?.last4;
  if (!last4) return "settles later";
  return testCards.find((card) => card.refund && card.number.endsWith(last4))?.refund ?? "at once";
}

function destinationOf(charge: Charge): NonNullable<Refund["destination_details"]> {
  if (!charge.payment_method_details?.card) return { type: charge.payment_method_details?.type ?? "bank" };
  return {
    type: "card",
    card: { type: "refund", reference_status: "pending", reference_type: "acquirer_reference_number" },
  };
}

function withReference(refund: Refund): Partial<Refund> {
  const card = refund.destination_details?.card;
  if (!card) return {};
  return {
    destination_details: {
      type: "card",
      card: { ...card, reference: randomText(23), reference_status: "available" },
    },
  };
}
