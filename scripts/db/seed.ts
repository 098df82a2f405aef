import { existsSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { Complaint } from "../start/complaint";
import { projectRoot } from "./project-files";

/** What prisma/seed/main.ts exports. It opens its own connection through lib/platform/db. */
type SeedModule = { seedSampleShop(): Promise<string> };

/** Puts the sample shop into the database behind `url`; the seed itself leaves a shop that is there alone. */
export async function seed(url: string): Promise<string> {
  const file = path.join(projectRoot, "prisma/seed/main.ts");
  if (!existsSync(file)) throw new Complaint("There is no prisma/seed/main.ts yet.");
  process.env.DATABASE_URL = url;
  const { seedSampleShop } = (await import(pathToFileURL(file).href)) as SeedModule;
  return seedSampleShop();
}
