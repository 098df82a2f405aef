import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, existsSync, openSync, readFileSync } from "node:fs";
import path from "node:path";
import { Client } from "pg";
import { Complaint } from "../complaint";
import { isRunning } from "../processes";
import { type Account, chooseAccount } from "./account";
import { type Binaries, findBinaries } from "./binaries";
import { CLUSTER_USER, initialise } from "./initialise";
import { plainEnvironment } from "./plain-environment";

const MAJOR = "18";

export type Cluster = { process: ChildProcess; url(database: string): string; stop(): Promise<void> };

type Options = {
  /** Holds the cluster; made when missing. Nobody else may use it: the caller holds the lock and ended leftovers. */
  folder: string;
  port: number;
  password: string;
  logFile: string;
  /** Trades safety at a power cut for speed. Only for tests. */
  throwAway?: boolean;
  /** By which the next start finds an initdb that outlived us. */
  marker?: Record<string, string>;
};

/** Starts PostgreSQL from the packages on its own data folder, making that first if need be. */
export async function startCluster(options: Options): Promise<Cluster> {
  const binaries = findBinaries();
  const account = chooseAccount(options.folder, [binaries.folder]);
  if (!existsSync(options.folder)) await initialise(binaries, account, options);
  checkMajor(options.folder);
  const server = launch(binaries, account, options);
  const url = (database: string) =>
    `postgresql://${CLUSTER_USER}:${encodeURIComponent(options.password)}@127.0.0.1:${options.port}/${database}`;
  await untilReady(server, url("postgres"), options.logFile);
  return { process: server, url, stop: () => stop(server) };
}

function checkMajor(folder: string): void {
  const found = readFileSync(path.join(folder, "PG_VERSION"), "utf8").trim();
  if (found !== MAJOR) {
    throw new Complaint(
      `${folder} was made by PostgreSQL ${found}; this is ${MAJOR}. docs/operations.md tells how to move it.`,
    );
  }
}

function launch(
  binaries: Binaries,
  account: Account,
  { folder, port, logFile, throwAway }: Options,
): ChildProcess {
  const settings = {
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "",
    max_connections: "100",
    timezone: "UTC",
    log_timezone: "UTC",
    jit: "off",
    ...(throwAway ? { fsync: "off", synchronous_commit: "off", full_page_writes: "off" } : {}),
  };
  const flags = Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  const { program, args, ...identity } = account.wrap(binaries.postgres, [
    "-D",
    folder,
    "-p",
    String(port),
    ...flags,
  ]);
  const logHandle = openSync(logFile, "a");
  try {
    // A process group of its own: Ctrl-C in the terminal must reach us alone, who stop it last.
    return spawn(program, args, {
      ...identity,
      cwd: "/",
      detached: true,
      stdio: ["ignore", logHandle, logHandle],
      env: plainEnvironment(),
    });
  } finally {
    closeSync(logHandle);
  }
}

async function untilReady(server: ChildProcess, url: string, logFile: string): Promise<void> {
  // After a crash it first replays its log, which may take a while.
  const end = Date.now() + 120_000;
  while (server.exitCode === null && server.signalCode === null) {
    const problem = await tryConnecting(url);
    if (problem === undefined) return;
    if (problem === "28P01")
      throw new Complaint("PostgreSQL doesn't know the password in the data folder's secrets.json.");
    if (Date.now() > end) break;
    await new Promise((resolve) => setTimeout(resolve, 40));
  }
  await stop(server);
  throw new Complaint(
    `PostgreSQL did not start: ${lastLine(readFileSync(logFile, "utf8"))} (more in ${logFile})`,
  );
}

async function tryConnecting(connectionString: string): Promise<string | undefined> {
  const client = new Client({ connectionString, connectionTimeoutMillis: 5_000 });
  client.on("error", () => undefined);
  try {
    await client.connect();
    return undefined;
  } catch (error) {
    return (error as { code?: string }).code ?? "unknown";
  } finally {
    await client.end().catch(() => undefined);
  }
}

// SIGINT is PostgreSQL's "fast" stop: open sessions are ended, everything committed is on disk.
async function stop(server: ChildProcess): Promise<void> {
  for (const [signal, patienceMs] of [
    ["SIGINT", 20_000],
    ["SIGQUIT", 5_000],
    ["SIGKILL", 5_000],
  ] as const) {
    if (server.exitCode !== null || server.signalCode !== null || !server.pid || !isRunning(server.pid))
      return;
    const exited = new Promise<void>((resolve) => server.once("exit", () => resolve()));
    server.kill(signal);
    await Promise.race([exited, new Promise((resolve) => setTimeout(resolve, patienceMs).unref())]);
  }
}

function lastLine(text: string): string {
  return text.trim().split("\n").at(-1) ?? "";
}
