import type { GivenEnv } from "@/lib/platform/env";
import { Complaint } from "./complaint";
import type { DataFolder } from "./data-folder";
import { usesSimulator } from "./environment";
import { lastLines } from "./log-file";
import { Service } from "./service";
import type { StopSignal } from "./stop-signal";

type Setting = {
  given: GivenEnv;
  data: DataFolder;
  env: NodeJS.ProcessEnv;
  simulatorPort: number;
  dev: boolean;
  stop: StopSignal;
};

/** The programs that a shop is made of, beside its database. */
export function createServices({ given, data, env, simulatorPort, dev, stop }: Setting): Service[] {
  const create = (label: string, name: string, args: string[], more: Record<string, string> = {}) => {
    const logFile = data.inside("logs", `${name}.log`);
    return new Service({
      label,
      args,
      env: { ...env, TOUCHMARK_PROCESS: name, ...more },
      logFile,
      showOutput: dev,
      onGivenUp: () =>
        stop.fail(new Complaint(`The ${label} stops again and again:\n${lastLines(logFile, 15)}`)),
    });
  };
  const web = dev
    ? ["node_modules/next/dist/bin/next", "dev", "-p", String(given.PORT)]
    : ["--import", "tsx", "scripts/web/main.ts"];
  const simulator = () =>
    create("Stripe simulator", "simulator", ["--import", "tsx", "scripts/stripe-simulator/main.ts"], {
      STRIPE_SIMULATOR_PORT: String(simulatorPort),
      STRIPE_SIMULATOR_DATA: data.inside("stripe-simulator"),
      // Not by way of APP_URL: that may lead through a proxy that isn't up yet.
      STRIPE_WEBHOOK_URL: `http://127.0.0.1:${given.PORT}/api/stripe/webhook`,
    });
  return [
    create("web server", "web", web),
    // Reloads itself in development, as the pages do.
    create("worker", "worker", [
      ...(dev ? ["node_modules/tsx/dist/cli.mjs", "watch"] : ["--import", "tsx"]),
      "scripts/worker/main.ts",
    ]),
    ...(usesSimulator(given) ? [simulator()] : []),
  ];
}
