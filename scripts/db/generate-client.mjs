// Plain JavaScript on purpose: it runs straight after `npm ci`, before anything is compiled.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";

/** Runs `prisma generate` into lib/generated/prisma and notes for which schema. Throws with the CLI's words. */
export function generatePrismaClient(root) {
  const cli = path.join(root, "node_modules/prisma/build/index.js");
  const result = spawnSync(process.execPath, [cli, "generate", "--no-hints"], {
    cwd: root,
    encoding: "utf8",
    env: {
      ...process.env,
      // `generate` needs no schema engine, yet the CLI would try to download one and fail without a network.
      PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
      PRISMA_HIDE_UPDATE_MESSAGE: "1",
      CHECKPOINT_DISABLE: "1",
    },
  });
  if (result.status !== 0) {
    throw new Error(`The Prisma client could not be generated:\n${result.stderr || result.stdout}`);
  }
  writeFileSync(stampPath(root), schemaFingerprint(root));
}

/** True when lib/generated/prisma was made from the schema and the Prisma version that are here now. */
export function isPrismaClientCurrent(root) {
  const stamp = stampPath(root);
  return existsSync(stamp) && readFileSync(stamp, "utf8") === schemaFingerprint(root);
}

function schemaFingerprint(root) {
  const folder = path.join(root, "prisma/schema");
  const hash = createHash("sha256");
  for (const name of readdirSync(folder).sort())
    hash.update(name).update(readFileSync(path.join(folder, name)));
  hash.update(readFileSync(path.join(root, "node_modules/@prisma/client/package.json")));
  return hash.digest("hex");
}

function stampPath(root) {
  return path.join(root, "lib/generated/prisma/.schema-fingerprint");
}
