import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { isRunning, processesMarked, waitUntil } from "../../scripts/start/processes";

/** A whole `npm start` of its own, as a person would run it. */
export class ShopProcess {
  output = "";
  exitCode: number | null | undefined;
  readonly #env: Record<string, string>;
  #child: ChildProcess | undefined;

  constructor(env: Record<string, string>) {
    this.#env = env;
  }

  /** Resolves when it says that it runs, or when it has ended. */
  async start(): Promise<this> {
    this.output = "";
    this.exitCode = undefined;
    const child = spawn("npm", ["--silent", "start"], { env: this.#environment(), detached: true });
    this.#child = child;
    const hear = (text: Buffer) => {
      if (child === this.#child) this.output += text;
    };
    child.stdout.on("data", hear);
    child.stderr.on("data", hear);
    child.once("exit", (code) => {
      // One that was killed may be reported only after the next was started.
      if (child === this.#child) this.exitCode = code;
    });
    await waitUntil(() => this.exitCode !== undefined || this.output.includes("is running"), 280_000);
    return this;
  }

  /** What Ctrl-C does: the signal goes to npm and everything in its process group. */
  async interrupt(): Promise<void> {
    const pid = this.#child?.pid;
    if (pid !== undefined && this.exitCode === undefined) process.kill(-pid, "SIGINT");
    await waitUntil(() => this.exitCode !== undefined, 30_000);
  }

  async killNpm(): Promise<void> {
    if (this.#child?.pid !== undefined) killNow(this.#child.pid);
  }

  /** `kill -9` of npm, the start, and all that it started, at once. */
  async killEverything(): Promise<void> {
    const pids = [...this.servicePids(), this.postgresPid(), this.startPid(), this.#child?.pid].filter(
      (pid) => pid !== undefined,
    );
    for (const pid of pids) killNow(pid);
    await waitUntil(() => !pids.some(isRunning), 10_000);
  }

  /** Processes with our mark: web server, worker, simulator. `name` as in their TOUCHMARK_PROCESS. */
  servicePids(name?: string): number[] {
    const marked = processesMarked("TOUCHMARK_STARTED_FOR", this.dataFolder);
    if (name === undefined) return marked;
    return processesMarked("TOUCHMARK_PROCESS", name).filter((pid) => marked.includes(pid));
  }

  /** Of the running server; NaN while there is none. */
  postgresPid(): number {
    const file = path.join(this.dataFolder, "postgres/postmaster.pid");
    return existsSync(file) ? Number(readFileSync(file, "utf8").split("\n")[0]) : Number.NaN;
  }

  startPid(): number {
    return (JSON.parse(readFileSync(path.join(this.dataFolder, "start.lock"), "utf8")) as { pid: number })
      .pid;
  }

  databaseUrl(): string {
    const read = (name: string) => JSON.parse(readFileSync(path.join(this.dataFolder, name), "utf8"));
    const { databasePassword } = read("secrets.json") as { databasePassword: string };
    const { postgres } = read("ports.json") as { postgres: number };
    return `postgresql://touchmark:${databasePassword}@127.0.0.1:${postgres}/touchmark`;
  }

  async health(): Promise<{ status: number; body: unknown }> {
    try {
      const response = await fetch(`http://127.0.0.1:${this.#env.PORT}/api/health`, {
        signal: AbortSignal.timeout(10_000),
      });
      return { status: response.status, body: await response.json() };
    } catch {
      return { status: 0, body: undefined };
    }
  }

  get dataFolder(): string {
    return this.#env.DATA_DIR ?? "";
  }

  // Not what the test runner set for itself: NODE_ENV=test, TZ, VITEST….
  #environment(): NodeJS.ProcessEnv {
    const { PATH, HOME, NEXT_DIST_DIR } = process.env;
    const build = NEXT_DIST_DIR ? { NEXT_DIST_DIR } : {};
    return { PATH, HOME, ...build, ...this.#env } as unknown as NodeJS.ProcessEnv;
  }
}

export function killNow(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch {
    // It went by itself.
  }
}
