import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { defineConfig } from "@playwright/test";

// Workers read the same values: the first process to load this file fixes them for all.
process.env.E2E_PORT ??= "3211";
process.env.E2E_DATA_DIR ??= mkdtempSync(path.join(tmpdir(), "touchmark-e2e-"));

const origin = `http://localhost:${process.env.E2E_PORT}`;

/** Runs the whole shop by `npm start` on an empty data folder: the production build, as a newcomer gets it. */
export default defineConfig({
  testDir: "tests/e2e",
  outputDir: "test-results",
  // Two cores carry PostgreSQL, the web server and the browser: more workers only wait for each other.
  workers: 2,
  fullyParallel: false,
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  // A page looks the same on every machine that has the same browser: its letters are its own.
  snapshotPathTemplate: "{testDir}/looks/{arg}{ext}",
  reporter: [["list"], ["json"]],
  use: {
    baseURL: origin,
    // It would stand between a test and what the page asks for; tests/e2e/offline lets it in.
    serviceWorkers: "block",
    trace: "retain-on-failure",
    timezoneId: "Asia/Kathmandu",
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH ?? "/usr/bin/chromium",
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
  webServer: {
    command: "npx --no-install tsx scripts/start/main.ts",
    url: `${origin}/api/health`,
    // It includes the build of the pages.
    timeout: 600_000,
    reuseExistingServer: process.env.E2E_REUSE === "1",
    gracefulShutdown: { signal: "SIGTERM", timeout: 15_000 },
    stdout: "pipe",
    env: {
      PORT: process.env.E2E_PORT,
      DATA_DIR: process.env.E2E_DATA_DIR,
      APP_URL: origin,
      STYLEGUIDE: "on",
      TZ: "Asia/Kathmandu",
    },
  },
});
