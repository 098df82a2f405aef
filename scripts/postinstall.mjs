// After `npm ci`: leave the Prisma client generated. Where install scripts are switched off, or the schema
// isn't there yet (an image that installs packages first), `npm start` does it instead.
import { existsSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");

if (existsSync(path.join(root, "prisma/schema"))) {
  const { generatePrismaClient } = await import("./db/generate-client.mjs");
  generatePrismaClient(root);
}
