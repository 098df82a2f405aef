import type { Behaviour } from "./behaviour";
import { settlePayment } from "./checkout-payment";
import { expireSession } from "./checkout-sessions";
import { updateRefund } from "./refunds";
import type { Store } from "./store";
import type { Timer } from "./tables";
import { createWebhookDispatcher, type WebhookDispatcher, type WebhookTarget } from "./webhooks";
import type { Work } from "./work";

/** The one place where state changes: every change is durable before anybody hears of it. */
export interface Engine {
  readonly store: Store;
  readonly webhooks: WebhookDispatcher;
  readonly publicUrl: string;
  behaviour: Behaviour;
  nowMs(): number;
  change<T>(change: (work: Work) => T, request?: Work["request"]): Promise<T>;
  stop(): Promise<void>;
}

export interface EngineOptions {
  store: Store;
  behaviour: Behaviour;
  publicUrl: string;
  webhook: WebhookTarget | null;
  retryBaseMs: number;
  nowMs?: () => number;
}

const ownRequest: Work["request"] = { id: null, idempotencyKey: null };
const tickMs = 100;

export function startEngine({
  store,
  behaviour,
  publicUrl,
  webhook,
  retryBaseMs,
  nowMs = Date.now,
}: EngineOptions): Engine {
  const webhooks = createWebhookDispatcher({ store, target: webhook, retryBaseMs, nowMs });
  const engine: Engine = {
    store,
    webhooks,
    publicUrl,
    behaviour,
    nowMs,
    async change(change, request = ownRequest) {
      const { value, durable } = store.transact((transaction) =>
        change({
          transaction,
          nowMs: nowMs(),
          behaviour: engine.behaviour,
          publicUrl,
          hasWebhook: webhook !== null,
          request,
        }),
      );
      await durable;
      webhooks.wake();
      return value;
    },
    async stop() {
      clearInterval(ticking);
      await webhooks.stop();
      await store.close();
    },
  };
  retrySoon(store, nowMs());
  const ticking = setInterval(() => {
    fireDueTimers(engine).catch((error: unknown) =>
      console.error("A timer of the Stripe simulator failed.", error),
    );
    webhooks.wake();
  }, tickMs);
  ticking.unref();
  return engine;
}

export async function fireDueTimers(engine: Engine, all = false): Promise<number> {
  const now = engine.nowMs();
  const due = [...engine.store.all("timers")].filter((timer) =>
    all ? timer.kind !== "expire_session" : timer.dueAtMs <= now,
  );
  for (const timer of due) await engine.change((work) => fire(work, timer));
  return due.length;
}

/** After a restart, what waited for a long retry is tried at once: the shop has probably restarted too. */
function retrySoon(store: Store, nowMs: number): void {
  store.transact((transaction) => {
    for (const delivery of transaction.all("deliveries")) {
      if (delivery.attempts > 0) {
        transaction.put("deliveries", { ...delivery, dueAtMs: Math.min(delivery.dueAtMs, nowMs + 1000) });
      }
    }
  });
}

function fire(work: Work, timer: Timer): void {
  // An answer that came between reading the timer and now may have made it void.
  if (!work.transaction.get("timers", timer.id)) return;
  const outcome = timer.outcome ?? "succeeded";
  if (timer.kind === "settle_payment") settlePayment(work, timer.targetId, outcome);
  else if (timer.kind === "update_refund") updateRefund(work, timer.targetId, outcome);
  else expireSession(work, timer.targetId);
}
