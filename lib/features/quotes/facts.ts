import type { Temporal } from "temporal-polyfill";
import { productOptionsSchema } from "@/lib/domain/options";
import { type ProductKind, priceRuleSchema, productKindSchema, readPlan } from "@/lib/domain/product";
import type { BenchAhead } from "@/lib/domain/promise-ahead";
import type { ProofSetting } from "@/lib/domain/proof";
import type { QuotedProduct } from "@/lib/domain/quote";
import { getBenchAhead } from "@/lib/features/promises/ahead";
import { getWorkshopFacts } from "@/lib/features/workshop/data";
import type { WorkshopFacts } from "@/lib/features/workshop/schema";
import { db } from "@/lib/platform/db";
import { log } from "@/lib/platform/log";

export type QuotableProduct = QuotedProduct & {
  id: string;
  kind: ProductKind;
  priceFromMinor: number;
  proof: ProofSetting;
  maker: { slug: string; name: string };
};

/**
 * Facts for quotes, at most a second old: a shopper who types asks several times a second, and so do a hundred
 * of them. What is paid is priced again from fresh facts in checkout, so a second is all that could show.
 */
const FRESH_MS = 1000;
const MOST_ENTRIES = 500;

const workshopFacts = briefly((_key, now) => getWorkshopFacts(now));
const benches = briefly((_key, now) => getBenchAhead(now));
const products = briefly((slug) => getQuotableProduct(slug));

/** Null before the workshop is set up. */
export function recentWorkshopFacts(now: Temporal.Instant): Promise<WorkshopFacts | null> {
  return workshopFacts.get("", now);
}

/** Null before the workshop is set up. */
export function recentBenchAhead(now: Temporal.Instant): Promise<BenchAhead | null> {
  return benches.get("", now);
}

/** Null where nothing of that name is on sale. */
export function recentProduct(slug: string, now: Temporal.Instant): Promise<QuotableProduct | null> {
  return products.get(slug, now);
}

/** For tests, which change facts between two questions. */
export function forgetQuoteFacts(): void {
  for (const memory of [workshopFacts, benches, products]) memory.clear();
}

async function getQuotableProduct(slug: string): Promise<QuotableProduct | null> {
  const row = await db.product.findFirst({
    where: { slug, status: "ACTIVE" },
    select: {
      ...{ id: true, slug: true, name: true, kind: true, priceFromMinor: true },
      ...{ options: true, priceRule: true, routing: true, proof: true },
      maker: { select: { slug: true, name: true } },
    },
  });
  if (!row) return null;
  const { routing, faults } = readPlan(row.routing);
  if (faults.length > 0) log.warn({ productId: row.id, faults }, "a design's plan of work can't be read");
  return {
    ...row,
    kind: productKindSchema.parse(row.kind.toLowerCase()),
    options: productOptionsSchema.parse(row.options),
    priceRule: priceRuleSchema.parse(row.priceRule),
    routing,
  };
}

/** One question at a time for each key, its answer kept for a moment; a failure is not kept. */
function briefly<T>(read: (key: string, now: Temporal.Instant) => Promise<T>) {
  const kept = new Map<string, { at: number; answer: Promise<T> }>();
  return {
    clear: () => kept.clear(),
    get(key: string, now: Temporal.Instant): Promise<T> {
      const at = performance.now();
      const known = kept.get(key);
      if (known && at - known.at < FRESH_MS) return known.answer;
      const answer = read(key, now);
      answer.catch(() => kept.delete(key));
      if (kept.size >= MOST_ENTRIES) kept.clear();
      kept.set(key, { at, answer });
      return answer;
    },
  };
}
