import { z } from "zod";

export const requestRefundSchema = z.strictObject({
  orderId: z.string().min(1).max(40),
  /** the order as the screen showed it */
  version: z.coerce.number().int().min(1),
  /** of the amount as it was typed */
  currency: z.string().regex(/^[A-Z]{3}$/),
  amountMinor: z
    .int("Please give an amount, such as 12.50.")
    .min(1, "Please give more than nothing.")
    .max(100_000_000),
  reason: z
    .string("Please say why; the buyer reads it.")
    .trim()
    .min(1, "Please say why; the buyer reads it.")
    .max(300, "Please use at most 300 characters."),
});

export const refundRefusalWords = {
  NOT_FOUND: "This order isn’t there any more.",
  FORBIDDEN: "Only the owner can refund.",
  NOT_PAID: "Nothing has been paid for this order.",
  NOTHING_LEFT: "Everything has been refunded already.",
  STALE:
    "This order has changed since you opened it, so nothing was refunded now. Please look at it once more.",
  OTHER_CURRENCY: "This payment came in another currency. Nothing was refunded; please look at it once more.",
  WHOLE_ONLY: "This payment isn’t part of what the order costs, so it goes back as a whole.",
  SPENT: "Part of the gift card has been spent, so only what is left on it can go back.",
  TOO_MUCH: "That is more than what is left to refund.",
} as const;
