import Stripe from "stripe";
import { describe, expect, it } from "vitest";
import { isMissing, refundRefusal } from "@/lib/adapters/stripe/refusals";

const { StripeAPIError, StripeConnectionError, StripeInvalidRequestError } = Stripe.errors;

describe("a refused refund", () => {
  it.each([
    [
      { code: "charge_already_refunded", message: "Charge ch_1 has already been refunded." },
      "ALREADY_REFUNDED",
    ],
    [{ code: "amount_too_large", message: "" }, "AMOUNT_TOO_LARGE"],
    [
      { message: "Refund amount (£9.00) is greater than unrefunded amount on charge (£5.00)" },
      "AMOUNT_TOO_LARGE",
    ],
    [{ message: "Refund amount (£9.00) is greater than charge amount (£5.00)" }, "AMOUNT_TOO_LARGE"],
    [{ message: "This PaymentIntent (pi_1) does not have a successful charge to refund." }, "NOT_PAID"],
    [{ code: "resource_missing", message: "No such payment_intent: 'pi_1'" }, "UNKNOWN_PAYMENT"],
    [{ code: "lock_timeout", message: "Another request holds it", statusCode: 429 }, null],
    [{ message: "This charge is disputed and can’t be refunded.", statusCode: 400 }, "REFUSED"],
  ])("%o is %s", (raw, code) => {
    expect(refundRefusal(new StripeInvalidRequestError({ type: "invalid_request_error", ...raw }))).toBe(
      code,
    );
  });

  it("is not what trouble on the way is", () => {
    expect(refundRefusal(new StripeConnectionError({ type: "api_error", message: "timed out" }))).toBeNull();
    expect(
      refundRefusal(new StripeAPIError({ type: "api_error", code: "charge_already_refunded" })),
    ).toBeNull();
    expect(refundRefusal(new Error("charge_already_refunded"))).toBeNull();
  });
});

it("only a request for something that isn't there is missing", () => {
  expect(
    isMissing(new StripeInvalidRequestError({ type: "invalid_request_error", code: "resource_missing" })),
  ).toBe(true);
  expect(
    isMissing(new StripeInvalidRequestError({ type: "invalid_request_error", code: "parameter_missing" })),
  ).toBe(false);
  expect(isMissing(new Error("resource_missing"))).toBe(false);
});
