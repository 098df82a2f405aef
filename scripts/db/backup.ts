import {
  createWriteStream,
  existsSync,
  mkdirSync,
  mkdtempSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import { Client } from "pg";
import { to as copyTo } from "pg-copy-streams";
import { create } from "tar";
import { Complaint } from "../start/complaint";
import { copyTarget, FILES, MANIFEST, type Manifest, readTables, tableFile } from "./backup-format";
import { migrationNames } from "./project-files";

/**
 * Everything that can't be made again in one file (tar, gzip): the rows of every table as they stood at one
 * moment, and the photos. The shop may go on meanwhile. The file is there whole or not at all.
 */
export async function backup(url: string, filesFolder: string, file: string, now: Date): Promise<Manifest> {
  if (existsSync(file)) throw new Complaint(`${file} is there already. Nothing is overwritten.`);
  const staging = mkdtempSync(path.join(path.dirname(path.resolve(file)), ".backup-"));
  try {
    const manifest = await copyOut(url, staging, now);
    writeFileSync(path.join(staging, MANIFEST), JSON.stringify(manifest, null, 1));
    // After the rows: a photo that was added meanwhile does no harm, one that is missing would.
    if (existsSync(filesFolder)) symlinkSync(path.resolve(filesFolder), path.join(staging, FILES));
    const names = [MANIFEST, "tables", ...(existsSync(filesFolder) ? [FILES] : [])];
    const whole = path.join(staging, "whole.tgz");
    // A customer's name and address are in it.
    await create({ cwd: staging, file: whole, gzip: true, follow: true, portable: true, mode: 0o600 }, names);
    renameSync(whole, file);
    return manifest;
  } finally {
    rmSync(staging, { recursive: true, force: true });
  }
}

async function copyOut(url: string, staging: string, now: Date): Promise<Manifest> {
  const client = new Client({ connectionString: url, application_name: "touchmark-backup" });
  await client.connect();
  try {
    await client.query("BEGIN TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY");
    const migration = await readMigration(client);
    mkdirSync(path.join(staging, "tables"));
    const tables: Manifest["tables"] = [];
    for (const table of await readTables(client)) {
      const rows = copyTo(`COPY ${copyTarget(table)} TO STDOUT`);
      await pipeline(client.query(rows), createWriteStream(path.join(staging, tableFile(table.name))));
      tables.push({ ...table, rows: rows.rowCount });
    }
    const { rows: sequences } = await client.query<Manifest["sequences"][number]>(
      `SELECT sequencename AS name, coalesce(last_value, start_value)::text AS value, last_value IS NOT NULL AS called
         FROM pg_sequences WHERE schemaname = 'public' ORDER BY sequencename`,
    );
    return { format: 1, madeAt: now.toISOString(), migration, tables, sequences };
  } finally {
    await client.end();
  }
}

/** The last one applied; a database that is behind or ahead of this version is none that it can read. */
async function readMigration(client: Client): Promise<string> {
  const { rows } = await client.query<{ name: string }>(
    "SELECT migration_name AS name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL ORDER BY 1",
  );
  const last = rows.at(-1)?.name;
  if (last === undefined || last !== migrationNames().at(-1)) {
    throw new Complaint(
      "The database is not that of this version. Start the shop once, or look at `npm run db -- status`.",
    );
  }
  return last;
}
