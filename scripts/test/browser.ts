import { execFileSync, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { chromium } from "@playwright/test";

const known = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
];

/** The browser for end-to-end tests: one that is there, else one installed by Playwright or by Debian. */
export function findOrInstallBrowser(): string {
  return findBrowser() ?? installBrowser();
}

export function findBrowser(): string | undefined {
  const named = process.env.CHROMIUM_PATH;
  if (named) return named;
  return [...known, chromium.executablePath()].find((path) => existsSync(path));
}

function installBrowser(): string {
  console.log("No Chromium found; installing one.");
  spawnSync("npx", ["playwright", "install", "chromium"], { stdio: "inherit" });
  if (!findBrowser() && process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) {
    execFileSync("apt-get", ["update", "-qq"], { stdio: "inherit" });
    execFileSync("apt-get", ["install", "-y", "-qq", "--no-install-recommends", "chromium"], {
      stdio: "inherit",
    });
  }
  const found = findBrowser();
  if (!found) throw new Error("No Chromium could be installed. Install one and name it in CHROMIUM_PATH.");
  return found;
}
