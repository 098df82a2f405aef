import { mkdtemp, rm } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { PaymentGateway } from "@/lib/adapters/stripe/payment-gateway";
import { createStripeGateway } from "@/lib/adapters/stripe/stripe-gateway";
import { openCheckout } from "@/lib/features/payments/open-checkout";
import { reconcile } from "@/lib/features/payments/reconcile";
import { settleCheckout } from "@/lib/features/payments/settle-checkout";
import { receiveWebhook } from "@/lib/features/payments/webhook";
import { now } from "@/lib/platform/clock";
import { type Simulator, startSimulator } from "@/scripts/stripe-simulator/simulator";
import { emptyDatabase, testDb } from "../../support/database";
import { placeOrder } from "../../support/orders";
import { createShop } from "../../support/shop";

// Our webhook behind a real socket, fed by the simulator over HTTP: signatures, retries, copies and all.
const db = testDb();
const secret = "whsec_only_for_tests";
let simulator: Simulator;
let gateway: PaymentGateway;
let listener: Server;
let folder = "";
let productId = "";
/** The listener answers 500 so many times before it does its work. */
let failures = 0;

beforeEach(async () => {
  await emptyDatabase();
  ({ productId } = await createShop());
  failures = 0;
  folder = await mkdtemp(path.join(tmpdir(), "shop-simulator-"));
  listener = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
    if (failures > 0) {
      failures -= 1;
      response.writeHead(500).end();
      return;
    }
    const signature = String(request.headers["stripe-signature"]);
    const answer = await receiveWebhook(Buffer.concat(chunks).toString("utf8"), signature, {
      now: now(),
      gateway,
    }).catch(() => null);
    response.writeHead(answer === null ? 500 : answer.ok ? 200 : 400).end();
  });
  await new Promise<void>((resolve) => listener.listen(0, "127.0.0.1", resolve));
  const { port } = listener.address() as AddressInfo;
  const webhook = { url: `http://127.0.0.1:${port}/api/stripe/webhook`, secret };
  simulator = await startSimulator({ port: 0, dataFolder: folder, webhook, retryBaseMs: 50 });
  gateway = createStripeGateway({
    secretKey: "sk_test_simulator",
    webhookSecret: secret,
    apiBase: new URL(simulator.url),
  });
});

afterEach(async () => {
  await simulator.close();
  listener.closeAllConnections();
  await new Promise((resolve) => listener.close(resolve));
  await rm(folder, { recursive: true });
});

async function control(address: string, body: object): Promise<void> {
  const response = await fetch(`${simulator.url}/_simulator/${address}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${address}: ${response.status} ${await response.text()}`);
}

async function openOrder(bagKey = "a".repeat(64)) {
  const order = await placeOrder(productId, { bagKey, now: now() });
  const opened = await openCheckout(order.id, { now: now(), gateway });
  if (!opened.ok) throw new Error(opened.code);
  const { sessionId } = await db.checkout.findFirstOrThrow({ where: { orderId: order.id } });
  return { ...order, sessionId };
}

async function outcome(orderId: string) {
  const { status } = await db.order.findUniqueOrThrow({ where: { id: orderId } });
  return {
    status,
    jobs: await db.job.count({ where: { orderLine: { orderId } } }),
    confirmations: await db.mail.count({ where: { orderId, template: "order-confirmed" } }),
  };
}
/** Messages travel by themselves: what they lead to is waited for. */
const eventually = (orderId: string) =>
  expect.poll(() => outcome(orderId), { timeout: 15_000, interval: 50 });
const bought = { status: "PAID", jobs: 2, confirmations: 1 };

describe("over Stripe's own protocol", () => {
  it("an order is paid by a card, and the sum asked for is the order's", async () => {
    const order = await openOrder();
    expect((await gateway.getCheckout(order.sessionId))?.amountTotalMinor).toBe(order.totalMinor);
    await control(`sessions/${order.sessionId}/pay`, {});
    await eventually(order.id).toEqual(bought);
  });

  it("messages that come three times, shuffled, beside the returning buyer, count once", async () => {
    await control("behaviour", { webhookCopies: 3, webhookShuffleMs: 200 });
    const orders = await Promise.all(["a", "b", "c"].map((letter) => openOrder(letter.repeat(64))));
    await Promise.all(
      orders.map(async ({ sessionId }) => {
        await control(`sessions/${sessionId}/pay`, {});
        await settleCheckout(sessionId, { now: now(), gateway });
      }),
    );
    await expect.poll(() => db.stripeEvent.count(), { timeout: 15_000 }).toBe(15);
    expect(await Promise.all(orders.map(({ id }) => outcome(id)))).toEqual([bought, bought, bought]);
  });

  it("messages that we fail to take come again until we do", async () => {
    failures = 7;
    const order = await openOrder();
    await control(`sessions/${order.sessionId}/pay`, {});
    await eventually(order.id).toEqual(bought);
  });

  it("messages that never come are not needed: the reconciler asks", async () => {
    await control("behaviour", { webhookNever: true });
    const order = await openOrder();
    await control(`sessions/${order.sessionId}/pay`, {});
    expect((await outcome(order.id)).status).toBe("AWAITING_PAYMENT");
    await reconcile({ now: now(), gateway });
    expect(await outcome(order.id)).toEqual(bought);
  });

  it("a declined card leaves the page open for another; a challenge is passed on the way", async () => {
    const order = await openOrder();
    await control(`sessions/${order.sessionId}/pay`, { card: "4000000000000002" });
    expect((await outcome(order.id)).status).toBe("AWAITING_PAYMENT");
    await control(`sessions/${order.sessionId}/pay`, { card: "4000000000003220" });
    await eventually(order.id).toEqual(bought);
  });

  it("a page that ran out lets the order go, with the bag as it was", async () => {
    const order = await openOrder();
    await control(`sessions/${order.sessionId}/expire-now`, {});
    await eventually(order.id).toMatchObject({ status: "EXPIRED" });
    expect(await db.cartLine.count()).toBe(1);
  });
});
