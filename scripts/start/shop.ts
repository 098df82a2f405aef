import type { GivenEnv } from "@/lib/platform/env";
import { generatePrismaClient, isPrismaClientCurrent } from "../db/generate-client.mjs";
import { migrate } from "../db/migrate";
import { projectRoot } from "../db/project-files";
import { buildIfNeeded } from "./build";
import { claimDataFolder } from "./claim";
import { Complaint } from "./complaint";
import { DataFolder } from "./data-folder";
import { checkGivenDatabase, type Database, keepEmbeddedDatabase } from "./database";
import { completeEnvironment, usesSimulator } from "./environment";
import { untilHealthy } from "./healthy";
import { isPortFree } from "./ports";
import { say, step } from "./progress";
import { hasSeed, isShopSetUp, seedReferenceData, seedSampleShop } from "./sample-shop";
import { createServices } from "./services";
import { Stopped, StopSignal } from "./stop-signal";
import { describeShop } from "./welcome";

/** Runs the whole shop until it is told to stop. */
export async function startShop(given: GivenEnv, dev: boolean): Promise<void> {
  const data = new DataFolder(given.DATA_DIR);
  const { release, launchers } = await claimDataFolder(data, `http://localhost:${given.PORT}`);
  const stop = new StopSignal(launchers);
  try {
    if (!(await isPortFree(given.PORT))) {
      throw new Complaint(`Port ${given.PORT} is taken by another program. Set PORT to another one.`);
    }
    say("Touchmark is starting.");
    if (!isPrismaClientCurrent(projectRoot)) {
      await step("Generating the database client", async () => generatePrismaClient(projectRoot));
    }
    await withDatabase(given, data, stop, (database) => runOn(database, { given, data, stop, dev }));
  } catch (error) {
    if (!(error instanceof Stopped)) throw error;
  } finally {
    release();
  }
  say("Touchmark has stopped.");
  process.exit(0);
}

type Setting = { given: GivenEnv; data: DataFolder; stop: StopSignal; dev: boolean };

async function withDatabase(
  given: GivenEnv,
  data: DataFolder,
  stop: StopSignal,
  use: (database: Database) => Promise<void>,
): Promise<void> {
  const giveUp = (why: string) => stop.fail(new Complaint(`The database can't be kept running: ${why}.`));
  const database = given.DATABASE_URL
    ? await checkGivenDatabase(given.DATABASE_URL)
    : await step("Starting PostgreSQL", () => keepEmbeddedDatabase(data, giveUp));
  try {
    stop.check();
    await use(database);
  } finally {
    await database.stop();
  }
}

async function runOn(database: Database, { given, data, stop, dev }: Setting): Promise<void> {
  const applied = await migrate(database.url);
  if (applied.length > 0) say(`  The database was brought up to date (${applied.at(-1)}).`);
  const simulatorPort = usesSimulator(given) ? await data.portFor("simulator") : 0;
  const env = completeEnvironment({ given, data, databaseUrl: database.url, simulatorPort, dev });

  stop.check();
  if (hasSeed() && !(await isShopSetUp(database.url))) {
    const log = data.inside("logs", "seed.log");
    if (given.SAMPLE_SHOP === "on")
      await step("Setting up the sample shop", () => seedSampleShop(env, log, stop));
    else await step("Preparing an empty shop", () => seedReferenceData(env, log, stop));
  }
  stop.check();
  if (!dev) await buildIfNeeded(env, data.inside("logs", "build.log"), stop);
  stop.check();

  const services = createServices({ given, data, env, simulatorPort, dev, stop });
  try {
    for (const service of services) service.start();
    await step("Starting the shop", () => untilHealthy(given.PORT, stop));
    say(await describeShop({ given, data, databaseUrl: database.url, simulatorPort }));
    await stop.asked;
    say("Touchmark is stopping …");
  } finally {
    await Promise.all(services.map((service) => service.stop(8_000)));
  }
}
