import { Client } from "pg";
import type { DataFolder } from "./data-folder";
import { MARKER } from "./environment";
import { type Cluster, startCluster } from "./postgres/cluster";
import { endLeftovers } from "./postgres/leftovers";

const DATABASE = "touchmark";

/** Our own PostgreSQL in the data folder, with our database in it. The caller holds the data folder's lock. */
export async function startEmbeddedDatabase(data: DataFolder): Promise<{ cluster: Cluster; url: string }> {
  const folder = data.inside("postgres");
  // First of all: what is left of an earlier one also holds the port.
  await endLeftovers(folder);
  const cluster = await startCluster({
    folder,
    port: await data.portFor("postgres"),
    password: data.secrets.databasePassword,
    logFile: data.inside("logs", "postgres.log"),
    marker: { [MARKER]: data.path },
  });
  await createDatabaseIfMissing(cluster.url("postgres"), DATABASE);
  return { cluster, url: cluster.url(DATABASE) };
}

export async function createDatabaseIfMissing(adminUrl: string, name: string): Promise<void> {
  const client = new Client({ connectionString: adminUrl });
  await client.connect();
  try {
    const { rowCount } = await client.query("SELECT 1 FROM pg_database WHERE datname = $1", [name]);
    if (rowCount === 0) await client.query(`CREATE DATABASE ${client.escapeIdentifier(name)}`);
  } finally {
    await client.end();
  }
}
