"use server";

import { getPaymentGateway } from "@/lib/adapters/stripe/gateway";
import { answerProposal } from "@/lib/features/proposals/answer";
import { askChange } from "@/lib/features/proposals/ask-change";
import { payChange } from "@/lib/features/proposals/pay-change";
import { answerProposalSchema, askChangeSchema } from "@/lib/features/proposals/schema";
import { linkAction } from "@/lib/platform/action";
import { ok, refuse } from "@/lib/platform/errors";
import { routes } from "@/lib/platform/routes";

const PER_MINUTE = { limit: 60, windowSeconds: 60 };

const payWords = {
  NOTHING_TO_PAY: "There is nothing to pay here any more. Please look at the page again.",
  PAYMENT_UNAVAILABLE:
    "We can’t reach our payment provider at the moment. Nothing was charged; please try again in a minute.",
} as const;

/** From the proposal's page: yes, not quite, or no. What costs more leads to the payment page. */
export const answerProposalAction = linkAction({
  name: "proposals.answer",
  input: answerProposalSchema,
  limit: PER_MINUTE,
  run: async (input, { now }) => {
    const { token } = input;
    const answered = await answerProposal(input, { now });
    if (!answered.ok) return answered;
    if (!answered.value.pay) return ok({ url: routes.proposal(token) as string });
    const page = await payChange(token, { now, gateway: getPaymentGateway() });
    if (page.ok) return page;
    const { code } = page;
    return code === "NOTHING_TO_PAY" || code === "PAYMENT_UNAVAILABLE"
      ? refuse(code, { message: payWords[code] })
      : page;
  },
  leadsTo: ({ url }) => url,
});

/** From the order's page: could you make it so instead? */
export const askChangeAction = linkAction({
  name: "proposals.ask",
  input: askChangeSchema,
  limit: PER_MINUTE,
  run: async (input, { now }) => {
    const asked = await askChange(input, { now });
    return asked.ok ? ok({ token: input.token }) : asked;
  },
  leadsTo: ({ token }) => `${routes.order(token)}?asked=1`,
});
