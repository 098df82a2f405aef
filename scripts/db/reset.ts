import { Client } from "pg";
import { migrate } from "./migrate";

/** Deletes everything in the database and migrates it anew. Returns the migrations applied. */
export async function reset(url: string): Promise<string[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query("DROP SCHEMA IF EXISTS graphile_worker CASCADE");
    await client.query("DROP SCHEMA public CASCADE");
    await client.query("CREATE SCHEMA public");
  } finally {
    await client.end();
  }
  return migrate(url);
}
