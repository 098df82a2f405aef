import { existsSync } from "node:fs";
import path from "node:path";
import { Client } from "pg";
import { projectRoot } from "../db/project-files";
import { runOneOff } from "./one-off";
import type { StopSignal } from "./stop-signal";

/** A shop is there once its workshop has been set up, by the seed or by a person. */
export async function isShopSetUp(databaseUrl: string): Promise<boolean> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rowCount } = await client.query('SELECT 1 FROM workshop WHERE "setUpAt" IS NOT NULL');
    return rowCount !== null && rowCount > 0;
  } finally {
    await client.end();
  }
}

export function hasSeed(): boolean {
  return existsSync(path.join(projectRoot, "prisma/seed/main.ts"));
}

/** In a process of its own: seeding loads the whole catalogue, which `npm start` has no use for afterwards. */
export async function seedSampleShop(
  env: NodeJS.ProcessEnv,
  logFile: string,
  stop: StopSignal,
): Promise<void> {
  await runOneOff({
    args: ["--import", "tsx", "scripts/db/main.ts", "seed"],
    env: { ...env, TOUCHMARK_PROCESS: "seed" },
    logFile,
    failure: "The sample shop could not be set up",
    stop,
  });
}

/** What an empty shop's first page builds on; rows that are there stay as they are. */
export async function seedReferenceData(
  env: NodeJS.ProcessEnv,
  logFile: string,
  stop: StopSignal,
): Promise<void> {
  await runOneOff({
    args: ["--import", "tsx", "scripts/db/main.ts", "reference"],
    env: { ...env, TOUCHMARK_PROCESS: "seed" },
    logFile,
    failure: "The empty shop could not be prepared",
    stop,
  });
}
