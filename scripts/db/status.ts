import type { HistoryDiagnostic, MigrationList } from "@prisma/schema-engine-wasm/schema_engine_bg";
import { migrationsFolder, readDatamodel, readMigrations } from "./project-files";
import { withSchemaEngine } from "./schema-engine";

/** What is applied and what isn't, in words; as Prisma's own engine judges it. */
export async function describeStatus(url: string): Promise<string> {
  const found = await withSchemaEngine(url, readDatamodel(), (engine) =>
    engine.diagnoseMigrationHistory({
      migrationsList: listMigrations(),
      optInToShadowDatabase: false,
      filters: { externalTables: [], externalEnums: [] },
    }),
  );
  const lines = [
    ...found.failedMigrationNames.map((name) => `failed half way: ${name}`),
    ...found.editedMigrationNames.map((name) => `edited after it was applied: ${name}`),
    ...describeHistory(found.history),
  ];
  return lines.length ? lines.join("\n") : "The database is up to date.";
}

function listMigrations(): MigrationList {
  return {
    baseDir: migrationsFolder,
    lockfile: { path: "migration_lock.toml", content: 'provider = "postgresql"\n' },
    shadowDbInitScript: "",
    migrationDirectories: readMigrations().map(({ name, sql }) => ({
      path: name,
      migrationFile: { path: "migration.sql", content: { tag: "ok", value: sql } },
    })),
  };
}

function describeHistory(history: HistoryDiagnostic | null): string[] {
  switch (history?.diagnostic) {
    case undefined:
      return [];
    case "databaseIsBehind":
      return history.unappliedMigrationNames.map((name) => `not yet applied: ${name}`);
    case "migrationsDirectoryIsBehind":
      return history.unpersistedMigrationNames.map(
        (name) => `applied, but not in prisma/migrations: ${name}`,
      );
    case "historiesDiverge":
      return [
        ...history.unappliedMigrationNames.map((name) => `not yet applied: ${name}`),
        ...history.unpersistedMigrationNames.map((name) => `applied, but not in prisma/migrations: ${name}`),
      ];
  }
}
