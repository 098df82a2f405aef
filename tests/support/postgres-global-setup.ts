import { chmodSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { TestProject } from "vitest/node";
import { migrate } from "../../scripts/db/migrate";
import { findFreePort } from "../../scripts/start/ports";
import { startCluster } from "../../scripts/start/postgres/cluster";
import { endLeftovers } from "../../scripts/start/postgres/leftovers";
import { isRunning } from "../../scripts/start/processes";
import { recreateDatabase, urlOf } from "./databases";

declare module "vitest" {
  export interface ProvidedContext {
    /** Address of the database "postgres" of the server that the tests share. */
    postgresUrl: string;
    templateName: string;
  }
}

const PREFIX = "touchmark-test-";

/** One server for the whole run, with one migrated database that each test file gets a copy of. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const server = process.env.TEST_DATABASE_URL
    ? givenServer(process.env.TEST_DATABASE_URL)
    : await ownServer();
  const templateName = `touchmark_template_${process.pid}`;
  await recreateDatabase(server.url, templateName);
  await migrate(urlOf(server.url, templateName));
  project.provide("postgresUrl", server.url);
  project.provide("templateName", templateName);
  return server.tearDown;
}

function givenServer(url: string) {
  return { url, tearDown: async () => undefined };
}

async function ownServer() {
  await removeAbandoned();
  const folder = mkdtempSync(path.join(tmpdir(), `${PREFIX}${process.pid}-`));
  // Where root runs the tests, another user runs the server.
  chmodSync(folder, 0o711);
  const cluster = await startCluster({
    folder: path.join(folder, "postgres"),
    port: await findFreePort(undefined, []),
    password: "test",
    logFile: path.join(folder, "postgres.log"),
    throwAway: true,
  });
  const tearDown = async () => {
    await cluster.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  return { url: cluster.url("postgres"), tearDown };
}

// A run that was killed leaves its server working.
async function removeAbandoned(): Promise<void> {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(PREFIX))) {
    const owner = Number(name.slice(PREFIX.length).split("-")[0]);
    if (!owner || isRunning(owner)) continue;
    await endLeftovers(path.join(tmpdir(), name, "postgres"));
    rmSync(path.join(tmpdir(), name), { recursive: true, force: true });
  }
}
