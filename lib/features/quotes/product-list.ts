import type { Temporal } from "temporal-polyfill";
import { deliveriesTo } from "@/lib/domain/delivery";
import { fieldErrors } from "@/lib/domain/field-errors";
import { chanceInTime, cutoffsFor, SURE_SHARE } from "@/lib/domain/in-time";
import { productKindSchema } from "@/lib/domain/product";
import { awaitCurrentLeads, readPlans } from "@/lib/features/promises/leads";
import { recentWorkshopFacts } from "@/lib/features/quotes/facts";
import { type ProductListView, type ProductQuery, productQuerySchema } from "@/lib/features/quotes/schema";
import { db } from "@/lib/platform/db";
import { ok, type Result, refuse } from "@/lib/platform/errors";

const PAGE_SIZE = 24;
const MAX_OFFSET = 100_000;
const LONGEST_WAIT_MS = 20_000;

/** The products on sale that answer the query, in the catalogue's order, a page at a time. */
export async function listApiProducts(
  typed: Record<string, string>,
  now: Temporal.Instant,
): Promise<Result<ProductListView, "INVALID_INPUT" | "NOT_READY">> {
  const parsed = productQuerySchema.safeParse(typed);
  const offset = parsed.success ? readCursor(parsed.data.cursor) : 0;
  if (!parsed.success) return refuse("INVALID_INPUT", { errors: fieldErrors(parsed.error, typed) });
  if (offset === null) {
    const message = "That isn't a cursor of ours. Use nextCursor of the page before.";
    return refuse("INVALID_INPUT", { errors: [{ path: "cursor", code: "NOT_OFFERED", message }] });
  }
  const [rows, facts] = await Promise.all([readRows(parsed.data), recentWorkshopFacts(now)]);
  const answering = parsed.data.needBy ? await keepInTime(rows, parsed.data.needBy, now) : rows;
  if (!answering) return refuse("NOT_READY");
  const next = offset + PAGE_SIZE;
  return ok({
    products: answering.slice(offset, next).map(({ slug, name, kind, priceFromMinor }) => ({
      ...{ slug, name, priceFromMinor },
      kind: productKindSchema.parse(kind.toLowerCase()),
      currency: facts?.workshop.currency ?? "GBP",
    })),
    total: answering.length,
    nextCursor: next < answering.length ? writeCursor(next) : null,
  });
}

type Row = Awaited<ReturnType<typeof readRows>>[number];

// The whole answer, not a page: a workshop's catalogue is some dozens of designs, and needBy judges each.
function readRows({ kind, metal, stone, maxPriceMinor, q }: ProductQuery) {
  const words = (q ?? "").split(/\s+/).filter(Boolean).slice(0, 8);
  return db.product.findMany({
    where: {
      status: "ACTIVE",
      ...(kind ? { kind: kind.toUpperCase() as Uppercase<typeof kind> } : {}),
      ...(metal ? { metals: { has: metal } } : {}),
      ...(stone ? { stones: { has: stone } } : {}),
      ...(maxPriceMinor ? { priceFromMinor: { lte: Number(maxPriceMinor) } } : {}),
      AND: words.map((word) => ({
        OR: [
          { name: { contains: word, mode: "insensitive" as const } },
          { summary: { contains: word, mode: "insensitive" as const } },
          { maker: { name: { contains: word, mode: "insensitive" as const } } },
        ],
      })),
    },
    orderBy: [{ position: "asc" }, { id: "asc" }],
    select: { id: true, slug: true, name: true, kind: true, priceFromMinor: true },
  });
}

/**
 * Those of which nine in ten would arrive by then, made plainly and sent to the workshop's own country. Null while that is
 * being worked out: what isn't known yet isn't left out as if it came too late.
 */
async function keepInTime(rows: Row[], needBy: string, now: Temporal.Instant): Promise<Row[] | null> {
  const facts = await recentWorkshopFacts(now);
  const [delivery] = facts ? deliveriesTo(facts.workshop.country, facts.shippingMethods) : [];
  if (!facts || !delivery) return [];
  const holidays = facts.holidays.map(({ date }) => date);
  // Whoever asks by program waits until the days are of this very queue.
  const { current } = await awaitCurrentLeads(now, LONGEST_WAIT_MS);
  if (!current) return null;
  const cutoffs = cutoffsFor(needBy, { ...delivery, holidays });
  const chances = new Map<string, boolean>();
  const plans = await readPlans();
  return rows.filter(({ id }) => {
    const plan = plans.get(id);
    if (!plan) return false;
    const known = chances.get(plan.key);
    if (known !== undefined) return known;
    const inTime = (chanceInTime(plan.leaves, cutoffs) ?? 0) >= SURE_SHARE;
    chances.set(plan.key, inTime);
    return inTime;
  });
}

function writeCursor(offset: number): string {
  return Buffer.from(`after:${offset}`).toString("base64url");
}

function readCursor(cursor: string | undefined): number | null {
  if (cursor === undefined) return 0;
  const offset = /^after:(\d{1,6})$/.exec(Buffer.from(cursor, "base64url").toString("latin1"))?.[1];
  return offset === undefined || Number(offset) > MAX_OFFSET ? null : Number(offset);
}
