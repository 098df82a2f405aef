import { Temporal } from "temporal-polyfill";
import { z } from "zod";
import { countryName } from "@/lib/domain/address";
import { localDate } from "@/lib/domain/calendar-days";
import { deliveriesTo } from "@/lib/domain/delivery";
import { type Bench, type Occasion, type OrderBy, orderByFor } from "@/lib/domain/order-by";
import { estimateLead } from "@/lib/domain/promise";
import type { BenchAhead } from "@/lib/domain/promise-ahead";
import { type PlannedStage, plannedStageSchema } from "@/lib/domain/promise-bench";
import type { QuotedLead } from "@/lib/domain/promise-correction";
import { type Delivery, shippingDays } from "@/lib/domain/promise-dates";
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
  const [row] = await db.$queryRaw<Plan[]>`
    SELECT plan."key", plan."stages"
      FROM "product" AS p
      JOIN "product_plan" AS made ON made."productId" = p."id" AND made."productVersion" = p."version"
      JOIN "making_plan" AS plan ON plan."key" = made."planKey"
     WHERE p."slug" = ${slug} AND p."status" = 'ACTIVE' AND cardinality(plan."leaves") > 0`;
  const prepared = row && (await prepare(row, now));
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
  const [row] = await db.$queryRaw<Plan[]>`
    WITH dated AS (
      SELECT plan."key", plan."stages", row_number() OVER (ORDER BY plan."leaves"[90], plan."key") AS "place", count(*) OVER () AS "of"
        FROM "product" AS p
        JOIN "product_plan" AS made ON made."productId" = p."id" AND made."productVersion" = p."version"
        JOIN "making_plan" AS plan ON plan."key" = made."planKey"
       WHERE p."status" = 'ACTIVE' AND cardinality(plan."leaves") > 0)
    SELECT "key", "stages" FROM dated WHERE "place" = ceil(${MOST}::float8 * "of")`;
  return row ? prepare(row, now) : null;
}

type Plan = { key: string; stages: unknown };
type View = OrderByView | null;

/** What was worked out on a bench, by plan, journey and day: many designs share a plan, and each page asks. */
const known = new WeakMap<BenchAhead, Map<string, View>>();

/** The bench, ready to be asked about one plan for any country. */
async function prepare({ key, stages }: Plan, now: Temporal.Instant) {
  const [facts, ahead] = await Promise.all([getWorkshopFacts(now), getBenchAhead(now)]);
  if (!facts || !ahead) return null;
  const views = known.get(ahead) ?? new Map<string, View>();
  known.set(ahead, views);
  const today = localDate(facts.workshop.timeZone, now.epochMilliseconds);
  let bench: ReturnType<typeof benchFor> | undefined;
  const at = (country: string): View => {
    const delivery = deliveryTo(country, facts);
    if (!delivery) return null;
    const asked = JSON.stringify([key, today, country, delivery]);
    const ready = views.get(asked);
    if (ready !== undefined) return ready;
    bench ??= benchFor(ahead, stagesSchema.parse(stages), facts, now);
    const view = bench && {
      ...{ today, delivery: delivery.label },
      occasions: nextOccasions(country, today).map(occasionOn(bench, delivery)),
    };
    views.set(asked, view);
    return view;
  };
  return { facts, at };
}

function occasionOn(bench: Bench, delivery: Delivery) {
  return (occasion: Occasion): OrderBy => orderByFor(occasion, bench, delivery);
}

/** Null where no day can be given for it. */
function benchFor(
  ahead: BenchAhead,
  stages: PlannedStage[],
  { workshop: { timeZone } }: WorkshopFacts,
  { epochMilliseconds: nowMs }: Temporal.Instant,
): Bench | null {
  const lead = leadAt(ahead, stages, nowMs);
  if (!lead) return null;
  const leads = new Map<number, QuotedLead | null>();
  return {
    ...{ timeZone, lead, nowMs, leaves: shippingDays(ahead) },
    startOf: (day) => Temporal.PlainDate.from(day).toZonedDateTime(timeZone).epochMilliseconds,
    leadAt: (orderedMs) => {
      const ready = leads.get(orderedMs);
      if (ready !== undefined) return ready;
      const later = leadAt(ahead, stages, orderedMs);
      leads.set(orderedMs, later);
      return later;
    },
  };
}

function leadAt(ahead: BenchAhead, stages: PlannedStage[], orderedMs: number): QuotedLead | null {
  const estimated = estimateLead(ahead, [stages], orderedMs);
  return estimated.ok ? estimated.lead : null;
}

function deliveryTo(country: string, facts: WorkshopFacts) {
  const [delivery] = deliveriesTo(country, facts.shippingMethods);
  return delivery && { ...delivery, holidays: facts.holidays.map(({ date }) => date) };
}
