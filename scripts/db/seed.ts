import { existsSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { Complaint } from "../start/complaint";
import { projectRoot } from "./project-files";

/**
 * What prisma/seed/main.ts exports. The sample shop comes in whole or (in one transaction) not at all, and leaves a
 * workshop that is set up already alone; the reference data are what an empty shop needs before its first page.
 * Both return a sentence for the terminal.
 */
type SeedModule = {
  seedSampleShop(options: { ownerPassword: string }): Promise<string>;
  seedReferenceData(): Promise<string>;
};

export async function seed(ownerPassword: string): Promise<string> {
  return withSeed((module) => module.seedSampleShop({ ownerPassword }));
}

export async function seedReference(): Promise<string> {
  return withSeed((module) => module.seedReferenceData());
}

async function withSeed(use: (module: SeedModule) => Promise<string>): Promise<string> {
  const file = path.join(projectRoot, "prisma/seed/main.ts");
  if (!existsSync(file)) throw new Complaint("There is no prisma/seed/main.ts.");
  const sentence = await use((await import(pathToFileURL(file).href)) as SeedModule);
  const { closeDb } = await import("@/lib/platform/db");
  await closeDb();
  return sentence;
}
