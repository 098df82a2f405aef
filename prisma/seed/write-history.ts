import type { Prisma } from "@/lib/generated/prisma/client";
import type { HistoryRows } from "./history/rows";
import { writeRows } from "./write-rows";

/** Parents first. The next order takes the number after the last of these. */
export async function writeHistory(tx: Prisma.TransactionClient, rows: HistoryRows): Promise<void> {
  await writeRows(tx, "spec", rows.specs);
  await writeRows(tx, "order", rows.orders);
  await writeRows(tx, "order_line", rows.lines);
  await writeRows(tx, "order_promise", rows.promises);
  await writeRows(tx, "checkout", rows.checkouts);
  await writeRows(tx, "shipment", rows.shipments);
  await writeRows(tx, "job", rows.jobs);
  await writeRows(tx, "proposal", rows.proposals);
  await writeRows(tx, "proposal_piece", rows.proposalPieces);
  await writeRows(tx, "job_stage", rows.stages);
  await writeRows(tx, "job_note", rows.notes);
  await writeRows(tx, "refund", rows.refunds);
  await writeRows(tx, "event", rows.events);
  await tx.$queryRaw`SELECT setval('order_number_seq', ${rows.lastOrderNumber}::bigint)`;
}
