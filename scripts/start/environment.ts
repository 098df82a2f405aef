import type { GivenEnv } from "@/lib/platform/env";
import type { DataFolder } from "./data-folder";

/** Marks every process that a start made, so that the next start finds those that outlived it. */
export const MARKER = "TOUCHMARK_STARTED_FOR";

type Parts = { given: GivenEnv; data: DataFolder; databaseUrl: string; simulatorPort: number; dev: boolean };

/** What our processes run with: the given settings, completed with what we provide ourselves. */
export function completeEnvironment({
  given,
  data,
  databaseUrl,
  simulatorPort,
  dev,
}: Parts): NodeJS.ProcessEnv {
  const authSecret = given.AUTH_SECRET ?? data.secrets.authSecret;
  const appUrl = given.APP_URL ?? `http://localhost:${given.PORT}`;
  return {
    ...inherited(),
    NODE_ENV: dev ? "development" : "production",
    NEXT_TELEMETRY_DISABLED: "1",
    [MARKER]: data.path,
    PORT: String(given.PORT),
    DATA_DIR: data.path,
    DATABASE_URL: databaseUrl,
    APP_URL: appUrl,
    AUTH_SECRET: authSecret,
    NEXTAUTH_URL: appUrl,
    NEXTAUTH_SECRET: authSecret,
    SAMPLE_SHOP: given.SAMPLE_SHOP,
    SAMPLE_OWNER_PASSWORD: data.secrets.sampleOwnerPassword,
    LOG_LEVEL: given.LOG_LEVEL,
    ...(usesSimulator(given) ? simulatorSettings(data, simulatorPort) : {}),
  };
}

export function usesSimulator(given: GivenEnv): boolean {
  return !given.STRIPE_SECRET_KEY;
}

function simulatorSettings(data: DataFolder, port: number): Record<string, string> {
  return {
    STRIPE_API_BASE: `http://127.0.0.1:${port}`,
    STRIPE_SECRET_KEY: data.secrets.simulatorKey,
    STRIPE_WEBHOOK_SECRET: data.secrets.simulatorWebhookSecret,
  };
}

// npm's own variables say nothing to our processes, and some of them change how tools behave.
function inherited(): Record<string, string> {
  const entries = Object.entries(process.env).filter(([name]) => !name.startsWith("npm_"));
  return Object.fromEntries(entries.filter((entry): entry is [string, string] => entry[1] !== undefined));
}
