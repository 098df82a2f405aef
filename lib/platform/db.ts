import { PrismaPg } from "@prisma/adapter-pg";
import { Prisma, PrismaClient } from "@/lib/generated/prisma/client";
import { isTransientConflict } from "@/lib/platform/db-errors";
import { getEnv } from "@/lib/platform/env";

export { isUniqueViolation } from "@/lib/platform/db-errors";

/** What a mutation gets: the client inside a transaction. */
export type Tx = Prisma.TransactionClient;

/** A part that several queries share: sql`…`, its values sent apart from the text as those of a whole query are. */
export const sql = Prisma.sql;
export type Sql = Prisma.Sql;

// Next loads this module once per bundle and again on every hot reload: one pool per process all the same.
const shared = globalThis as typeof globalThis & { touchmarkDb?: PrismaClient };

/** Connects on first use, so that importing it needs neither a database nor a complete environment. */
export const db: PrismaClient = new Proxy({} as PrismaClient, {
  get(_target, property) {
    const client = getClient();
    const value: unknown = Reflect.get(client, property);
    return typeof value === "function" ? value.bind(client) : value;
  },
});

type TransactionOptions = {
  isolation?: Prisma.TransactionIsolationLevel;
  timeoutMs?: number;
  /** How often a transaction that lost against another is tried again (serialization failure, deadlock). */
  retries?: number;
};

/** `fn` may run several times: it must do nothing but read and write through `tx`. */
export async function withTransaction<T>(
  fn: (tx: Tx) => Promise<T>,
  { isolation, timeoutMs = 15_000, retries = 4 }: TransactionOptions = {},
): Promise<T> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await db.$transaction(fn, {
        timeout: timeoutMs,
        maxWait: 10_000,
        ...(isolation ? { isolationLevel: isolation } : {}),
      });
    } catch (error) {
      if (attempt >= retries || !isTransientConflict(error)) throw error;
      await pause(20 * 2 ** attempt * (0.5 + Math.random()));
    }
  }
}

/** Tests and scripts close the pool, so that the process may end and the database may be dropped. */
export async function closeDb(): Promise<void> {
  await shared.touchmarkDb?.$disconnect();
  delete shared.touchmarkDb;
}

function getClient(): PrismaClient {
  shared.touchmarkDb ??= new PrismaClient({
    adapter: new PrismaPg(
      {
        connectionString: getEnv().DATABASE_URL,
        application_name: process.env.TOUCHMARK_PROCESS ?? "touchmark",
        max: Number(process.env.DATABASE_POOL || 10),
        connectionTimeoutMillis: 10_000,
        idleTimeoutMillis: 30_000,
        keepAlive: true,
        statement_timeout: 60_000,
        idle_in_transaction_session_timeout: 60_000,
      },
      // A connection that dies while idle (the database was restarted) is replaced on next use: no crash.
      { onPoolError: () => undefined, onConnectionError: () => undefined },
    ),
    errorFormat: "minimal",
  });
  return shared.touchmarkDb;
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
