import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { migrationNames, migrationsFolder, readDatamodel, readSnapshot, snapshotFile } from "./project-files";
import { withSchemaEngine } from "./schema-engine";

type Options = {
  /** A file of hand-written SQL to append: CHECK constraints, triggers, partial indexes. */
  withSqlFile?: string;
  now: Date;
};

/**
 * Writes the next migration: what leads from the schema that the last one left (its snapshot) to the schema
 * here. Prisma's own `migrate dev` compares with a shadow database instead, which needs its native engine.
 * Returns the migration's name, or undefined where there is nothing to do.
 */
export async function generateMigration(
  url: string,
  name: string,
  { withSqlFile, now }: Options,
): Promise<string | undefined> {
  const generated = await diffDatamodels(url, readSnapshot(), readDatamodel());
  const handWritten = withSqlFile ? readFileSync(withSqlFile, "utf8").trim() : "";
  if (!generated && !handWritten) return undefined;

  const migration = `${timestamp(now)}_${name}`;
  const folder = path.join(migrationsFolder, migration);
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    path.join(folder, "migration.sql"),
    [generated, handWritten].filter(Boolean).join("\n\n").concat("\n"),
  );
  writeFileSync(path.join(migrationsFolder, "migration_lock.toml"), 'provider = "postgresql"\n');
  writeSnapshot();
  return migration;
}

/** The SQL that leads from one datamodel (undefined: an empty database) to another; "" where they agree. */
export async function diffDatamodels(
  url: string,
  from: ReturnType<typeof readSnapshot>,
  to: ReturnType<typeof readDatamodel>,
): Promise<string> {
  // Comparing two datamodels reads nothing from the database, yet the engine asks it for its version.
  return withSchemaEngine(url, to, async (engine) => {
    const result = await engine.diff({
      from: from ? { tag: "schemaDatamodel", files: from } : { tag: "empty" },
      to: { tag: "schemaDatamodel", files: to },
      script: true,
      exitCode: null,
      filters: { externalTables: [], externalEnums: [] },
    });
    const sql = (result.stdout ?? "").trim();
    return sql === "-- This is an empty migration." ? "" : sql;
  });
}

function writeSnapshot(): void {
  const files = readDatamodel().map((file) => `// ${file.path}\n${file.content.trim()}\n`);
  writeFileSync(snapshotFile, files.join("\n"));
}

// Two migrations of the same second would have no order.
function timestamp(now: Date): string {
  const stamp = now.toISOString().replace(/\D/g, "").slice(0, 14);
  const last = migrationNames().at(-1)?.slice(0, 14);
  return last !== undefined && last >= stamp ? String(BigInt(last) + 1n) : stamp;
}
