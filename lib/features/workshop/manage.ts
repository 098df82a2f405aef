import type { DomainEvent, StaffActor } from "@/lib/domain/event";
import { recordEvent } from "@/lib/features/orders/events";
import type { WhenAndWho } from "@/lib/features/workshop/change-job";
import { notifyCacheTags } from "@/lib/platform/cache-signals";
import { type Tx, withTransaction } from "@/lib/platform/db";
import { ok, type Refusal, type Result, refuse } from "@/lib/platform/errors";

export type Owner = WhenAndWho & { actor: StaffActor };

/** What a change of the workshop led to: what happened (null: nothing that was not so already), and what to answer. */
export type Managed<T> = { ok: true; value: T; event: DomainEvent | null };

/** Only the owner; the change, its event and the news for the caches in one transaction. */
export async function manage<T, C extends string>(
  who: WhenAndWho,
  tags: readonly string[],
  change: (tx: Tx, who: Owner) => Promise<Managed<T> | Refusal<C>>,
): Promise<Result<T, C | "FORBIDDEN">> {
  const { actor, now } = who;
  if (actor.kind !== "STAFF" || actor.role !== "OWNER") return refuse("FORBIDDEN");
  return withTransaction(async (tx) => {
    const done = await change(tx, { actor, now });
    if (!done.ok) return done;
    if (done.event) {
      await recordEvent(tx, { ...done.event, actor, at: now });
      await notifyCacheTags(tx, tags);
    }
    return ok(done.value);
  });
}

/** Names of the fields that differ: what the event says was changed. */
export function changedFields<T extends object>(before: T, after: Partial<T>): string[] {
  return Object.entries(after)
    .filter(([field, value]) => JSON.stringify(value) !== JSON.stringify(Reflect.get(before, field)))
    .map(([field]) => field);
}
