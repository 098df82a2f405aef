import { createHash, randomUUID } from "node:crypto";
import { Logger, runMigrations as migrateJobQueue } from "graphile-worker";
import { Client } from "pg";
import { Complaint } from "../start/complaint";
import { type Migration, readMigrations } from "./project-files";

// Any number that nobody else locks: two servers that start at once migrate one after the other.
const MIGRATION_LOCK = 7_318_205;

/**
 * Brings the database up to the migrations here, the job queue's own tables included; returns what it
 * applied. Prisma keeps the same record (_prisma_migrations), so `prisma migrate deploy` and this may take
 * turns; but each migration here commits together with its record, so that a start killed half way leaves
 * nothing for a person to repair.
 */
export async function migrate(url: string): Promise<string[]> {
  const client = new Client({ connectionString: url, application_name: "touchmark-migrate" });
  await client.connect();
  try {
    await client.query("SELECT pg_advisory_lock($1)", [MIGRATION_LOCK]);
    const missing = await findMissing(client);
    for (const migration of missing) await apply(client, migration);
    await migrateJobQueue({
      connectionString: url,
      maxPoolSize: 2,
      logger: new Logger(() => () => undefined),
    });
    return missing.map(({ name }) => name);
  } finally {
    await client.end();
  }
}

async function findMissing(client: Client): Promise<Migration[]> {
  await client.query(RECORD_TABLE);
  const { rows } = await client.query<{ name: string; finished: boolean }>(
    `SELECT migration_name AS name, finished_at IS NOT NULL AS finished
       FROM _prisma_migrations WHERE rolled_back_at IS NULL`,
  );
  const halfWay = rows.find(({ finished }) => !finished);
  if (halfWay) {
    throw new Complaint(
      `The migration ${halfWay.name} failed half way, by another tool: see \`prisma migrate resolve\`.`,
    );
  }
  return readMigrations().filter(({ name }) => !rows.some((row) => row.name === name));
}

async function apply(client: Client, { name, sql }: Migration): Promise<void> {
  try {
    await client.query("BEGIN");
    await client.query(sql);
    await client.query(
      `INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at, applied_steps_count)
       VALUES ($1, $2, $3, now(), 1)`,
      [randomUUID(), createHash("sha256").update(sql).digest("hex"), name],
    );
    await client.query("COMMIT");
  } catch (error) {
    throw new Error(`The migration ${name} failed; the database is as it was before it`, { cause: error });
  }
}

// As Prisma makes it.
const RECORD_TABLE = `
  CREATE TABLE IF NOT EXISTS _prisma_migrations (
    id                  VARCHAR(36) PRIMARY KEY NOT NULL,
    checksum            VARCHAR(64) NOT NULL,
    finished_at         TIMESTAMPTZ,
    migration_name      VARCHAR(255) NOT NULL,
    logs                TEXT,
    rolled_back_at      TIMESTAMPTZ,
    started_at          TIMESTAMPTZ NOT NULL DEFAULT now(),
    applied_steps_count INTEGER NOT NULL DEFAULT 0
  )`;
