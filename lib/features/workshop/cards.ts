import { readSpec, specInOneLine } from "@/lib/domain/spec";
import { toIsoDay } from "@/lib/features/orders/days";
import { type BenchLook, forecastView } from "@/lib/features/workshop/look";
import type { JobCard } from "@/lib/features/workshop/views";
import { db } from "@/lib/platform/db";

/** What a card needs, in one query and its relations. */
export const cardSelect = {
  id: true,
  number: true,
  version: true,
  status: true,
  holdReason: true,
  rush: true,
  dueOn: true,
  queuedAt: true,
  spec: { select: { canonical: true } },
  orderLine: {
    select: { productName: true, gift: true, order: { select: { id: true, number: true } } },
  },
  stages: {
    where: { status: { not: "DONE" } },
    orderBy: { position: "asc" },
    take: 1,
    select: {
      position: true,
      stageId: true,
      round: true,
      startedAt: true,
      artisan: { select: { name: true } },
      stage: { select: { label: true, kind: true } },
    },
  },
} as const;

export type CardRow = Awaited<ReturnType<typeof readCardRows>>[number];

export function readCardRows(where: NonNullable<Parameters<typeof db.job.findMany>[0]>["where"] = {}) {
  return db.job.findMany({ where, select: cardSelect });
}

export function toCard(row: CardRow, look: BenchLook): JobCard {
  const { id: jobId, number, version, status, holdReason, rush, orderLine } = row;
  const dueOn = toIsoDay(row.dueOn);
  const next = row.stages[0];
  const stage = next ? stageOf(next) : null;
  return {
    ...{ jobId, number, version, status, holdReason, rush, dueOn, stage },
    orderId: orderLine.order.id,
    orderNumber: orderLine.order.number,
    productName: orderLine.productName,
    spec: specInOneLine(readSpec(row.spec.canonical)),
    gift: orderLine.gift,
    queuedAt: row.queuedAt.toISOString(),
    forecast: forecastView(look, { jobId, dueOn, status, holdReason, stageLabel: stage?.label ?? null }),
  };
}

function stageOf(next: CardRow["stages"][number]): JobCard["stage"] {
  return {
    position: next.position,
    stage: next.stageId,
    label: next.stage.label,
    kind: next.stage.kind === "BENCH" ? "bench" : "external",
    round: next.round,
    startedAt: next.startedAt?.toISOString() ?? null,
    artisanName: next.artisan?.name ?? null,
  };
}
