import { Client } from "pg";
import { Complaint } from "./complaint";
import type { DataFolder } from "./data-folder";
import { startEmbeddedDatabase } from "./embedded-database";
import type { Cluster } from "./postgres/cluster";
import { say } from "./progress";

const OLDEST = 15;

/** The database that the shop runs on; `stop` does nothing where it isn't ours to stop. */
export type Database = { url: string; stop(): Promise<void> };

/** DATABASE_URL: it must answer and be young enough. */
export async function checkGivenDatabase(url: string): Promise<Database> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  try {
    await client.connect();
    const { rows } = await client.query("SELECT current_setting('server_version_num')::int AS number");
    const major = Math.floor(rows[0].number / 10_000);
    if (major < OLDEST)
      throw new Complaint(`DATABASE_URL leads to PostgreSQL ${major}; Touchmark needs ${OLDEST} or later.`);
  } catch (error) {
    if (error instanceof Complaint) throw error;
    throw new Complaint(`The database behind DATABASE_URL can't be used: ${describe(error)}.`);
  } finally {
    await client.end().catch(() => undefined);
  }
  return { url, stop: async () => undefined };
}

/** Our own PostgreSQL, started again when it dies; `onGivenUp` when that fails. */
export async function keepEmbeddedDatabase(
  data: DataFolder,
  onGivenUp: (why: string) => void,
): Promise<Database> {
  let stopping = false;
  let { cluster, url } = await startEmbeddedDatabase(data);

  const watch = (current: Cluster) =>
    current.process.once("exit", (code, signal) => {
      if (stopping) return;
      say(`  The database stopped (${signal ?? `exit code ${code}`}) and is started again.`);
      startEmbeddedDatabase(data).then(
        async (again) => {
          cluster = again.cluster;
          if (stopping) return cluster.stop();
          if (again.url !== url) return onGivenUp("its port was taken by another program");
          watch(cluster);
        },
        (error: Error) => stopping || onGivenUp(error.message),
      );
    });
  watch(cluster);
  url = cluster.url("touchmark");

  return {
    url,
    stop: async () => {
      stopping = true;
      await cluster.stop();
    },
  };
}

function describe(error: unknown): string {
  const { message, code } = error as { message?: string; code?: string };
  return message || code || String(error);
}
