import { Temporal } from "temporal-polyfill";
import { z } from "zod";
import { countryName } from "@/lib/domain/address";
import { type IsoDate, localDate } from "@/lib/domain/calendar-days";
import { deliveriesTo } from "@/lib/domain/delivery";
import { type OrderBy, orderByFor } from "@/lib/domain/order-by";
import { estimateLead } from "@/lib/domain/promise";
import type { BenchAhead } from "@/lib/domain/promise-ahead";
import { type PlannedStage, plannedStageSchema } from "@/lib/domain/promise-bench";
import type { QuotedLead } from "@/lib/domain/promise-correction";
import { shippingDays } from "@/lib/domain/promise-dates";
import { getBenchAhead } from "@/lib/features/promises/ahead";
import { awaitCurrentLeads } from "@/lib/features/promises/leads";
import { nextOccasions } from "@/lib/features/promises/occasions";
import type { OrderByView, PlaceOrderBy } from "@/lib/features/promises/order-by-schema";
import { getWorkshopFacts } from "@/lib/features/workshop/data";
import type { WorkshopFacts } from "@/lib/features/workshop/schema";
import { db } from "@/lib/platform/db";

const stagesSchema = z.array(plannedStageSchema);
/** "Most of our pieces" are three in four. */
const MOST = 0.75;

/** The last days to order one design plainly, sent at home. Null: no day can be given for it. */
export async function getOrderByOf(slug: string, now: Temporal.Instant): Promise<OrderByView | null> {
  await awaitCurrentLeads(now);
  const [row] = await db.$queryRaw<{ stages: unknown }[]>`
    SELECT plan."stages"
      FROM "product" AS p
      JOIN "product_plan" AS made ON made."productId" = p."id" AND made."productVersion" = p."version"
      JOIN "making_plan" AS plan ON plan."key" = made."planKey"
     WHERE p."slug" = ${slug} AND p."status" = 'ACTIVE' AND cardinality(plan."leaves") > 0`;
  const prepared = row && (await prepare(stagesSchema.parse(row.stages), now));
  return prepared ? prepared.at(prepared.facts.workshop.country) : null;
}

/** The same for most of the pieces on sale: of four, the one that takes longer than two others. */
export async function getOrderByOfMost(now: Temporal.Instant): Promise<OrderByView | null> {
  const prepared = await prepareMost(now);
  return prepared ? prepared.at(prepared.facts.workshop.country) : null;
}

/** The same for every country that a delivery method names, home first. */
export async function getOrderByPlaces(now: Temporal.Instant): Promise<PlaceOrderBy[]> {
  const prepared = await prepareMost(now);
  if (!prepared) return [];
  const { workshop, shippingMethods } = prepared.facts;
  const named = new Set(shippingMethods.flatMap(({ countries }) => countries).filter((code) => code !== "*"));
  named.delete(workshop.country);
  const places = [...named].map((code) => ({ code, name: countryName(code) }));
  places.sort((a, b) => a.name.localeCompare(b.name, "en"));
  return [{ code: workshop.country, name: countryName(workshop.country) }, ...places].flatMap((place) => {
    const view = prepared.at(place.code);
    return view ? [{ ...place, ...view }] : [];
  });
}

async function prepareMost(now: Temporal.Instant) {
  await awaitCurrentLeads(now);
  const [row] = await db.$queryRaw<{ stages: unknown }[]>`
    WITH dated AS (
      SELECT plan."stages", row_number() OVER (ORDER BY plan."leaves"[90], plan."key") AS "place", count(*) OVER () AS "of"
        FROM "product" AS p
        JOIN "product_plan" AS made ON made."productId" = p."id" AND made."productVersion" = p."version"
        JOIN "making_plan" AS plan ON plan."key" = made."planKey"
       WHERE p."status" = 'ACTIVE' AND cardinality(plan."leaves") > 0)
    SELECT "stages" FROM dated WHERE "place" = ceil(${MOST}::float8 * "of")`;
  return row ? prepare(stagesSchema.parse(row.stages), now) : null;
}

/** The bench, ready to be asked about one plan for any country. */
async function prepare(stages: PlannedStage[], now: Temporal.Instant) {
  const [facts, ahead] = await Promise.all([getWorkshopFacts(now), getBenchAhead(now)]);
  const lead = ahead && leadAt(ahead, stages, now.epochMilliseconds);
  if (!facts || !ahead || !lead) return null;
  const known = new Map<number, QuotedLead | null>();
  const { timeZone } = facts.workshop;
  const today = localDate(timeZone, now.epochMilliseconds);
  const bench = {
    ...{ timeZone, lead, nowMs: now.epochMilliseconds, leaves: shippingDays(ahead) },
    startOf: (day: IsoDate) => Temporal.PlainDate.from(day).toZonedDateTime(timeZone).epochMilliseconds,
    leadAt: (orderedMs: number) => {
      const ready = known.get(orderedMs);
      if (ready !== undefined) return ready;
      const later = leadAt(ahead, stages, orderedMs);
      known.set(orderedMs, later);
      return later;
    },
  };
  const at = (country: string): OrderByView | null => {
    const delivery = deliveryTo(country, facts);
    if (!delivery) return null;
    const occasions = nextOccasions(country, today).map((occasion): OrderBy => {
      return orderByFor(occasion, bench, delivery);
    });
    return { today, delivery: delivery.label, occasions };
  };
  return { facts, at };
}

function leadAt(ahead: BenchAhead, stages: PlannedStage[], orderedMs: number): QuotedLead | null {
  const estimated = estimateLead(ahead, [stages], orderedMs);
  return estimated.ok ? estimated.lead : null;
}

function deliveryTo(country: string, facts: WorkshopFacts) {
  const [delivery] = deliveriesTo(country, facts.shippingMethods);
  return delivery && { ...delivery, holidays: facts.holidays.map(({ date }) => date) };
}
