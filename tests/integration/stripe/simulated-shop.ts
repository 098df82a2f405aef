import { mkdtemp, rm } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import { tmpdir } from "node:os";
import path from "node:path";
import Stripe from "stripe";
import { Temporal } from "temporal-polyfill";
import type { CheckoutInput, PaymentGateway, WebhookEvent } from "@/lib/adapters/stripe/payment-gateway";
import { createStripeGateway } from "@/lib/adapters/stripe/stripe-gateway";
import { type Simulator, type SimulatorOptions, startSimulator } from "@/scripts/stripe-simulator/simulator";

export const secretKey = "sk_test_simulator";
export const webhookSecret = "whsec_only_for_tests";

/** A simulator with a listener where the shop would be, and the gateway that the shop would use. */
export interface SimulatedShop {
  simulator: Simulator;
  gateway: PaymentGateway;
  stripe: Stripe;
  folder: string;
  /** What arrived with a good signature, in the order of arrival. */
  arrived: WebhookEvent[];
  /** What the listener answers; 200 unless set. */
  answerWith(status: number): void;
  control<T = Record<string, unknown>>(address: string, body?: object): Promise<T>;
  restart(): Promise<void>;
  close(): Promise<void>;
}

export async function startSimulatedShop(options: Partial<SimulatorOptions> = {}): Promise<SimulatedShop> {
  const folder = await mkdtemp(path.join(tmpdir(), "stripe-simulator-"));
  const arrived: WebhookEvent[] = [];
  let status = 200;
  const listener = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
    const parsed = shop.gateway.parseWebhook(
      Buffer.concat(chunks),
      String(request.headers["stripe-signature"]),
    );
    if (parsed.ok && status === 200) arrived.push(parsed.event);
    response.writeHead(parsed.ok ? status : 400).end();
  });
  const webhookUrl = `http://127.0.0.1:${await listenAnywhere(listener)}/api/stripe/webhook`;
  const start = () =>
    startSimulator({
      port: 0,
      dataFolder: folder,
      webhook: { url: webhookUrl, secret: webhookSecret },
      retryBaseMs: 50,
      ...options,
      behaviour: { settlementDelayMs: 60_000, ...options.behaviour },
    });
  const shop: SimulatedShop = {
    ...connected(await start()),
    folder,
    arrived,
    answerWith(next) {
      status = next;
    },
    control: (address, body) => control(shop.simulator.url, address, body),
    async restart() {
      await shop.simulator.close();
      Object.assign(shop, connected(await start()));
    },
    async close() {
      await shop.simulator.close();
      listener.closeAllConnections();
      await new Promise((resolve) => listener.close(resolve));
      await rm(folder, { recursive: true });
    },
  };
  return shop;
}

export function connect(url: string): Stripe {
  const { hostname, port } = new URL(url);
  return new Stripe(secretKey, {
    host: hostname,
    port,
    protocol: "http",
    telemetry: false,
    maxNetworkRetries: 0,
  });
}

export async function control<T>(url: string, address: string, body?: object): Promise<T> {
  const response = await fetch(`${url}/_simulator/${address}`, {
    ...(body && {
      method: "POST",
      body: JSON.stringify(body),
      headers: { "Content-Type": "application/json" },
    }),
  });
  if (!response.ok) throw new Error(`${address}: ${response.status} ${await response.text()}`);
  return (await response.json()) as T;
}

/** A ring of £120 with an engraving of £15 for two, and delivery: £275.95. */
export function checkoutInput(changes: Partial<CheckoutInput> = {}): CheckoutInput {
  return {
    idempotencyKey: `test-${crypto.randomUUID()}`,
    orderId: "order_1001",
    currency: "GBP",
    lines: [
      {
        name: "Hammered band",
        description: "9 ct yellow gold, size N",
        unitAmountMinor: 12_000,
        quantity: 2,
      },
      { name: "Engraving", unitAmountMinor: 1_500, quantity: 2 },
    ],
    delivery: { label: "Royal Mail Tracked 48", amountMinor: 595 },
    customerEmail: "buyer@example.com",
    description: "Order 1001",
    successUrl: "https://shop.example.com/checkout/return?session={CHECKOUT_SESSION_ID}",
    cancelUrl: "https://shop.example.com/bag",
    expiresAt: Temporal.Instant.fromEpochMilliseconds(Date.now()).add({ minutes: 45 }),
    ...changes,
  };
}

export async function until<T>(
  find: () => T | Promise<T>,
  what: string,
  withinMs = 5000,
): Promise<NonNullable<T>> {
  const deadline = Date.now() + withinMs;
  for (;;) {
    const found = await find();
    if (found) return found;
    if (Date.now() > deadline) throw new Error(`Waited in vain for ${what}.`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

export function types(events: readonly WebhookEvent[]): string[] {
  return events.map((event) => event.type);
}

function connected(simulator: Simulator) {
  const apiBase = new URL(simulator.url);
  const gateway = createStripeGateway({ secretKey, webhookSecret, apiBase, slowMethods: true });
  return { simulator, gateway, stripe: connect(simulator.url) };
}

function listenAnywhere(server: Server): Promise<number> {
  return new Promise((resolve) => {
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      resolve(typeof address === "object" && address ? address.port : 0);
    });
  });
}
