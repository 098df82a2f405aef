import { minorDigits } from "@/lib/domain/money";
import { type FacetName, facetNames, priceBands, type ShopFilter } from "@/lib/features/catalog/shop-filter";
import { db } from "@/lib/platform/db";

export type FacetCounts = {
  total: number;
  /** every value that anything on sale has; 0 where nothing left after the other facets has it */
  counts: Record<FacetName, Map<string, number>>;
};

type Row = { facet: FacetName | "total"; value: string; count: number };

/**
 * How many pieces each value would leave: counted with every other facet applied but its own, so that a second
 * metal shows what it adds. One pass over what is on sale, however many facets are asked.
 */
export async function countFacets(filter: ShopFilter, currency: string): Promise<FacetCounts> {
  const chosen = (name: FacetName) => [...(filter.facets[name] ?? [])];
  const [kind, metal, stone, occasion] = [
    chosen("kind"),
    chosen("metal"),
    chosen("stone"),
    chosen("occasion"),
  ];
  const [motif, technique, maker] = [chosen("motif"), chosen("technique"), chosen("maker")];
  const bands = chosen("price").map((id) => priceBands.findIndex((band) => band.id === id));
  const edges = priceBands.slice(1).map((band) => band.from * 10 ** minorDigits(currency));
  const rows = await db.$queryRaw<Row[]>`
    WITH judged AS (
      SELECT lower(p.kind::text) AS kind, m.slug AS maker, p.metals, p.stones, p.occasions, p.motifs,
        p.techniques, b.band,
        (cardinality(${kind}::text[]) > 0 AND NOT lower(p.kind::text) = ANY(${kind}::text[]))::int AS off_kind,
        (cardinality(${maker}::text[]) > 0 AND NOT m.slug = ANY(${maker}::text[]))::int AS off_maker,
        (cardinality(${metal}::text[]) > 0 AND NOT p.metals && ${metal}::text[])::int AS off_metal,
        (cardinality(${stone}::text[]) > 0 AND NOT p.stones && ${stone}::text[])::int AS off_stone,
        (cardinality(${occasion}::text[]) > 0 AND NOT p.occasions && ${occasion}::text[])::int AS off_occasion,
        (cardinality(${motif}::text[]) > 0 AND NOT p.motifs && ${motif}::text[])::int AS off_motif,
        (cardinality(${technique}::text[]) > 0 AND NOT p.techniques && ${technique}::text[])::int AS off_technique,
        (cardinality(${bands}::int[]) > 0 AND NOT b.band = ANY(${bands}::int[]))::int AS off_price
      FROM product p
      JOIN maker m ON m.id = p."makerId"
      CROSS JOIN LATERAL (SELECT width_bucket(p."priceFromMinor", ${edges}::int[]) AS band) b
      WHERE p.status = 'ACTIVE'
    ), counted AS (
      SELECT *, off_kind + off_maker + off_metal + off_stone + off_occasion + off_motif + off_technique
        + off_price AS off
      FROM judged
    )
    SELECT 'total' AS facet, '' AS value, count(*) FILTER (WHERE off = 0)::int AS count FROM counted
    UNION ALL SELECT 'kind', kind, count(*) FILTER (WHERE off = off_kind)::int FROM counted GROUP BY kind
    UNION ALL SELECT 'maker', maker, count(*) FILTER (WHERE off = off_maker)::int FROM counted GROUP BY maker
    UNION ALL SELECT 'price', band::text, count(*) FILTER (WHERE off = off_price)::int FROM counted GROUP BY band
    UNION ALL SELECT 'metal', v, count(*) FILTER (WHERE off = off_metal)::int
      FROM counted, unnest(metals) v GROUP BY v
    UNION ALL SELECT 'stone', v, count(*) FILTER (WHERE off = off_stone)::int
      FROM counted, unnest(stones) v GROUP BY v
    UNION ALL SELECT 'occasion', v, count(*) FILTER (WHERE off = off_occasion)::int
      FROM counted, unnest(occasions) v GROUP BY v
    UNION ALL SELECT 'motif', v, count(*) FILTER (WHERE off = off_motif)::int
      FROM counted, unnest(motifs) v GROUP BY v
    UNION ALL SELECT 'technique', v, count(*) FILTER (WHERE off = off_technique)::int
      FROM counted, unnest(techniques) v GROUP BY v`;
  return gather(rows);
}

function gather(rows: readonly Row[]): FacetCounts {
  const counts = Object.fromEntries(
    facetNames.map((name) => [name, new Map<string, number>()]),
  ) as FacetCounts["counts"];
  let total = 0;
  for (const { facet, value, count } of rows) {
    if (facet === "total") total = count;
    else if (facet === "price") counts.price.set(priceBands[Number(value)]?.id ?? value, count);
    else counts[facet].set(value, count);
  }
  return { total, counts };
}
