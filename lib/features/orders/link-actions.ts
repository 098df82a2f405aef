"use server";

import { staffActor } from "@/lib/features/orders/events";
import { renewOrderLink } from "@/lib/features/orders/link";
import { orderIdSchema } from "@/lib/features/orders/link-schema";
import { revokeOrderLink } from "@/lib/features/orders/mutations";
import { studioAction } from "@/lib/platform/studio-action";

export const revokeOrderLinkAction = studioAction({
  name: "orders.revoke-link",
  input: orderIdSchema,
  run: ({ orderId }, { now, staff }) => revokeOrderLink(orderId, { now, actor: staffActor(staff) }),
});

export const renewOrderLinkAction = studioAction({
  name: "orders.renew-link",
  input: orderIdSchema,
  run: (input, { now, staff }) => renewOrderLink(input, { now, actor: staffActor(staff) }),
});
