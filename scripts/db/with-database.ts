import { existsSync } from "node:fs";
import { parseGivenEnv } from "@/lib/platform/env";
import { Complaint } from "../start/complaint";
import { DataFolder } from "../start/data-folder";
import { startEmbeddedDatabase } from "../start/embedded-database";
import { lockHolder, takeLock } from "../start/lock";

/**
 * Runs `use` with the address of the shop's database: DATABASE_URL; else the one of the start that is running
 * on DATA_DIR; else PostgreSQL is started on DATA_DIR for as long as `use` takes.
 */
export async function withDatabase<T>(use: (url: string) => Promise<T>): Promise<T> {
  if (existsSync(".env")) process.loadEnvFile(".env");
  const given = parseGivenEnv(process.env);
  if (!given.ok) throw new Complaint(given.lines.join("\n"));
  if (given.value.DATABASE_URL) return use(given.value.DATABASE_URL);

  const data = new DataFolder(given.value.DATA_DIR);
  if (await lockHolder(data.lockFile)) return use(data.databaseUrl());
  const lock = await takeLock(data.lockFile, "npm run db");
  if (!lock.ok)
    throw new Complaint(`${data.path} is in use by process ${lock.holder.pid} (${lock.holder.note}).`);
  try {
    const { cluster, url } = await startEmbeddedDatabase(data);
    try {
      return await use(url);
    } finally {
      await cluster.stop();
    }
  } finally {
    lock.release();
  }
}
