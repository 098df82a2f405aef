import { createHash } from "node:crypto";
import { Logger, runMigrations as migrateJobQueue } from "graphile-worker";
import { Client } from "pg";
import { readDatamodel, readMigrations } from "./project-files";
import { withSchemaEngine } from "./schema-engine";

// Any number that nobody else locks: two servers that start at once migrate one after the other.
const MIGRATION_LOCK = 7_318_205;

/** Brings the database up to the migrations here, the job queue's own tables included; returns what it applied. */
export async function migrate(url: string): Promise<string[]> {
  const client = new Client({ connectionString: url, application_name: "touchmark-migrate" });
  await client.connect();
  try {
    await client.query("SELECT pg_advisory_lock($1)", [MIGRATION_LOCK]);
    const applied = (await isUpToDate(client)) ? [] : await applyMigrations(url);
    await migrateQueue(url);
    return applied;
  } finally {
    await client.end();
  }
}

async function applyMigrations(url: string): Promise<string[]> {
  return withSchemaEngine(url, readDatamodel(), async (engine) => {
    const input = { migrationsList: readMigrations(), filters: { externalTables: [], externalEnums: [] } };
    return (await engine.applyMigrations(input)).appliedMigrationNames;
  });
}

// The engine takes a second to load; a start with nothing to migrate needs one query instead.
async function isUpToDate(client: Client): Promise<boolean> {
  const { rows: tables } = await client.query("SELECT to_regclass('_prisma_migrations') AS name");
  if (tables[0]?.name === null) return false;
  const { rows } = await client.query<{ migration_name: string; checksum: string; finished: boolean }>(
    `SELECT migration_name, checksum, finished_at IS NOT NULL AS finished
       FROM _prisma_migrations WHERE rolled_back_at IS NULL ORDER BY migration_name`,
  );
  const here = readMigrations().migrationDirectories.map(({ path, migrationFile }) =>
    migrationFile.content.tag === "ok" ? `${path} ${sha256(migrationFile.content.value)} true` : path,
  );
  const there = rows.map((row) => `${row.migration_name} ${row.checksum} ${row.finished}`);
  return here.join("\n") === there.join("\n");
}

async function migrateQueue(url: string): Promise<void> {
  await migrateJobQueue({ connectionString: url, maxPoolSize: 2, logger: new Logger(() => () => undefined) });
}

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
