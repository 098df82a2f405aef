import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import type { MigrationList, SchemaContainer } from "@prisma/schema-engine-wasm/schema_engine_bg";

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

export function readMigrations(): MigrationList {
  return {
    baseDir: migrationsFolder,
    lockfile: {
      path: "migration_lock.toml",
      content: readIfThere(path.join(migrationsFolder, "migration_lock.toml")),
    },
    shadowDbInitScript: "",
    migrationDirectories: migrationNames().map((name) => ({
      path: name,
      migrationFile: {
        path: "migration.sql",
        content: {
          tag: "ok",
          value: readFileSync(path.join(migrationsFolder, name, "migration.sql"), "utf8"),
        },
      },
    })),
  };
}

export function migrationNames(): string[] {
  if (!existsSync(migrationsFolder)) return [];
  return readdirSync(migrationsFolder)
    .filter((name) => existsSync(path.join(migrationsFolder, name, "migration.sql")))
    .sort();
}

function readIfThere(file: string): string | null {
  return existsSync(file) ? readFileSync(file, "utf8") : null;
}
