/** Stripe's published test cards (docs.stripe.com/testing), and what each of them does. */
export interface TestCard {
  number: string;
  label: string;
  brand: "visa" | "mastercard" | "amex";
  paymentMethod: string;
  outcome:
    | { kind: "pays" }
    | { kind: "challenges" }
    | { kind: "declines"; code: string; declineCode?: string; param?: string; message: string };
  refund?: "settles later" | "fails later";
}

export const testCards: readonly TestCard[] = [
  {
    number: "4242424242424242",
    label: "Visa, pays",
    brand: "visa",
    paymentMethod: "pm_card_visa",
    outcome: { kind: "pays" },
  },
  {
    number: "5555555555554444",
    label: "Mastercard, pays",
    brand: "mastercard",
    paymentMethod: "pm_card_mastercard",
    outcome: { kind: "pays" },
  },
  {
    number: "378282246310005",
    label: "American Express, pays",
    brand: "amex",
    paymentMethod: "pm_card_amex",
    outcome: { kind: "pays" },
  },
  {
    number: "4000002500003155",
    label: "3-D Secure asked",
    brand: "visa",
    paymentMethod: "pm_card_authenticationRequiredOnSetup",
    outcome: { kind: "challenges" },
  },
  {
    number: "4000000000003220",
    label: "3-D Secure 2 required",
    brand: "visa",
    paymentMethod: "pm_card_threeDSecure2Required",
    outcome: { kind: "challenges" },
  },
  {
    number: "4000000000000002",
    label: "Declined",
    brand: "visa",
    paymentMethod: "pm_card_visa_chargeDeclined",
    outcome: {
      kind: "declines",
      code: "card_declined",
      declineCode: "generic_decline",
      message: "Your card was declined.",
    },
  },
  {
    number: "4000000000009995",
    label: "Insufficient funds",
    brand: "visa",
    paymentMethod: "pm_card_visa_chargeDeclinedInsufficientFunds",
    outcome: {
      kind: "declines",
      code: "card_declined",
      declineCode: "insufficient_funds",
      message: "Your card has insufficient funds.",
    },
  },
  {
    number: "4000000000009987",
    label: "Lost card",
    brand: "visa",
    paymentMethod: "pm_card_visa_chargeDeclinedLostCard",
    outcome: {
      kind: "declines",
      code: "card_declined",
      declineCode: "lost_card",
      message: "Your card was declined.",
    },
  },
  {
    number: "4000000000000069",
    label: "Expired card",
    brand: "visa",
    paymentMethod: "pm_card_chargeDeclinedExpiredCard",
    outcome: {
      kind: "declines",
      code: "expired_card",
      param: "exp_month",
      message: "Your card has expired.",
    },
  },
  {
    number: "4000000000000127",
    label: "Incorrect security code",
    brand: "visa",
    paymentMethod: "pm_card_chargeDeclinedIncorrectCvc",
    outcome: {
      kind: "declines",
      code: "incorrect_cvc",
      param: "cvc",
      message: "Your card's security code is incorrect.",
    },
  },
  {
    number: "4000000000000119",
    label: "Processing error",
    brand: "visa",
    paymentMethod: "pm_card_chargeDeclinedProcessingError",
    outcome: {
      kind: "declines",
      code: "processing_error",
      message: "An error occurred while processing your card. Try again in a little bit.",
    },
  },
  {
    number: "4000000000007726",
    label: "Pays, refund settles later",
    brand: "visa",
    paymentMethod: "pm_card_pendingRefund",
    outcome: { kind: "pays" },
    refund: "settles later",
  },
  {
    number: "4000000000005126",
    label: "Pays, refund fails later",
    brand: "visa",
    paymentMethod: "pm_card_refundFail",
    outcome: { kind: "pays" },
    refund: "fails later",
  },
];

/** Any other number: it may be somebody's real card, so nothing of it is kept. */
export const realCard: TestCard = {
  number: "",
  label: "Not a test card",
  brand: "visa",
  paymentMethod: "",
  outcome: {
    kind: "declines",
    code: "card_declined",
    declineCode: "test_mode_live_card",
    message:
      "Your card was declined. Your request was in test mode, but used a non test card. For a list of valid test cards, visit: https://stripe.com/docs/testing.",
  },
};

export function findTestCard(number: string): TestCard {
  return testCards.find((card) => card.number === digitsOf(number)) ?? realCard;
}

export function digitsOf(number: string): string {
  return number.replaceAll(/\D/g, "");
}

export function lastFour(card: TestCard): string {
  return card.number.slice(-4) || "0000";
}

export function spaced(number: string): string {
  const groups = number.length === 15 ? /^(\d{4})(\d{6})(\d{5})$/ : /^(\d{4})(\d{4})(\d{4})(\d{4})$/;
  return number.replace(groups, (...parts) => parts.slice(1, number.length === 15 ? 4 : 5).join(" "));
}
