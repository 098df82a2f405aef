import { Client } from "pg";
import { db } from "@/lib/platform/db";

/** The Prisma client on this test file's own database: migrated, empty, and nobody else's. */
export function testDb(): typeof db {
  return db;
}

/** A plain connection to the same database, for what Prisma doesn't speak (LISTEN, the system catalogue). */
export async function testConnection(): Promise<Client> {
  const client = new Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
  return client;
}

/** The background jobs that wait in this file's database, oldest first. */
export async function waitingJobs(): Promise<{ task: string; payload: unknown; key: string | null }[]> {
  return db.$queryRaw`
    SELECT tasks.identifier AS task, jobs.payload, jobs.key
      FROM graphile_worker._private_jobs AS jobs
      JOIN graphile_worker._private_tasks AS tasks ON tasks.id = jobs.task_id
     ORDER BY jobs.id`;
}

/** Empties every table between tests of one file. Frozen rows too: TRUNCATE fires no row triggers. */
export async function emptyDatabase(): Promise<void> {
  const tables = await db.$queryRaw<{ name: string }[]>`
    SELECT quote_ident(tablename) AS name FROM pg_tables
     WHERE schemaname = 'public' AND tablename <> '_prisma_migrations'`;
  await db.$executeRawUnsafe(
    `TRUNCATE ${tables.map(({ name }) => name).join(", ")} RESTART IDENTITY CASCADE`,
  );
  await db.$executeRaw`DELETE FROM graphile_worker._private_jobs`;
}
