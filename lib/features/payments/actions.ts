"use server";

import { staffActor } from "@/lib/features/orders/events";
import { requestRefund } from "@/lib/features/payments/refunds";
import { refundRefusalWords, requestRefundSchema } from "@/lib/features/payments/schema";
import { readMoneyFields } from "@/lib/platform/money-fields";
import { studioAction } from "@/lib/platform/studio-action";

export const requestRefundAction = studioAction({
  name: "payments.request-refund",
  role: "OWNER",
  input: requestRefundSchema,
  read: (form) => ({ ...readMoneyFields(form, ["amountMinor"]), currency: form.get("currency") }),
  run: async (input, { now, staff }) => {
    const result = await requestRefund(input, { now, actor: staffActor(staff) });
    return result.ok ? result : { ...result, message: refundRefusalWords[result.code] };
  },
});
