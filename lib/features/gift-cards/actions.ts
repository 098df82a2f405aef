"use server";

import { headers } from "next/headers";
import { getPaymentGateway } from "@/lib/adapters/stripe/gateway";
import { formatMoney } from "@/lib/domain/money";
import { findGiftCard } from "@/lib/features/gift-cards/data";
import { readGiftCardForm } from "@/lib/features/gift-cards/gift-card-form";
import { guess } from "@/lib/features/gift-cards/guess";
import { buyGiftCard, issueByHand, resendCard } from "@/lib/features/gift-cards/mutations";
import {
  type BalanceView,
  balanceSchema,
  buyGiftCardSchema,
  issueGiftCardSchema,
  resendGiftCardSchema,
} from "@/lib/features/gift-cards/schema";
import { staffActor } from "@/lib/features/orders/events";
import { publicAction } from "@/lib/platform/action";
import { ok, type Result, refuse } from "@/lib/platform/errors";
import { readMoneyFields } from "@/lib/platform/money-fields";
import { clientAddress } from "@/lib/platform/rate-limit";
import { studioAction } from "@/lib/platform/studio-action";

/** To the payment page. A chosen amount counts unless another one is typed. */
export const buyGiftCardAction = publicAction({
  name: "gift-cards.buy",
  input: buyGiftCardSchema,
  read: readGiftCardForm,
  limit: { limit: 60, windowSeconds: 60 },
  run: async (input, { now }) => {
    const bought = await buyGiftCard(input, { now, gateway: getPaymentGateway() });
    if (bought.ok || bought.code !== "PAYMENT_UNAVAILABLE") return bought;
    const message =
      "We can’t reach our payment provider at the moment. Nothing was charged; please try again in a minute.";
    return refuse("PAYMENT_UNAVAILABLE", { message });
  },
  leadsTo: ({ url }) => url,
});

/** How much is on a card. The code travels in the form alone, never in an address. */
export const balanceAction = publicAction({
  name: "gift-cards.balance",
  input: balanceSchema,
  limit: { limit: 60, windowSeconds: 60 },
  run: async ({ code }, { now }): Promise<Result<BalanceView, "UNKNOWN_CARD" | "TOO_MANY_REQUESTS">> => {
    const card = await guess("gift-card", clientAddress(await headers()), now, () => findGiftCard(code));
    if (card === "TOO_MANY") {
      const message = "That was a lot of codes that we don’t know. Please wait ten minutes and try again.";
      return refuse("TOO_MANY_REQUESTS", { message });
    }
    if (!card) {
      const message = "We don’t know this gift card. Its code has four groups of four, as on the card.";
      const errors = [{ path: "code", code: "UNKNOWN_CARD", message }];
      return refuse("UNKNOWN_CARD", { message, errors });
    }
    const { lastFour, balanceMinor, currency, expiresOn } = card;
    return ok({ ending: lastFour, balance: formatMoney(balanceMinor, currency), expiresOn });
  },
});

export const issueGiftCardAction = studioAction({
  name: "gift-cards.issue",
  role: "OWNER",
  input: issueGiftCardSchema,
  read: (form) => readMoneyFields(form, ["amountMinor"]),
  run: (input, { now, staff }) => issueByHand(input, { now, actor: staffActor(staff) }),
});

export const resendGiftCardAction = studioAction({
  name: "gift-cards.resend",
  role: "OWNER",
  input: resendGiftCardSchema,
  run: (input, { now, staff }) => resendCard(input, { now, actor: staffActor(staff) }),
});
