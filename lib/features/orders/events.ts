import type { Temporal } from "temporal-polyfill";
import { type Actor, type DomainEvent, eventDataSchemas, type StaffActor } from "@/lib/domain/event";
import type { Staff } from "@/lib/platform/auth";
import { toDate } from "@/lib/platform/clock";
import type { Tx } from "@/lib/platform/db";

/** What happened, to which order or job (or to the workshop, where neither is named), who did it and when. */
export type NewEvent = DomainEvent & { actor: Actor; at: Temporal.Instant; orderId?: string; jobId?: string };

/** Every state change writes one, in its own transaction. Throws (a bug) when `data` isn't the type's own. */
export async function recordEvent(tx: Pick<Tx, "event">, event: NewEvent): Promise<void> {
  await recordEvents(tx, [event]);
}

/** In the order given: their ids say what came first. */
export async function recordEvents(tx: Pick<Tx, "event">, events: readonly NewEvent[]): Promise<void> {
  if (events.length === 0) return;
  await tx.event.createMany({
    data: events.map(({ type, data, actor, at, orderId, jobId }) => ({
      type,
      data: eventDataSchemas[type].parse(data),
      at: toDate(at),
      actorKind: actor.kind,
      actorId: actor.kind === "STAFF" ? actor.id : null,
      actorName: actor.kind === "STAFF" ? actor.name : null,
      orderId: orderId ?? null,
      jobId: jobId ?? null,
    })),
  });
}

/** Who is signed in, as the one who did it. */
export function staffActor({ userId, name, role }: Pick<Staff, "userId" | "name" | "role">): StaffActor {
  return { kind: "STAFF", id: userId, name, role };
}
