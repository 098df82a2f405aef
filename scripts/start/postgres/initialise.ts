import { spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { chownSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { Complaint } from "../complaint";
import type { Account } from "./account";
import type { Binaries } from "./binaries";
import { plainEnvironment } from "./plain-environment";

export const CLUSTER_USER = "touchmark";

type Options = { folder: string; password: string; throwAway?: boolean; marker?: Record<string, string> };

/** Makes a cluster in a folder beside `folder`, then renames it: a start killed half way leaves nothing half made. */
export async function initialise(binaries: Binaries, account: Account, options: Options): Promise<void> {
  removeUnfinished(options.folder);
  const fresh = `${options.folder}.new-${randomUUID()}`;
  const passwordFile = `${fresh}.password`;
  mkdirSync(fresh, { mode: 0o700 });
  writeFileSync(passwordFile, options.password, { mode: 0o600, flag: "wx" });
  try {
    if (account.owner) {
      for (const place of [fresh, passwordFile]) chownSync(place, account.owner.uid, account.owner.gid);
    }
    await runInitdb(binaries, account, fresh, passwordFile, options);
    renameSync(fresh, options.folder);
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

async function runInitdb(
  binaries: Binaries,
  account: Account,
  folder: string,
  passwordFile: string,
  { throwAway, marker }: Options,
): Promise<void> {
  const { program, args, ...identity } = account.wrap(binaries.initdb, [
    `--pgdata=${folder}`,
    `--username=${CLUSTER_USER}`,
    `--pwfile=${passwordFile}`,
    "--auth=scram-sha-256",
    "--encoding=UTF8",
    // Sorts and folds case alike on every machine, whatever locales it has.
    "--locale-provider=builtin",
    "--builtin-locale=C.UTF-8",
    "--locale=C",
    "--text-search-config=english",
    "--no-instructions",
    ...(throwAway ? ["--no-sync"] : []),
  ]);
  // A process group of its own: after Ctrl-C it takes its second, and we stop in order.
  const initdb = spawn(program, args, {
    ...identity,
    cwd: "/",
    detached: true,
    stdio: ["ignore", "ignore", "pipe"],
    env: { ...plainEnvironment(), ...marker },
  });
  let complaint = "";
  initdb.stderr.setEncoding("utf8").on("data", (text: string) => {
    complaint += text;
  });
  const code = await new Promise((resolve, reject) => initdb.once("close", resolve).once("error", reject));
  if (code !== 0) {
    const [why = `exit code ${code}`] = complaint
      .split("\n")
      .filter((line) => line.startsWith("initdb: error:"));
    throw new Complaint(`PostgreSQL could not make its data folder: ${why}`);
  }
}

// An initdb that a killed start left may still be writing there: then it goes next time.
function removeUnfinished(folder: string): void {
  const beside = path.dirname(folder);
  for (const name of readdirSync(beside).filter((entry) =>
    entry.startsWith(`${path.basename(folder)}.new-`),
  )) {
    try {
      rmSync(path.join(beside, name), { recursive: true, force: true });
    } catch {
      // Not ours to wait for.
    }
  }
}
