import type { IsoDate } from "@/lib/domain/calendar-days";
import { fromIsoDay, toIsoDay } from "@/lib/features/orders/days";
import type { DayView } from "@/lib/features/workshop/schema";
import { db } from "@/lib/platform/db";

/** The workshop's own closed days from `today` on. */
export async function listClosures(today: IsoDate): Promise<DayView[]> {
  const rows = await db.closure.findMany({
    where: { date: { gte: fromIsoDay(today) } },
    orderBy: { date: "asc" },
  });
  return rows.map(({ date, name }) => ({ date: toIsoDay(date), name }));
}
