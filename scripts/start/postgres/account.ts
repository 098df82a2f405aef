import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { Complaint } from "../complaint";

/** How to run a program so that PostgreSQL, which refuses to be root, accepts it. */
export type Account = {
  /** Who must own the data folder; undefined where we are an ordinary user and own it anyway. */
  owner?: { uid: number; gid: number };
  /** What to put before a command: the program to spawn, its first arguments, and spawn's own options. */
  wrap(program: string, args: string[]): { program: string; args: string[]; uid?: number; gid?: number };
};

/**
 * Ordinary users run it as themselves. Root runs it as the data folder's owner, the project folder's owner,
 * "postgres" or "nobody", whichever comes first; and where that user can't reach the files (a project under
 * a home of mode 700), through setpriv with the one capability that lets it pass.
 */
export function chooseAccount(dataFolder: string, mustReach: string[]): Account {
  if (process.getuid?.() !== 0) return { wrap: (program, args) => ({ program, args }) };
  const owner = ownerFor(dataFolder, mustReach);
  if ([...mustReach, path.dirname(dataFolder)].every((place) => canEnter(place, owner))) {
    return { owner, wrap: (program, args) => ({ program, args, ...owner }) };
  }
  const prefix = setprivArguments(owner);
  if (spawnSync("setpriv", [...prefix, "true"]).status !== 0) {
    throw new Complaint(
      "PostgreSQL doesn't run as root, and no other user may enter this folder. " +
        "Start as an ordinary user, or move the project out of the private folder, or set DATABASE_URL.",
    );
  }
  return { owner, wrap: (program, args) => ({ program: "setpriv", args: [...prefix, program, ...args] }) };
}

function ownerFor(dataFolder: string, mustReach: string[]): { uid: number; gid: number } {
  const owners = [dataFolder, ...mustReach]
    .filter((place) => existsSync(place))
    .map((place) => statSync(place));
  const byFolder = owners.find(({ uid }) => uid !== 0 && findUser((user) => user.uid === uid));
  if (byFolder) return { uid: byFolder.uid, gid: byFolder.gid };
  const byName = findUser(({ name }) => name === "postgres") ?? findUser(({ name }) => name === "nobody");
  if (!byName)
    throw new Complaint(
      'PostgreSQL doesn\'t run as root, and there is neither a user "postgres" nor "nobody".',
    );
  return { uid: byName.uid, gid: byName.gid };
}

// initdb looks its user up, so the number of a user that has no name won't do.
function findUser(matches: (user: { name: string; uid: number; gid: number }) => boolean) {
  return readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .map((line) => line.split(":"))
    .map(([name = "", , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }))
    .find(matches);
}

/** Whether `user` may enter every folder on the way to `place`, by the permission bits. */
export function canEnter(place: string, user: { uid: number; gid: number }): boolean {
  for (let folder = path.resolve(place); ; folder = path.dirname(folder)) {
    if (existsSync(folder)) {
      const { mode, uid, gid } = statSync(folder);
      const bit = uid === user.uid ? 0o100 : gid === user.gid ? 0o010 : 0o001;
      if ((mode & bit) === 0) return false;
    }
    if (folder === path.dirname(folder)) return true;
  }
}

function setprivArguments({ uid, gid }: { uid: number; gid: number }): string[] {
  const capability = "+dac_override";
  return [
    `--reuid=${uid}`,
    `--regid=${gid}`,
    "--clear-groups",
    // Without this, access(2) looks away from capabilities, and initdb finds no "postgres" beside itself.
    "--securebits=+no_setuid_fixup",
    `--inh-caps=${capability}`,
    `--ambient-caps=${capability}`,
  ];
}
