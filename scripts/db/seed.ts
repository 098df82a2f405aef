import { existsSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { Complaint } from "../start/complaint";
import { projectRoot } from "./project-files";

/**
 * What prisma/seed/main.ts exports: it puts the sample shop in, all of it or (in one transaction) nothing,
 * leaves a workshop that is set up already alone, and returns a sentence for the terminal.
 */
type SeedModule = { seedSampleShop(options: { ownerPassword: string }): Promise<string> };

export async function seed(ownerPassword: string): Promise<string> {
  const file = path.join(projectRoot, "prisma/seed/main.ts");
  if (!existsSync(file)) throw new Complaint("There is no prisma/seed/main.ts.");
  const { seedSampleShop } = (await import(pathToFileURL(file).href)) as SeedModule;
  const sentence = await seedSampleShop({ ownerPassword });
  const { closeDb } = await import("@/lib/platform/db");
  await closeDb();
  return sentence;
}
