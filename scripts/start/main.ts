import { projectRoot } from "../db/project-files";
import { Complaint } from "./complaint";
import { readSettings } from "./settings";
import { startShop } from "./shop";

process.chdir(projectRoot);

try {
  const dev = process.argv.includes("--dev");
  await startShop(readSettings(), dev);
} catch (error) {
  console.error(error instanceof Complaint ? error.message : error);
  process.exit(1);
}
