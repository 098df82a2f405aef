import { getPaymentGateway } from "@/lib/adapters/stripe/gateway";
import { receiveWebhook } from "@/lib/features/payments/webhook";
import { now } from "@/lib/platform/clock";
import { gated } from "@/lib/platform/gate";
import { log } from "@/lib/platform/log";
import { readBody } from "@/lib/platform/read-body";

// Stripe's largest events are far smaller; whoever sends more isn't Stripe.
const MAX_BYTES = 512 * 1024;

/**
 * 200 once what the message led to is written, 400 for what isn't Stripe's, 500 for everything unforeseen, so that
 * it comes again. The signature is over the body exactly as it was sent.
 */
export const POST = gated("signature", async (request: Request): Promise<Response> => {
  const body = await readBody(request, MAX_BYTES);
  if (body === null) return Response.json({ error: "too large" }, { status: 413 });
  try {
    const received = await receiveWebhook(body.toString("utf8"), request.headers.get("stripe-signature"), {
      now: now(),
      gateway: getPaymentGateway(),
    });
    if (!received.ok) return Response.json({ error: received.code }, { status: 400 });
    return Response.json({ received: true });
  } catch (error) {
    log.error({ err: error }, "a message from the payment provider could not be handled");
    return Response.json({ error: "try again" }, { status: 500 });
  }
});
