import type { Temporal } from "temporal-polyfill";
import { describeSpec, readSpec } from "@/lib/domain/spec";
import { toIsoDay } from "@/lib/features/orders/days";
import { cardSelect, toCard } from "@/lib/features/workshop/cards";
import { listEvents } from "@/lib/features/workshop/event-views";
import { lookIfOpen } from "@/lib/features/workshop/look";
import type { JobStageView, JobView, PhotoView } from "@/lib/features/workshop/views";
import { db } from "@/lib/platform/db";

/** All that the bench needs to make this piece, and all that has happened to it. Null where there is none. */
export async function getJob(number: string, now: Temporal.Instant): Promise<JobView | null> {
  const row = await readCard(number);
  if (!row) return null;
  const [look, details, stages, events] = await Promise.all([
    lookIfOpen(now, [row.status]),
    readDetails(row.id),
    listStages(row.id),
    listEvents({ jobId: row.id }),
  ]);
  const { orderLine, shipment } = details;
  const spec = readSpec(details.spec.canonical);
  return {
    ...toCard(row, look),
    productSlug: orderLine.product.slug,
    specHash: details.specHash,
    spec: describeSpec(spec),
    specCanonical: details.spec.canonical,
    engravings: spec.engraving.map(({ zone }) => ({ zone: zone.id, label: zone.label })),
    pieceIndex: details.pieceIndex,
    pieces: orderLine.quantity,
    giftMessage: orderLine.giftMessage,
    buyerName: orderLine.order.name,
    promisedShipBy: toIsoDay(
      orderLine.order.promises.find(({ parcel }) => parcel === orderLine.parcel)?.shipBy ?? details.dueOn,
    ),
    finishedAt: details.finishedAt?.toISOString() ?? null,
    stages,
    notes: details.notes.map(({ id, body, by, createdAt }) => ({
      noteId: id,
      body,
      byName: by.name,
      at: createdAt.toISOString(),
    })),
    photos: details.photos.map(toPhoto),
    events,
    shipment: shipment && { ...shipment, shippedAt: shipment.shippedAt.toISOString() },
  };
}

function readCard(number: string) {
  return db.job.findUnique({ where: { number }, select: cardSelect });
}

function readDetails(jobId: string) {
  return db.job.findUniqueOrThrow({
    where: { id: jobId },
    select: {
      specHash: true,
      pieceIndex: true,
      dueOn: true,
      finishedAt: true,
      spec: { select: { canonical: true } },
      orderLine: {
        select: {
          quantity: true,
          giftMessage: true,
          parcel: true,
          product: { select: { slug: true } },
          order: { select: { name: true, promises: { select: { parcel: true, shipBy: true } } } },
        },
      },
      notes: { orderBy: { createdAt: "asc" }, include: { by: { select: { name: true } } } },
      photos: { orderBy: { createdAt: "asc" }, include: { by: { select: { name: true } } } },
      shipment: { select: { carrier: true, trackingNumber: true, trackingUrl: true, shippedAt: true } },
    },
  });
}

async function listStages(jobId: string): Promise<JobStageView[]> {
  const [stages, artisans] = await Promise.all([
    db.jobStage.findMany({
      where: { jobId },
      orderBy: { position: "asc" },
      include: { stage: true, artisan: { select: { name: true } } },
    }),
    db.artisan.findMany({
      where: { active: true },
      orderBy: [{ position: "asc" }, { id: "asc" }],
      select: { id: true, name: true, skills: true },
    }),
  ]);
  return stages.map(({ stage, artisan, startedAt, doneAt, ...row }) => {
    const { position, round, status, typicalMinutes, badDayMinutes, actualMinutes, passed } = row;
    const { skill } = stage;
    const able = artisans.filter(({ skills }) => skill !== null && skills.includes(skill));
    return {
      ...{ position, round, status, typicalMinutes, badDayMinutes, actualMinutes, passed, skill },
      stage: stage.id,
      label: stage.label,
      kind: stage.kind === "BENCH" ? "bench" : "external",
      startedAt: startedAt?.toISOString() ?? null,
      doneAt: doneAt?.toISOString() ?? null,
      artisanName: artisan?.name ?? null,
      able: able.map(({ id, name }) => ({ id, name })),
    };
  });
}

type PhotoRow = Awaited<ReturnType<typeof readDetails>>["photos"][number];

function toPhoto({ id, caption, width, height, visibleToBuyer, by, createdAt }: PhotoRow): PhotoView {
  return {
    photoId: id,
    caption,
    width,
    height,
    visibleToBuyer,
    byName: by.name,
    at: createdAt.toISOString(),
  };
}
