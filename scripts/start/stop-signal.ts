import { isAlive, type ProcessId } from "./processes";
import { say } from "./progress";

/** Thrown by `check` to unwind a start that is no longer wanted. */
export class Stopped extends Error {}

/** Whether, and why, everything is to stop: a person asked, or a part can't be kept running. */
export class StopSignal {
  #stop: (failure?: Error) => void = () => undefined;
  #asked = false;
  #failure: Error | undefined;

  /** Resolves when a person asked; rejects when a part failed. */
  readonly asked = new Promise<void>((resolve, reject) => {
    this.#stop = (failure) => (failure ? reject(failure) : resolve());
  });

  constructor(launchers: ProcessId[]) {
    this.asked.catch(() => undefined);
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => this.#onSignal());
    if (launchers.length === 0) return;
    const watch = setInterval(() => launchers.every(isAlive) || this.ask(), 500);
    watch.unref();
  }

  ask(): void {
    if (this.#asked) return;
    this.#asked = true;
    this.#stop();
  }

  fail(failure: Error): void {
    if (this.#asked) return;
    this.#asked = true;
    this.#failure = failure;
    this.#stop(failure);
  }

  check(): void {
    if (this.#failure) throw this.#failure;
    if (this.#asked) throw new Stopped();
  }

  // npm passes on the signal that the terminal has sent us already: two within a moment are one.
  #firstAt = 0;
  #onSignal(): void {
    if (this.#firstAt === 0) this.#firstAt = Date.now();
    else if (Date.now() - this.#firstAt > 1_500) {
      say("  Stopped at once. The next start ends what is left.");
      process.exit(1);
    }
    this.ask();
  }
}
