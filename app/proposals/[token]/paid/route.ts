import { getPaymentGateway } from "@/lib/adapters/stripe/gateway";
import { settleReturn } from "@/lib/features/payments/settle-return";
import { now } from "@/lib/platform/clock";
import { getEnv } from "@/lib/platform/env";
import { gated } from "@/lib/platform/gate";
import { log } from "@/lib/platform/log";
import { routes } from "@/lib/platform/routes";

const wellFormed = /^cs_[A-Za-z0-9_]{1,200}$/;
const key = /^[A-Za-z0-9_-]{27}$/;

/** Where the payment page sends whoever paid for a change: what they paid is settled, and their proposal says so. */
export const GET = gated(
  "link",
  async (request: Request, { params }: { params: Promise<{ token: string }> }): Promise<Response> => {
    const { token } = await params;
    if (!key.test(token)) return new Response(null, { status: 404 });
    const sessionId = new URL(request.url).searchParams.get("session_id") ?? "";
    if (wellFormed.test(sessionId)) await settle(sessionId);
    return new Response(null, {
      status: 303,
      headers: {
        location: `${getEnv().APP_URL}${routes.proposal(token)}?paid=1`,
        "cache-control": "no-store",
        "referrer-policy": "no-referrer",
      },
    });
  },
);

async function settle(sessionId: string): Promise<void> {
  try {
    await settleReturn(sessionId, { now: now(), gateway: getPaymentGateway() });
  } catch (error) {
    log.warn({ err: error, sessionId }, "a return from the payment page could not be settled yet");
  }
}
