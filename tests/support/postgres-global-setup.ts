import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { TestProject } from "vitest/node";
import { migrate } from "../../scripts/db/migrate";
import { findFreePort } from "../../scripts/start/ports";
import { startCluster } from "../../scripts/start/postgres/cluster";
import { recreateDatabase, urlOf } from "./databases";

declare module "vitest" {
  export interface ProvidedContext {
    /** Address of the database "postgres" of the server that the tests share. */
    postgresUrl: string;
    templateName: string;
  }
}

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
  const folder = mkdtempSync(path.join(tmpdir(), "touchmark-test-"));
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
