import { cpSync, createReadStream, existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import { Client } from "pg";
import { from as copyFrom } from "pg-copy-streams";
import { extract } from "tar";
import { shopIdKey } from "@/lib/features/media/keys";
import { Complaint } from "../start/complaint";
import {
  copyTarget,
  FILES,
  MANIFEST,
  type Manifest,
  manifestSchema,
  quoted,
  tableFile,
} from "./backup-format";
import { migrate } from "./migrate";
import { migrationNames } from "./project-files";

/** Puts a backup into an empty database and an empty shop's files. All rows arrive, or none. */
export async function restore(url: string, filesFolder: string, file: string): Promise<Manifest> {
  const staging = mkdtempSync(path.join(tmpdir(), "touchmark-restore-"));
  try {
    const manifest = await unpack(file, staging);
    if (manifest.migration !== migrationNames().at(-1)) {
      throw new Complaint(
        `This backup was made by another version of Touchmark (${manifest.migration}). Restore it with that version, then upgrade.`,
      );
    }
    await migrate(url);
    await copyIn(url, staging, manifest);
    const files = path.join(staging, FILES);
    // Files that came out of the backup are this shop's alone; beside others lies the id of whose they are.
    if (existsSync(files)) {
      rmSync(path.join(files, shopIdKey), { force: true });
      cpSync(files, filesFolder, { recursive: true });
    }
    return manifest;
  } finally {
    rmSync(staging, { recursive: true, force: true });
  }
}

async function unpack(file: string, staging: string): Promise<Manifest> {
  try {
    await extract({ file, cwd: staging, strict: true });
    return manifestSchema.parse(JSON.parse(readFileSync(path.join(staging, MANIFEST), "utf8")));
  } catch {
    throw new Complaint(`${file} is not a whole backup of Touchmark.`);
  }
}

async function copyIn(url: string, staging: string, { tables, sequences }: Manifest): Promise<void> {
  const client = new Client({ connectionString: url, application_name: "touchmark-restore" });
  await client.connect();
  try {
    await client.query("BEGIN");
    // What triggers would write beside a row comes along with the backup.
    await client.query("SET LOCAL touchmark.restoring = 'on'");
    for (const { name } of tables) await refuseRows(client, name);
    for (const table of tables) {
      const rows = copyFrom(`COPY ${copyTarget(table)} FROM STDIN`);
      await pipeline(createReadStream(path.join(staging, tableFile(table.name))), client.query(rows));
      if (rows.rowCount !== table.rows) {
        throw new Complaint(
          `The backup is damaged: ${table.name} has ${rows.rowCount} rows of ${table.rows}.`,
        );
      }
    }
    for (const { name, value, called } of sequences) {
      await client.query("SELECT setval($1::regclass, $2, $3)", [quoted(name), value, called]);
    }
    // Whoever restores to try it must not take the bucket of the shop that goes on for theirs.
    await client.query("DELETE FROM file_owner");
    await client.query("COMMIT");
  } finally {
    await client.end();
  }
}

async function refuseRows(client: Client, table: string): Promise<void> {
  const { rowCount } = await client.query(`SELECT FROM ${quoted(table)} LIMIT 1`);
  if (rowCount) throw new Complaint("A backup goes into an empty database only: this one has a shop in it.");
}
