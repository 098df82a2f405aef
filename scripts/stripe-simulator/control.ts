import { z } from "zod";
import { changeBehaviour } from "./behaviour";
import {
  answerChallenge,
  type PaymentResult,
  payByCard,
  payByDebit,
  settlePayment,
} from "./checkout-payment";
import { expireSession } from "./checkout-sessions";
import { type Engine, fireDueTimers } from "./engine";
import { StripeApiError } from "./errors";
import { type HttpRequest, type HttpResponse, json } from "./http";
import { tableNames } from "./tables";

const paySchema = z.strictObject({
  method: z.enum(["card", "debit"]).default("card"),
  card: z.string().default("4242424242424242"),
  email: z.string().default("payer@example.com"),
  name: z.string().default("Test Payer"),
  /** The answer to a 3-D Secure challenge, if the card asks for one. */
  challenge: z.enum(["complete", "fail", "leave"]).default("complete"),
  /** How a bank debit ends. */
  outcome: z.enum(["succeeded", "failed"]).default("succeeded"),
});
const settleSchema = z.strictObject({ outcome: z.enum(["succeeded", "failed"]).default("succeeded") });
const flushSchema = z.strictObject({
  /** Deliver also what "never" held back. */
  withheld: z.boolean().default(false),
  /** Let the waiting bank debits and refunds settle first. */
  settle: z.boolean().default(false),
});

/** Everything under `/_simulator`: what tests, benches and people use, and Stripe doesn't have. */
export async function handleControl(engine: Engine, request: HttpRequest): Promise<HttpResponse> {
  const [, , first = "", id = "", verb = ""] = request.path.split("/");
  if (request.method === "GET") {
    if (first === "health") return json(200, { status: "ok" });
    if (first === "state") return json(200, state(engine));
    if (first === "behaviour") return json(200, engine.behaviour);
    return unknownAddress();
  }
  // A form on some other website can't send JSON without asking, so it can't meddle.
  if (!request.headers["content-type"]?.startsWith("application/json")) {
    return json(415, { error: "Send JSON, with Content-Type: application/json." });
  }
  const body = readJson(request.body);
  if (body === undefined) return json(400, { error: "The body is not JSON." });
  try {
    if (first === "behaviour") return setBehaviour(engine, body);
    if (first === "flush") return await flush(engine, flushSchema.parse(body));
    if (first === "sessions" && verb === "pay") return await pay(engine, id, paySchema.parse(body));
    if (first === "sessions" && verb === "expire-now")
      return json(200, await engine.change((work) => expireSession(work, id)));
    if (first === "sessions" && verb === "settle") {
      const { outcome } = settleSchema.parse(body);
      return json(200, await engine.change((work) => settlePayment(work, id, outcome)));
    }
    return unknownAddress();
  } catch (error) {
    if (error instanceof z.ZodError) return json(422, { error: z.prettifyError(error) });
    if (error instanceof StripeApiError) return json(error.status, { error: error.message });
    throw error;
  }
}

function setBehaviour(engine: Engine, body: unknown): HttpResponse {
  const changed = changeBehaviour(engine.behaviour, body);
  if (!changed.ok) return json(422, { error: changed.problems.join("; ") });
  engine.behaviour = changed.behaviour;
  return json(200, engine.behaviour);
}

async function pay(engine: Engine, id: string, given: z.infer<typeof paySchema>): Promise<HttpResponse> {
  const payer = { email: given.email, name: given.name };
  const expiry = { month: 12, year: new Date(engine.nowMs()).getUTCFullYear() + 1 };
  const result = await engine.change((work): PaymentResult => {
    if (given.method === "debit") return payByDebit(work, id, payer, given.outcome);
    const first = payByCard(work, id, { number: given.card, expiry, payer });
    if (first.kind !== "challenge" || given.challenge === "leave") return first;
    return answerChallenge(work, id, given.challenge);
  });
  const {
    id: sessionId,
    status,
    payment_status: paymentStatus,
    payment_intent: paymentIntent,
  } = result.session;
  const refusal = result.kind === "declined" ? { code: result.code, message: result.message } : {};
  return json(200, { result: result.kind, sessionId, status, paymentStatus, paymentIntent, ...refusal });
}

async function flush(
  engine: Engine,
  { withheld, settle }: z.infer<typeof flushSchema>,
): Promise<HttpResponse> {
  const settled = await fireDueTimers(engine, settle);
  return json(200, { settled, ...(await engine.webhooks.flush({ withheld })) });
}

function state(engine: Engine) {
  const deliveries = [...engine.store.all("deliveries")];
  return {
    behaviour: engine.behaviour,
    counts: Object.fromEntries(tableNames.map((table) => [table, engine.store.count(table)])),
    deliveries: {
      pending: deliveries.filter(({ status }) => status === "pending").length,
      withheld: deliveries.filter(({ status }) => status === "withheld").length,
    },
    recentAttempts: engine.webhooks.recentAttempts(),
    sessions: [...engine.store.all("sessions")].slice(-200).map((session) => ({
      id: session.id,
      status: session.status,
      paymentStatus: session.payment_status,
      clientReferenceId: session.client_reference_id,
      amountTotal: session.amount_total,
    })),
  };
}

function unknownAddress(): HttpResponse {
  return json(404, { error: "The simulator has no such address." });
}

function readJson(body: string): unknown {
  if (body === "") return {};
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
