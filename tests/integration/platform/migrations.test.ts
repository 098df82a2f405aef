import { randomUUID } from "node:crypto";
import { Client } from "pg";
import { describe, expect, inject, it } from "vitest";
import { diffDatamodels } from "@/scripts/db/generate-migration";
import { migrate } from "@/scripts/db/migrate";
import { readDatamodel, readSnapshot } from "@/scripts/db/project-files";
import { describeStatus } from "@/scripts/db/status";
import { dropDatabase, recreateDatabase, urlOf } from "@/tests/support/databases";

const serverUrl = inject("postgresUrl");
const databaseUrl = () => process.env.DATABASE_URL ?? "";

describe("the migrations", () => {
  it("build the very tables, columns, keys and indexes that the schema describes", async () => {
    const sql = await diffDatamodels(databaseUrl(), undefined, readDatamodel());
    await withFreshDatabase(async (url) => {
      await run(url, (client) => client.query(sql));
      const described = await run(url, readCatalogue);
      expect(Object.keys(described).length).toBeGreaterThan(200);
      const migrated = await run(databaseUrl(), readCatalogue);
      for (const key of Object.keys(described)) expect(migrated[key], key).toEqual(described[key]);
      expect(Object.keys(migrated).filter((key) => !(key in described) && !isByHand(key))).toEqual([]);
    });
  });

  it("left a snapshot that the schema has not moved away from", async () => {
    expect(await diffDatamodels(databaseUrl(), readSnapshot(), readDatamodel())).toBe("");
  });

  it("are all applied, and applying them again changes nothing", async () => {
    expect(await migrate(databaseUrl())).toEqual([]);
    expect(await describeStatus(databaseUrl())).toBe("The database is up to date.");
  });

  it("leave nothing behind when one fails, and go through once it is right", async () => {
    await withFreshDatabase(async (url) => {
      await run(url, (client) => client.query('CREATE TABLE "closure" (id int)'));
      await expect(migrate(url)).rejects.toThrow("the database is as it was before it");
      await run(url, (client) => client.query('DROP TABLE "closure"'));
      expect((await migrate(url)).length).toBeGreaterThan(0);
      expect(await describeStatus(url)).toBe("The database is up to date.");
    });
  });

  it("may be applied by two servers that start at once", async () => {
    await withFreshDatabase(async (url) => {
      const applied = await Promise.all([migrate(url), migrate(url)]);
      expect(applied.map((names) => names.length > 0).sort()).toEqual([false, true]);
    });
  });
});

type Catalogue = Record<string, string>;

// Written by hand because Prisma's language can't say them: partial indexes and foreign keys to a key of two.
function isByHand(key: string): boolean {
  return key.startsWith("index ") || key.startsWith("foreign key ") || key.startsWith("sequence ");
}

/** What PostgreSQL itself says of every object, by name. CHECK and EXCLUDE constraints are by hand: left out. */
async function readCatalogue(client: Client): Promise<Catalogue> {
  const { rows } = await client.query<{ key: string; value: string }>(`
    SELECT 'column ' || table_name || '.' || column_name AS key,
           concat_ws(' ', udt_name, character_maximum_length, numeric_precision, datetime_precision,
                     'null:' || is_nullable, 'default:' || column_default) AS value
      FROM information_schema.columns
     WHERE table_schema = 'public' AND table_name <> '_prisma_migrations'
    UNION ALL
    SELECT 'enum ' || typname, string_agg(enumlabel, ',' ORDER BY enumsortorder)
      FROM pg_enum JOIN pg_type ON pg_type.oid = enumtypid GROUP BY typname
    UNION ALL
    SELECT 'index ' || indexname, indexdef FROM pg_indexes
     WHERE schemaname = 'public' AND tablename <> '_prisma_migrations'
       AND indexname NOT IN (SELECT conname FROM pg_constraint WHERE contype = 'x')
    UNION ALL
    SELECT 'foreign key ' || conname, conrelid::regclass || ' ' || pg_get_constraintdef(oid)
      FROM pg_constraint WHERE contype = 'f' AND connamespace = 'public'::regnamespace
    UNION ALL
    SELECT 'sequence ' || sequencename, data_type::text FROM pg_sequences WHERE schemaname = 'public'`);
  return Object.fromEntries(rows.map(({ key, value }) => [key, value]));
}

async function withFreshDatabase(use: (url: string) => Promise<void>): Promise<void> {
  const name = `touchmark_${randomUUID().replaceAll("-", "")}`;
  await recreateDatabase(serverUrl, name);
  try {
    await use(urlOf(serverUrl, name));
  } finally {
    await dropDatabase(serverUrl, name);
  }
}

async function run<T>(url: string, use: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await use(client);
  } finally {
    await client.end();
  }
}
