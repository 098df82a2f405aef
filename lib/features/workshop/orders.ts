import type { Temporal } from "temporal-polyfill";
import { addressLines } from "@/lib/domain/address";
import { describeSpec, readSpec } from "@/lib/domain/spec";
import { discountOf } from "@/lib/features/orders/data";
import { toIsoDay } from "@/lib/features/orders/days";
import { getHeldPayment } from "@/lib/features/payments/data";
import { readCardRows, toCard } from "@/lib/features/workshop/cards";
import { listEvents } from "@/lib/features/workshop/event-views";
import { lookIfOpen } from "@/lib/features/workshop/look";
import type { OrderList, OrderRow, StudioOrder } from "@/lib/features/workshop/views";
import { db } from "@/lib/platform/db";

type OrderWhere = NonNullable<NonNullable<Parameters<typeof db.order.findMany>[0]>["where"]>;

const PAGE = 50;
/** Checkouts that came to nothing are not orders to somebody at the bench. */
const REAL = ["PAYMENT_PENDING", "PAID", "SHIPPED", "CANCELLED"] as const;

export type OrderQuery = {
  /** an order's or a piece's number, a name or part of it, a whole e-mail address; "" for all */
  search: string;
  show: "open" | "real" | "all";
  cursor: string | null;
};

/** Newest first. */
export async function getOrderList({ search, show, cursor }: OrderQuery): Promise<OrderList> {
  const found = await db.order.findMany({
    where: { AND: [shown(show), matching(search)] },
    orderBy: [{ placedAt: "desc" }, { id: "desc" }],
    take: PAGE + 1,
    ...(cursor ? { cursor: { id: cursor }, skip: 1 } : {}),
    select: rowSelect,
  });
  const rows = found.slice(0, PAGE).map(toRow);
  return { rows, nextCursor: found.length > PAGE ? (rows.at(-1)?.orderId ?? null) : null };
}

export async function getOrderForStudio(number: string, now: Temporal.Instant): Promise<StudioOrder | null> {
  const order = await readOrder(number);
  if (!order) return null;
  const [cards, events, held] = await Promise.all([
    readCardRows({ orderLine: { orderId: order.id } }),
    listEvents({ orderId: order.id }),
    getHeldPayment(order.id),
  ]);
  const statuses = cards.map((card) => card.status);
  const look = await lookIfOpen(now, statuses);
  const { version, email, phone, country, shippingLabel, promises } = order;
  const { subtotalMinor, shippingMinor, taxMinor, refundedMinor } = order;
  return {
    ...toRow(order),
    ...{ version, email, phone, country, shippingLabel },
    ...{ subtotalMinor, shippingMinor, taxMinor, refundedMinor },
    discount: discountOf(order),
    giftCardMinor: order.giftCardMinor,
    shipTo: order.shippingMethodId ? addressLines(order) : [order.name],
    carrier: order.shippingMethod?.carrier ?? "",
    token: order.tokenRevokedAt ? null : order.token,
    paidAt: order.paidAt?.toISOString() ?? null,
    shippedAt: order.shippedAt?.toISOString() ?? null,
    promises: promises.map(({ parcel, shipBy, arrivesP50, arrivesP90 }) => ({
      parcel,
      shipBy: toIsoDay(shipBy),
      arrivesP50: toIsoDay(arrivesP50),
      arrivesP90: toIsoDay(arrivesP90),
      jobIds: order.lines.flatMap((line) => (line.parcel === parcel ? line.jobs.map(({ id }) => id) : [])),
    })),
    lines: order.lines.flatMap(toLines),
    jobs: cards.map((row) => toCard(row, look)).sort((a, b) => pieceOf(a.number) - pieceOf(b.number)),
    shipments: order.shipments.map(toShipment),
    refunds: order.refunds.map(({ id, amountMinor, reason, status, createdAt, requestedBy, giftCard }) => ({
      refundId: id,
      ...{ amountMinor, reason, status },
      at: createdAt.toISOString(),
      byName: requestedBy?.name ?? null,
      giftCardEnding: giftCard?.lastFour ?? null,
    })),
    events,
    held,
  };
}

function shown(show: OrderQuery["show"]): OrderWhere {
  if (show === "all") return {};
  return { status: { in: show === "open" ? ["PAYMENT_PENDING", "PAID"] : [...REAL] } };
}

