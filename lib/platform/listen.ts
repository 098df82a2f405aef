import { Client } from "pg";
import { getEnv } from "@/lib/platform/env";
import { log } from "@/lib/platform/log";

const CHECK_CONNECTION_MS = 15_000;

export type Listening = {
  channel: string;
  /** in pg_stat_activity */
  name: string;
  /** the connection stands: from now on everything is heard. Whatever was said before was not */
  onReady: () => Promise<void>;
  onLost: () => void;
  onMessage: (payload: string | undefined) => void;
};

/** Hears every NOTIFY on a channel for as long as the process lives, over however many connections that takes. */
export async function listenForever(listening: Listening): Promise<never> {
  for (let failures = 0; ; failures += 1) {
    try {
      await listenOnce(listening, () => {
        failures = 0;
      });
    } catch (error) {
      log.warn({ err: error, channel: listening.channel }, "the connection that tells of changes was lost");
    }
    listening.onLost();
    await pause(Math.min(250 * 2 ** failures, 5_000));
  }
}

/** Resolves or rejects when the connection ends. */
async function listenOnce(listening: Listening, onReady: () => void): Promise<void> {
  const client = new Client({
    connectionString: getEnv().DATABASE_URL,
    application_name: listening.name,
    connectionTimeoutMillis: 5_000,
    keepAlive: true,
  });
  const ended = new Promise<void>((resolve, reject) => {
    client.once("error", reject);
    client.once("end", resolve);
  });
  ended.catch(() => undefined);
  try {
    await client.connect();
    client.on("notification", ({ payload }) => listening.onMessage(payload));
    await client.query(`LISTEN ${listening.channel}`);
    await listening.onReady();
    onReady();
    await Promise.race([ended, checkForever(client)]);
  } finally {
    await client.end().catch(() => undefined);
  }
}

// A connection can die without a word (a firewall forgot it). A question from time to time finds out.
async function checkForever(client: Client): Promise<never> {
  for (;;) {
    await pause(CHECK_CONNECTION_MS);
    await Promise.race([
      client.query("SELECT 1"),
      pause(CHECK_CONNECTION_MS).then(() => Promise.reject(new Error("The database doesn't answer"))),
    ]);
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms).unref());
}
