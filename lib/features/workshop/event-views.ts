import { readEvent } from "@/lib/domain/event";
import { describeEvent } from "@/lib/domain/event-words";
import { eventFormat } from "@/lib/features/workshop/event-format";
import type { EventView } from "@/lib/features/workshop/views";
import { db } from "@/lib/platform/db";

const MANY = 500;
const names = {
  CUSTOMER: "Buyer",
  SYSTEM: "Touchmark",
  STRIPE: "Stripe",
  STAFF: "Somebody who has left",
} as const;

/** What happened, oldest first; of a very long story the latest part. */
export async function listEvents(where: { jobId: string } | { orderId: string }): Promise<EventView[]> {
  const rows = await db.event.findMany({
    where,
    orderBy: { id: "desc" },
    take: MANY,
    select: {
      id: true,
      at: true,
      type: true,
      data: true,
      actorKind: true,
      actorName: true,
      job: { select: { number: true } },
    },
  });
  return rows.reverse().map((row) => {
    const event = readEvent(row);
    return {
      id: row.id.toString(),
      at: row.at.toISOString(),
      type: row.type,
      sentence: event ? describeEvent(event, eventFormat) : row.type,
      by: row.actorName ?? names[row.actorKind],
      jobNumber: row.job?.number ?? null,
    };
  });
}
