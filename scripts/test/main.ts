/**
 * `npm test`: types, lint, then every test there is (architecture, unit, integration, system, end-to-end in a
 * real browser against the production build). Ends with one line: "N passed, N failed".
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { findFreePort } from "../start/ports";
import { findOrInstallBrowser } from "./browser";

type Count = { passed: number; failed: number };

const reports = mkdtempSync(path.join(tmpdir(), "touchmark-test-"));
const counts: Count[] = [
  runCheck("Types", ["next", "typegen"], ["tsc", "--noEmit"]),
  runCheck("Lint and format", ["biome", "check", "."]),
  runVitest("Architecture, unit and integration", ["architecture", "unit", "integration"]),
  runPlaywright(await findFreePort(undefined, [])),
  runVitest("Starting, stopping and killing", ["system"]),
];
const passed = counts.reduce((sum, count) => sum + count.passed, 0);
const failed = counts.reduce((sum, count) => sum + count.failed, 0);
rmSync(reports, { recursive: true, force: true });
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

function runCheck(title: string, ...commands: string[][]): Count {
  announce(title);
  const ok = commands.every((command) => run(command) === 0);
  return ok ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

function runVitest(title: string, projects: string[]): Count {
  announce(title);
  const file = path.join(reports, `vitest-${projects[0]}.json`);
  const status = run([
    "vitest",
    "run",
    ...projects.flatMap((project) => ["--project", project]),
    "--reporter=dot",
    "--reporter=json",
    `--outputFile.json=${file}`,
  ]);
  return readCount(file, status, (report) => ({
    passed: Number(report.numPassedTests),
    // One that wasn't run (its beforeAll failed) has not passed.
    failed: Number(report.numFailedTests) + Number(report.numPendingTests) + Number(report.numTodoTests),
  }));
}

function runPlaywright(port: number): Count {
  announce("End to end, in a browser");
  const file = path.join(reports, "playwright.json");
  const status = run(["playwright", "test"], {
    CHROMIUM_PATH: findOrInstallBrowser(),
    PLAYWRIGHT_JSON_OUTPUT_NAME: file,
    E2E_PORT: String(port),
    E2E_DATA_DIR: path.join(reports, "shop"),
  });
  return readCount(file, status, (report) => {
    const stats = report.stats as Record<"expected" | "unexpected" | "flaky" | "skipped", number>;
    return { passed: stats.expected, failed: stats.unexpected + stats.flaky + stats.skipped };
  });
}

function run([command = "", ...args]: string[], env: Record<string, string> = {}): number {
  return (
    spawnSync("npx", ["--no-install", command, ...args], {
      stdio: "inherit",
      // Logs are read as text.
      env: { NO_COLOR: "1", ...process.env, ...env },
    }).status ?? 1
  );
}

// A runner that died, or failed outside any test, counts as one failure even if its tests all passed.
function readCount(file: string, status: number, count: (report: Record<string, unknown>) => Count): Count {
  try {
    const { passed, failed } = count(JSON.parse(readFileSync(file, "utf8")));
    return { passed, failed: status === 0 ? failed : Math.max(failed, 1) };
  } catch (error) {
    console.error(`No report: ${error instanceof Error ? error.message : String(error)}`);
    return { passed: 0, failed: 1 };
  }
}

function announce(title: string): void {
  console.log(`\n== ${title}`);
}
