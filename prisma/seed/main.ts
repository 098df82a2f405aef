import type { Temporal } from "temporal-polyfill";
import type { PrismaClient } from "@/lib/generated/prisma/client";
import { now as clock } from "@/lib/platform/clock";
import { db } from "@/lib/platform/db";
import { hashPassword } from "@/lib/platform/password";
import { inventHistory } from "./history/history";
import { seedReference, seedReferenceFacts } from "./reference";
import { sampleFacts } from "./sample-facts";
import { writeSizers } from "./sample-sizers";
import { writeHistory } from "./write-history";
import { writeCatalogue, writeWorkshop } from "./write-shop";

export type SampleOptions = {
  /** signs in the sample owner and the sample artisans */
  password: string;
  /** false: the shop without its year of orders */
  history?: boolean;
};
export type Seeded = { done: boolean; products: number; orders: number; jobs: number };

const TIMEOUT_MS = 180_000;

/**
 * The sample shop, all of it or nothing. Does nothing where a workshop has been set up already; rows of the reference
 * data that are there stay as they are.
 */
export async function seedSample(
  client: PrismaClient,
  now: Temporal.Instant,
  { password, history = true }: SampleOptions,
): Promise<Seeded> {
  if ((await client.workshop.count()) > 0) return { done: false, products: 0, orders: 0, jobs: 0 };
  const facts = sampleFacts(now.epochMilliseconds);
  const rows = history ? inventHistory(facts) : null;
  const hashes = await Promise.all(facts.artisans.map(() => hashPassword(password)));
  return client.$transaction(
    async (tx) => {
      // Two that seed at once: the second waits here and finds it done.
      await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('touchmark-seed'))`;
      if ((await tx.workshop.count()) > 0) return { done: false, products: 0, orders: 0, jobs: 0 };
      await seedReferenceFacts(tx);
      await writeWorkshop(tx, facts, hashes);
      await writeCatalogue(tx, facts);
      if (rows) {
        await writeHistory(tx, rows);
        await writeSizers(tx, facts.nowMs);
      }
      return {
        done: true,
        products: facts.products.length,
        orders: rows?.orders.length ?? 0,
        jobs: rows?.jobs.length ?? 0,
      };
    },
    { timeout: TIMEOUT_MS, maxWait: 10_000 },
  );
}

/** What `npm run db seed` and the first start call; the sentence is for the terminal. */
export async function seedSampleShop({ ownerPassword }: { ownerPassword: string }): Promise<string> {
  const { done, products, orders, jobs } = await seedSample(db, clock(), { password: ownerPassword });
  return done
    ? `Alder & Finch is set up: ${products} pieces in the shop, ${orders} orders and ${jobs} pieces of work behind it.`
    : "A workshop is set up already; nothing was changed.";
}

/** For an empty shop, before its first page. */
export async function seedReferenceData(): Promise<string> {
  await seedReference(db, clock());
  return "Stages, metals, stones, delivery and tax are there.";
}
