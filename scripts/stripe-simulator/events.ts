import { newId } from "./ids";
import { apiVersion } from "./stripe-objects";
import type { Delivery } from "./tables";
import { seconds, type Work } from "./work";

/** Records what happened, with the object as it is now, and queues its webhook in the same transaction. */
export function emit(work: Work, type: string, object: object, previous?: Record<string, unknown>): void {
  const id = newId("evt");
  const deliveries = work.hasWebhook ? plannedDeliveries(work, id) : [];
  work.transaction.put("events", {
    id,
    object: "event",
    api_version: apiVersion,
    created: seconds(work),
    data: previous ? { object, previous_attributes: previous } : { object },
    livemode: false,
    pending_webhooks: deliveries.length > 0 ? 1 : 0,
    request: { id: work.request.id, idempotency_key: work.request.idempotencyKey },
    type,
  });
  for (const delivery of deliveries) work.transaction.put("deliveries", delivery);
}

function plannedDeliveries(work: Work, eventId: string): Delivery[] {
  const { webhookCopies, webhookDelayMs, webhookShuffleMs, webhookNever } = work.behaviour;
  return Array.from({ length: webhookCopies }, (_, copy) => ({
    id: `${eventId}#${copy + 1}`,
    eventId,
    status: webhookNever ? "withheld" : "pending",
    dueAtMs: work.nowMs + webhookDelayMs + Math.floor(Math.random() * webhookShuffleMs),
    attempts: 0,
  }));
}
