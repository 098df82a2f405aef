import { getPaymentGateway } from "@/lib/adapters/stripe/gateway";
import { findTokenForReturn } from "@/lib/features/orders/return-key";
import { settleReturn } from "@/lib/features/payments/settle-return";
import { readBagKey } from "@/lib/platform/bag-cookie";
import { now } from "@/lib/platform/clock";
import { getEnv } from "@/lib/platform/env";
import { gated } from "@/lib/platform/gate";
import { log } from "@/lib/platform/log";
import { routes } from "@/lib/platform/routes";

const wellFormed = /^cs_[A-Za-z0-9_]{1,250}$/;

/**
 * Where the payment page sends the buyer back to. It settles like the webhook does, whoever is first, and leads
 * to the order's page, if this browser may see it; where the provider doesn't answer just now, the page says how things stand.
 */
export const GET = gated("link", async (request: Request): Promise<Response> => {
  const sessionId = new URL(request.url).searchParams.get("session_id") ?? "";
  const token = wellFormed.test(sessionId) ? await settleAndFind(sessionId) : null;
  const to = token ? routes.order(token) : `${routes.bag}?payment=unknown`;
  // The address in a request is whatever a proxy made of it; ours is configured.
  return new Response(null, {
    status: 303,
    headers: {
      location: `${getEnv().APP_URL}${to}`,
      "cache-control": "no-store",
      "referrer-policy": "no-referrer",
    },
  });
});

async function settleAndFind(sessionId: string): Promise<string | null> {
  try {
    await settleReturn(sessionId, { now: now(), gateway: getPaymentGateway() });
  } catch (error) {
    log.warn({ err: error, sessionId }, "a return from the payment page could not be settled yet");
  }
  return findTokenForReturn({ sessionId, bagKey: await readBagKey() }, now());
}
