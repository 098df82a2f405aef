import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import type { SchemaContainer } from "@prisma/schema-engine-wasm/schema_engine_bg";

export const projectRoot = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");
export const migrationsFolder = path.join(projectRoot, "prisma/migrations");
const schemaFolder = path.join(projectRoot, "prisma/schema");

/** The schema as the last migration left it: what the next one is compared with. */
export const snapshotFile = path.join(migrationsFolder, "schema.snapshot");

export function readDatamodel(): SchemaContainer[] {
  return readdirSync(schemaFolder)
    .filter((name) => name.endsWith(".prisma"))
    .sort()
    .map((name) => ({ path: name, content: readFileSync(path.join(schemaFolder, name), "utf8") }));
}

export function readSnapshot(): SchemaContainer[] | undefined {
  if (!existsSync(snapshotFile)) return undefined;
  return [{ path: "snapshot.prisma", content: readFileSync(snapshotFile, "utf8") }];
}

export type Migration = { name: string; sql: string };

/** prisma/migrations in the order in which they apply. */
export function readMigrations(): Migration[] {
  return migrationNames().map((name) => ({
    name,
    sql: readFileSync(path.join(migrationsFolder, name, "migration.sql"), "utf8"),
  }));
}

export function migrationNames(): string[] {
  if (!existsSync(migrationsFolder)) return [];
  return readdirSync(migrationsFolder)
    .filter((name) => existsSync(path.join(migrationsFolder, name, "migration.sql")))
    .sort();
}