function matching(search: string): OrderWhere {
  const words = search.trim().slice(0, 100);
  if (words === "") return {};
  // What stands on a bench ticket: TM-1042-2 is a piece of TM-1042.
  const ticket = /^([a-z]+-\d+)-\d+$/i.exec(words)?.[1] ?? words;
  return {
    OR: [
      { number: { startsWith: ticket.toUpperCase() } },
      { name: { contains: words, mode: "insensitive" } },
      { email: words.toLowerCase() },
    ],
  };
}

const rowSelect = {
  id: true,
  number: true,
  name: true,
  status: true,
  placedAt: true,
  totalMinor: true,
  currency: true,
  lines: { select: { quantity: true, parcel: true, jobs: { select: { status: true } } } },
  promises: { orderBy: { parcel: "asc" }, select: { parcel: true, shipBy: true } },
} as const;

type Row = { id: string; number: string; name: string; status: OrderRow["status"]; placedAt: Date } & {
  totalMinor: number;
  currency: string;
  lines: { quantity: number; parcel: number; jobs: { status: string }[] }[];
  promises: { parcel: number; shipBy: Date }[];
};

function toRow({ id, number, name, status, placedAt, totalMinor, currency, lines, promises }: Row): OrderRow {
  const isHere = ({ parcel }: { parcel: number }) =>
    lines.some(
      (line) =>
        line.parcel === parcel &&
        (line.jobs.length === 0 ||
          line.jobs.some((job) => job.status !== "SHIPPED" && job.status !== "CANCELLED")),
    );
  const next = promises.find(isHere) ?? promises.at(-1);
  return {
    orderId: id,
    ...{ number, name, status, totalMinor, currency },
    placedAt: placedAt.toISOString(),
    pieces: lines.reduce((sum, { quantity }) => sum + quantity, 0),
    shipBy: next ? toIsoDay(next.shipBy) : null,
  };
}

function readOrder(number: string) {
  return db.order.findUnique({
    where: { number },
    include: {
      promises: { orderBy: { parcel: "asc" } },
      shippingMethod: { select: { carrier: true } },
      lines: {
        orderBy: { position: "asc" },
        include: {
          versions: { orderBy: { version: "asc" }, include: { spec: { select: { canonical: true } } } },
          jobs: {
            select: { id: true, number: true, status: true, specVersion: true },
            orderBy: { pieceIndex: "asc" },
          },
        },
      },
      shipments: {
        orderBy: { shippedAt: "asc" },
        include: { shippedBy: { select: { name: true } }, jobs: { select: { number: true } } },
      },
      refunds: {
        orderBy: { createdAt: "asc" },
        include: { requestedBy: { select: { name: true } }, giftCard: { select: { lastFour: true } } },
      },
    },
  });
}

type Found = NonNullable<Awaited<ReturnType<typeof readOrder>>>;

/** Pieces of a line that are made differently stand apart, each as it is made now. */
function toLines(line: Found["lines"][number]): StudioOrder["lines"] {
  const { productName, gift, giftMessage, proof } = line;
  return line.versions.flatMap(({ version, spec, unitMinor, returnable, personalBecause }) => {
    const pieces = line.jobs.filter((job) => job.specVersion === version).map(({ number }) => number);
    // Before it is paid there are no pieces yet.
    const quantity = line.jobs.length === 0 && version === 1 ? line.quantity : pieces.length;
    if (quantity === 0) return [];
    return [
      {
        lineId: `${line.id} ${version}`,
        ...{ version, pieces, productName, quantity, unitMinor, totalMinor: unitMinor * quantity },
        ...{
          gift,
          giftMessage,
          returnable,
          personalBecause,
          proof,
          spec: describeSpec(readSpec(spec.canonical)),
        },
      },
    ];
  });
}

function toShipment(shipment: Found["shipments"][number]): StudioOrder["shipments"][number] {
  const { id, carrier, trackingNumber, trackingUrl, shippedAt, shippedBy, jobs } = shipment;
  return {
    shipmentId: id,
    ...{ carrier, trackingNumber, trackingUrl },
    shippedAt: shippedAt.toISOString(),
    byName: shippedBy?.name ?? null,
    jobNumbers: jobs.map(({ number }) => number).sort(),
  };
}

function pieceOf(jobNumber: string): number {
  return Number(jobNumber.split("-").at(-1));
}
