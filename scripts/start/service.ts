import { type ChildProcess, spawn } from "node:child_process";
import { closeLog, openLog } from "./log-file";
import { isRunning, waitUntil } from "./processes";
import { say } from "./progress";

const MAX_RESTARTS = 5;
const WITHIN_MS = 60_000;

export type ServiceOptions = {
  /** As a person calls it: "web server". */
  label: string;
  args: string[];
  env: NodeJS.ProcessEnv;
  logFile: string;
  /** Its output belongs on the terminal (a developer reads it there). */
  showOutput?: boolean;
  /** It died too often: there is no use in starting it again. */
  onGivenUp(): void;
};

/** A Node program of ours that is kept running: started again when it dies, until it dies too often. */
export class Service {
  readonly #options: ServiceOptions;
  #child: ChildProcess | undefined;
  #stopping = false;
  #deaths: number[] = [];

  constructor(options: ServiceOptions) {
    this.#options = options;
  }

  get label(): string {
    return this.#options.label;
  }

  get logFile(): string {
    return this.#options.logFile;
  }

  start(): void {
    const { args, env, logFile, showOutput } = this.#options;
    const log = showOutput ? undefined : openLog(logFile);
    // A process group of its own: Ctrl-C in the terminal reaches us alone, and we stop everything in order.
    // The channel tells it when we are gone, however that came.
    this.#child = spawn(process.execPath, args, {
      env,
      detached: true,
      stdio: ["ignore", log ?? "inherit", log ?? "inherit", "ipc"],
    });
    if (log !== undefined) closeLog(log);
    this.#child.once("exit", (code, signal) => this.#onExit(signal ?? `exit code ${code}`));
  }

  /** Asks it to stop, and ends whatever of it is left when its patience is over. */
  async stop(patienceMs: number): Promise<void> {
    this.#stopping = true;
    const pid = this.#child?.pid;
    if (pid === undefined) return;
    signalGroup(pid, "SIGTERM");
    await waitUntil(() => !isRunning(pid), patienceMs);
    signalGroup(pid, "SIGKILL");
    await waitUntil(() => !isRunning(pid), 2_000);
  }

  #onExit(how: string): void {
    if (this.#stopping) return;
    const now = Date.now();
    this.#deaths = [...this.#deaths.filter((death) => now - death < WITHIN_MS), now];
    if (this.#deaths.length > MAX_RESTARTS) {
      this.#options.onGivenUp();
      return;
    }
    say(`  The ${this.label} stopped (${how}) and is started again.`);
    setTimeout(() => this.#stopping || this.start(), 250 * 2 ** (this.#deaths.length - 1));
  }
}

function signalGroup(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(-pid, signal);
  } catch {
    // Nobody of the group is left.
  }
}
