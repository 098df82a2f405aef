import { createHmac } from "node:crypto";
import type { Store } from "./store";
import { apiVersion, type Event } from "./stripe-objects";
import type { Delivery } from "./tables";

export interface WebhookTarget {
  url: string;
  secret: string;
}

export interface DeliveryAttempt {
  eventId: string;
  type: string;
  copy: number;
  attempt: number;
  /** The shop's answer, or null where none came. */
  status: number | null;
  atMs: number;
}

export interface WebhookDispatcher {
  /** Starts what is due. Cheap, and safe to call at any time. */
  wake(): void;
  /** Tries everything that waits at once, also what is withheld if asked, and says how that went. */
  flush(options: { withheld: boolean }): Promise<{ delivered: number; failed: number }>;
  recentAttempts(): readonly DeliveryAttempt[];
  stop(): Promise<void>;
}

interface DispatcherOptions {
  store: Store;
  target: WebhookTarget | null;
  retryBaseMs: number;
  nowMs: () => number;
}

const concurrent = 6;
const timeoutMs = 20_000;
const longestRetryMs = 60_000;
/** Stripe tries for three days. */
const givenUpAfterMs = 3 * 24 * 3600 * 1000;
const attemptsRemembered = 2000;

export function createWebhookDispatcher({
  store,
  target,
  retryBaseMs,
  nowMs,
}: DispatcherOptions): WebhookDispatcher {
  const underWay = new Map<string, Promise<boolean>>();
  const attempts: DeliveryAttempt[] = [];
  let ready: string[] = [];
  let stopped = false;

  function wake(): void {
    if (!target || stopped || store.count("deliveries") === 0) return;
    // One look at the table serves many deliveries: with thousands waiting, a look for each would be the work.
    if (ready.length === 0) ready = dueDeliveries();
    while (underWay.size < concurrent && ready.length > 0) {
      const id = ready.shift() ?? "";
      const delivery = store.get("deliveries", id);
      if (delivery && !underWay.has(id)) start(delivery, target).catch(reportFailure);
    }
  }

  function dueDeliveries(): string[] {
    const now = nowMs();
    return [...store.all("deliveries")]
      .filter(({ id, status, dueAtMs }) => status === "pending" && dueAtMs <= now && !underWay.has(id))
      .sort((a, b) => a.dueAtMs - b.dueAtMs)
      .map(({ id }) => id);
  }

  function start(delivery: Delivery, to: WebhookTarget): Promise<boolean> {
    const running = deliver(delivery, to).finally(() => {
      underWay.delete(delivery.id);
      wake();
    });
    underWay.set(delivery.id, running);
    return running;
  }

  async function deliver(delivery: Delivery, to: WebhookTarget): Promise<boolean> {
    const event = store.get("events", delivery.eventId);
    if (!event) throw new Error(`The event ${delivery.eventId} of a delivery is missing.`);
    const status = await post(to, event, nowMs());
    remember(delivery, event, status);
    const delivered = status !== null && status >= 200 && status < 300;
    await store
      .transact((transaction) => {
        if (delivered || nowMs() - event.created * 1000 > givenUpAfterMs)
          transaction.drop("deliveries", delivery.id);
        else transaction.put("deliveries", postponed(delivery));
      })
      .durable.catch((error: unknown) => {
        // Stopping closes the journal while an answer is on its way: it is delivered again after the start.
        if (!stopped) throw error;
      });
    return delivered;
  }

  function postponed(delivery: Delivery): Delivery {
    const wait = Math.min(longestRetryMs, retryBaseMs * 2 ** Math.min(delivery.attempts, 20));
    return { ...delivery, status: "pending", attempts: delivery.attempts + 1, dueAtMs: nowMs() + wait };
  }

  function remember(delivery: Delivery, event: Event, status: number | null): void {
    attempts.push({
      eventId: event.id,
      type: event.type,
      copy: Number(delivery.id.split("#")[1]),
      attempt: delivery.attempts + 1,
      status,
      atMs: nowMs(),
    });
    if (attempts.length > attemptsRemembered) attempts.shift();
  }

  return {
    wake,
    async flush({ withheld }) {
      await Promise.allSettled(underWay.values());
      const waiting = [...store.all("deliveries")].filter(({ status }) => withheld || status === "pending");
      const results: boolean[] = [];
      for (const delivery of waiting) {
        const running = underWay.get(delivery.id);
        if (running) results.push(await running);
        else if (target && store.get("deliveries", delivery.id)) results.push(await start(delivery, target));
      }
      const delivered = results.filter(Boolean).length;
      return { delivered, failed: results.length - delivered };
    },
    recentAttempts: () => attempts,
    async stop() {
      stopped = true;
      await Promise.allSettled(underWay.values());
    },
  };
}

function reportFailure(error: unknown): void {
  console.error("The Stripe simulator could not note how a webhook went.", error);
}

/** `t=…,v1=…`, as docs.stripe.com/webhooks/signature describes it. */
export function signatureHeader(secret: string, body: string, atSeconds: number): string {
  const signature = createHmac("sha256", secret).update(`${atSeconds}.${body}`).digest("hex");
  return `t=${atSeconds},v1=${signature}`;
}

async function post({ url, secret }: WebhookTarget, event: Event, nowMs: number): Promise<number | null> {
  const body = JSON.stringify(event, null, 2);
  try {
    const response = await fetch(url, {
      method: "POST",
      redirect: "manual",
      signal: AbortSignal.timeout(timeoutMs),
      headers: {
        "Content-Type": "application/json; charset=utf-8",
        "User-Agent": "Stripe/1.0 (+https://stripe.com/docs/webhooks)",
        "Stripe-Signature": signatureHeader(secret, body, Math.floor(nowMs / 1000)),
        "Stripe-Version": apiVersion,
      },
      body,
    });
    await response.arrayBuffer();
    return response.status;
  } catch {
    // Refused, timed out or cut: whichever it was, it is tried again.
    return null;
  }
}
