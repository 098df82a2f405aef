import type { DomainEvent } from "@/lib/domain/event";
import type { Random } from "./random";

/** Rows as the tables have them; moments in epoch ms are written as ISO instants by `iso`. */
export type Row = Record<string, unknown>;

export type EventRow = {
  atMs: number;
  event: DomainEvent;
  actor: EventActor;
  orderId: string;
  jobId: string | null;
};
export type EventActor =
  | { kind: "CUSTOMER" | "SYSTEM" | "STRIPE" }
  | { kind: "STAFF"; id: string; name: string };

export type HistoryRows = {
  specs: Row[];
  orders: Row[];
  promises: Row[];
  lines: Row[];
  checkouts: Row[];
  shipments: Row[];
  jobs: Row[];
  stages: Row[];
  notes: Row[];
  refunds: Row[];
  proposals: Row[];
  proposalPieces: Row[];
  events: Row[];
  lastOrderNumber: number;
};

export function iso(ms: number): string {
  return new Date(ms).toISOString();
}

export function isoOrNull(ms: number | null): string | null {
  return ms === null ? null : iso(ms);
}

/** The letters and length of the provider's own ids. */
export function providerId(random: Random, prefix: string, length: number): string {
  const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
  return `${prefix}_${Array.from({ length }, () => letters.charAt(random.int(0, letters.length - 1))).join("")}`;
}

/** In the order in which things happened; what happened at one moment stays in the order written. */
export function eventRows(events: readonly EventRow[]): Row[] {
  return [...events]
    .sort((a, b) => a.atMs - b.atMs)
    .map(({ atMs, event, actor, orderId, jobId }) => ({
      at: iso(atMs),
      type: event.type,
      actorKind: actor.kind,
      actorId: actor.kind === "STAFF" ? actor.id : null,
      actorName: actor.kind === "STAFF" ? actor.name : null,
      orderId,
      jobId,
      data: event.data,
    }));
}
