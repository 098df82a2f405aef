import { Complaint } from "../start/complaint";
import { DataFolder } from "../start/data-folder";
import { startEmbeddedDatabase } from "../start/embedded-database";
import { completeEnvironment } from "../start/environment";
import { lockHolder, takeLock } from "../start/lock";
import { readSettings } from "../start/settings";

/** The environment that our processes get, DATABASE_URL first of all. */
type Environment = NodeJS.ProcessEnv & { DATABASE_URL: string };

/**
 * Runs `use` on the shop's database: DATABASE_URL; else the one of the start that is running on DATA_DIR;
 * else PostgreSQL is started on DATA_DIR for as long as `use` takes.
 */
export async function withDatabase<T>(use: (env: Environment) => Promise<T>): Promise<T> {
  const given = readSettings();
  const data = new DataFolder(given.DATA_DIR);
  const environmentOn = (databaseUrl: string): Environment => ({
    ...completeEnvironment({ given, data, databaseUrl, simulatorPort: 0, dev: false }),
    DATABASE_URL: databaseUrl,
  });
  if (given.DATABASE_URL) return use(environmentOn(given.DATABASE_URL));
  if (await lockHolder(data.lockFile)) return use(environmentOn(data.databaseUrl()));

  const lock = await takeLock(data.lockFile, "npm run db");
  if (!lock.ok)
    throw new Complaint(`${data.path} is in use by process ${lock.holder.pid} (${lock.holder.note}).`);
  try {
    const { cluster, url } = await startEmbeddedDatabase(data);
    try {
      return await use(environmentOn(url));
    } finally {
      await cluster.stop();
    }
  } finally {
    lock.release();
  }
}
