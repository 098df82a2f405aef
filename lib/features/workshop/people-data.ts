import type { Temporal } from "temporal-polyfill";
import type { PastMetalPrice } from "@/lib/domain/held-price";
import { fromIsoDay, toIsoDay } from "@/lib/features/orders/days";
import { getWorkshop, toDaysOff } from "@/lib/features/workshop/data";
import type { StudioShippingMethod } from "@/lib/features/workshop/schema";
import type { ArtisanView } from "@/lib/features/workshop/views";
import { toDate } from "@/lib/platform/clock";
import { db } from "@/lib/platform/db";

/** Everybody at the bench, also who has left, with the time off that isn't over. */
export async function listArtisans(now: Temporal.Instant): Promise<ArtisanView[]> {
  const rows = await db.artisan.findMany({
    orderBy: [{ active: "desc" }, { position: "asc" }, { id: "asc" }],
    include: {
      hours: {
        select: { weekday: true, startMinute: true, endMinute: true },
        orderBy: [{ weekday: "asc" }, { startMinute: "asc" }],
      },
      timeOff: {
        where: { toDate: { gte: fromIsoDay(now.toString().slice(0, 10)) } },
        orderBy: { fromDate: "asc" },
      },
      user: { select: { name: true } },
    },
  });
  const timeZone = (await getWorkshop())?.timeZone ?? "UTC";
  return rows.map(({ timeOff, user, ...artisan }) => ({
    ...artisan,
    timeOff: timeOff.map((row) => toDaysOff(row, timeZone)),
    userName: user?.name ?? null,
    timeOffRows: timeOff.map(({ id, fromDate, toDate: last, reason }) => ({
      timeOffId: id,
      from: toIsoDay(fromDate),
      to: toIsoDay(last),
      reason,
    })),
  }));
}

/** Also those that are switched off. */
export async function listShippingMethods(): Promise<StudioShippingMethod[]> {
  return db.shippingMethod.findMany({ orderBy: { position: "asc" }, omit: { position: true } });
}

export type AlloyPriceView = {
  alloyId: string;
  label: string;
  /** newest first; the first is in force */
  prices: { pricePerGramMinor: number; validFrom: string; byName: string | null }[];
};

/** A year of a price that is looked at every few weeks. */
const HISTORY = 60;

export async function listMetalPrices(now: Temporal.Instant): Promise<AlloyPriceView[]> {
  const alloys = await db.alloy.findMany({
    orderBy: { position: "asc" },
    select: {
      id: true,
      label: true,
      prices: {
        where: { validFrom: { lte: toDate(now) } },
        orderBy: { validFrom: "desc" },
        take: HISTORY,
        select: { pricePerGramMinor: true, validFrom: true, setBy: { select: { name: true } } },
      },
    },
  });
  return alloys.map(({ id, label, prices }) => ({
    alloyId: id,
    label,
    prices: prices.map(({ pricePerGramMinor, validFrom, setBy }) => ({
      pricePerGramMinor,
      validFrom: validFrom.toISOString(),
      byName: setBy?.name ?? null,
    })),
  }));
}

/** Every price that was in force at some moment since then: also the one that was in force at its beginning. */
export async function listMetalPricesSince(since: Temporal.Instant): Promise<PastMetalPrice[]> {
  return db.$queryRaw<PastMetalPrice[]>`
    SELECT "alloyId", "pricePerGramMinor", (extract(epoch FROM "validFrom") * 1000)::float8 AS "validFromMs"
      FROM "metal_price" AS price
     WHERE "validFrom" > ${toDate(since)}
        OR "validFrom" = (SELECT max("validFrom") FROM "metal_price"
                           WHERE "alloyId" = price."alloyId" AND "validFrom" <= ${toDate(since)})`;
}
