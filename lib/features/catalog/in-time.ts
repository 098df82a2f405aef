import type { Temporal } from "temporal-polyfill";
import { countryName } from "@/lib/domain/address";
import { localDate } from "@/lib/domain/calendar-days";
import { deliveriesTo } from "@/lib/domain/delivery";
import { type Cutoffs, cutoffsFor, readNeedBy } from "@/lib/domain/in-time";
import { minorDigits } from "@/lib/domain/money";
import { readCards } from "@/lib/features/catalog/cards";
import { listProducts } from "@/lib/features/catalog/listing";
import type { InTimeView, ListingView, ProductCardView } from "@/lib/features/catalog/schema";
import {
  ELSEWHERE,
  type FacetName,
  type InTimeQuestion,
  PAGE_SIZE,
  priceBands,
  type ShopFilter,
} from "@/lib/features/catalog/shop-filter";
import { awaitCurrentLeads } from "@/lib/features/promises/leads";
import { getWorkshopFacts } from "@/lib/features/workshop/data";
import type { ShippingMethodView, WorkshopFacts } from "@/lib/features/workshop/schema";
import { db } from "@/lib/platform/db";

/** A page of the shop for who needs it by a day: what is likeliest there in time comes first. */
export async function listInTime(
  filter: ShopFilter,
  question: InTimeQuestion,
  now: Temporal.Instant,
): Promise<ListingView> {
  const facts = await getWorkshopFacts(now);
  const judged = facts ? judge(question, facts, now) : NO_SHOP;
  if (!judged.ok) return { ...(await listProducts(filter)), inTime: judged };
  const { cutoffs, ...answer } = judged;
  const { current, asOf } = await awaitCurrentLeads(now);
  const chances: Record<string, number | null> = {};
  const listing = await listProducts(filter, async (known, currency) => {
    const ranked = await rank(known, currency, cutoffs);
    const cards = new Map(
      (await readCards(cardsOf(ranked, known))).map((card): [string, ProductCardView] => [card.slug, card]),
    );
    for (const { slug, chance } of ranked) chances[slug] = chance;
    return ranked.flatMap(({ slug }) => cards.get(slug) ?? []);
  });
  const inTime: InTimeView = {
    ...answer,
    ...{ chances, current },
    asOf: current || !asOf ? null : timeWords(asOf, facts?.workshop.timeZone ?? "UTC"),
  };
  return { ...listing, inTime };
}

const NO_SHOP = { ok: false as const, field: "needBy" as const, message: "Nobody can order yet." };

function judge({ by, country }: InTimeQuestion, facts: WorkshopFacts, now: Temporal.Instant) {
  const { timeZone } = facts.workshop;
  const needBy = readNeedBy(by, localDate(timeZone, now.epochMilliseconds));
  if (!needBy.ok) return { ok: false as const, field: "needBy" as const, message: needBy.message };
  const code = country ?? facts.workshop.country;
  const methods = deliveriesTo(code, facts.shippingMethods);
  const [delivery] = methods;
  if (!delivery) {
    const message = "We don’t send parcels there yet. Choose another country.";
    return { ok: false as const, field: "country" as const, message };
  }
  const holidays = facts.holidays.map(({ date }) => date);
  return {
    ok: true as const,
    day: needBy.day,
    place: code === ELSEWHERE ? "anywhere else" : countryName(code),
    delivery: delivery.label,
    quicker: quickerThan(delivery, methods)?.label ?? null,
    cutoffs: cutoffsFor(needBy.day, { ...delivery, holidays }),
  };
}

function quickerThan(delivery: ShippingMethodView, methods: readonly ShippingMethodView[]) {
  return methods.find(({ slowDays }) => slowDays < delivery.slowDays);
}

type Ranked = { slug: string; chance: number | null };

/**
 * The page's pieces, likeliest first and then in the shop's own order (or in the order that was asked for), with their
 * chances: one query over what the worker has worked out. A plan's chance is computed once, however many share it.
 */
function rank({ facets, sort, page }: ShopFilter, currency: string, { days, shares }: Cutoffs) {
  const chosen = (name: FacetName) => [...(facets[name] ?? [])];
  const edges = priceBands.slice(1).map((band) => band.from * 10 ** minorDigits(currency));
  const bands = chosen("price").map((id) => priceBands.findIndex((band) => band.id === id));
  const [kind, maker, metal, stone] = [chosen("kind"), chosen("maker"), chosen("metal"), chosen("stone")];
  const [occasion, motif, technique] = [chosen("occasion"), chosen("motif"), chosen("technique")];
  return db.$queryRaw<Ranked[]>`
    WITH judged AS MATERIALIZED (
      SELECT plan."key",
             CASE WHEN cardinality(plan."leaves") > 0 THEN
               greatest(0.01, least(0.99, round(
                 (SELECT sum(way.share * width_bucket(way.day, plan."leaves"))
                    FROM unnest(${days}::int[], ${shares}::float8[]) AS way(day, share))::numeric
                 / cardinality(plan."leaves"), 2)))::float8 END AS "chance"
        FROM "making_plan" AS plan)
    SELECT p."slug", judged."chance"
      FROM "product" AS p
      JOIN "maker" AS m ON m."id" = p."makerId"
      LEFT JOIN "product_plan" AS made ON made."productId" = p."id" AND made."productVersion" = p."version"
      LEFT JOIN judged ON judged."key" = made."planKey"
     WHERE p."status" = 'ACTIVE'
       AND (cardinality(${kind}::text[]) = 0 OR lower(p."kind"::text) = ANY(${kind}::text[]))
       AND (cardinality(${maker}::text[]) = 0 OR m."slug" = ANY(${maker}::text[]))
       AND (cardinality(${metal}::text[]) = 0 OR p."metals" && ${metal}::text[])
       AND (cardinality(${stone}::text[]) = 0 OR p."stones" && ${stone}::text[])
       AND (cardinality(${occasion}::text[]) = 0 OR p."occasions" && ${occasion}::text[])
       AND (cardinality(${motif}::text[]) = 0 OR p."motifs" && ${motif}::text[])
       AND (cardinality(${technique}::text[]) = 0 OR p."techniques" && ${technique}::text[])
       AND (cardinality(${bands}::int[]) = 0
            OR width_bucket(p."priceFromMinor", ${edges}::int[]) = ANY(${bands}::int[]))
     ORDER BY CASE ${sort}::text WHEN 'price-up' THEN p."priceFromMinor" WHEN 'price-down' THEN -p."priceFromMinor" END,
              CASE WHEN ${sort}::text = 'newest' THEN p."publishedAt" END DESC NULLS LAST,
              CASE WHEN ${sort}::text = 'featured' THEN judged."chance" END DESC NULLS LAST,
              p."position", p."id"
     LIMIT ${PAGE_SIZE} OFFSET ${(page - 1) * PAGE_SIZE}`;
}

function cardsOf(ranked: readonly Ranked[], { facets }: ShopFilter) {
  return {
    where: { slug: { in: ranked.map(({ slug }) => slug) } },
    take: PAGE_SIZE,
    inMetals: facets.metal ?? [],
  };
}

function timeWords(moment: Temporal.Instant, timeZone: string): string {
  return new Intl.DateTimeFormat("en-GB", { timeZone, hour: "2-digit", minute: "2-digit" }).format(
    moment.epochMilliseconds,
  );
}
