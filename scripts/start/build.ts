import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { projectRoot } from "../db/project-files";
import { takeLock } from "./lock";
import { runOneOff } from "./one-off";
import { say, step } from "./progress";
import type { StopSignal } from "./stop-signal";

/** What a build is made of. Tests, scripts and documents don't count. */
const SOURCES = [
  "app",
  "components",
  "lib",
  "public",
  "prisma/schema",
  "instrumentation.ts",
  "next.config.ts",
  "proxy.ts",
  "tailwind.config.ts",
  "tsconfig.json",
  "package-lock.json",
];

/** Builds the pages unless the build that is there was made from what is here. The database must be up. */
export async function buildIfNeeded(
  env: NodeJS.ProcessEnv,
  logFile: string,
  stop: StopSignal,
): Promise<void> {
  const output = path.join(projectRoot, env.NEXT_DIST_DIR ?? ".next");
  if (isCurrent(output)) return;
  const release = await waitForLock(`${output}.lock`, stop);
  try {
    if (isCurrent(output)) return;
    rmSync(stampFile(output), { force: true });
    const fingerprint = fingerprintSources();
    await step("Building the pages", () => build(env, logFile, stop));
    writeFileSync(stampFile(output), fingerprint);
  } finally {
    release();
  }
}

async function build(env: NodeJS.ProcessEnv, logFile: string, stop: StopSignal): Promise<void> {
  await runOneOff({
    args: ["node_modules/next/dist/bin/next", "build"],
    env: { ...env, TOUCHMARK_PROCESS: "build" },
    logFile,
    failure: "The pages could not be built",
    stop,
  });
}

function isCurrent(output: string): boolean {
  const stamp = stampFile(output);
  return (
    existsSync(path.join(output, "BUILD_ID")) &&
    existsSync(stamp) &&
    readFileSync(stamp, "utf8") === fingerprintSources()
  );
}

function stampFile(output: string): string {
  return path.join(output, "touchmark-sources");
}

function fingerprintSources(): string {
  const hash = createHash("sha256");
  for (const source of SOURCES) addToHash(hash, source);
  // Next writes these into the pages' code.
  for (const name of Object.keys(process.env)
    .filter((key) => key.startsWith("NEXT_PUBLIC_"))
    .sort()) {
    hash.update(`${name}=${process.env[name]}\n`);
  }
  return hash.digest("hex");
}

function addToHash(hash: ReturnType<typeof createHash>, relative: string): void {
  const place = path.join(projectRoot, relative);
  const stat = statSync(place, { throwIfNoEntry: false });
  if (!stat || relative === path.join("lib", "generated")) return;
  if (stat.isDirectory()) {
    for (const name of readdirSync(place).sort()) addToHash(hash, path.join(relative, name));
  } else {
    hash.update(`${relative}\n`).update(readFileSync(place));
  }
}

// Two starts with data folders of their own share one build.
async function waitForLock(file: string, stop: StopSignal): Promise<() => void> {
  for (let told = false; ; told = true) {
    const lock = await takeLock(file, "building");
    if (lock.ok) return lock.release;
    if (!told) say(`  Waiting for process ${lock.holder.pid}, which is building the same pages …`);
    await new Promise((resolve) => setTimeout(resolve, 500));
    stop.check();
  }
}
