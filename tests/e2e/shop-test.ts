import { readFileSync } from "node:fs";
import path from "node:path";
import { test as base, type ConsoleMessage, expect, type Page } from "@playwright/test";

/**
 * Every page of every test is watched: an exception, a console.error or a breach of the content security policy
 * fails it. `expectErrors` names those that a test brings about on purpose.
 */
export const test = base.extend<{ expectErrors: (...patterns: RegExp[]) => void; watched: undefined }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs from this very pattern
  expectErrors: async ({}, use) => {
    await use((...patterns) => expected.push(...patterns));
  },
  watched: [
    async ({ context }, use) => {
      const heard: string[] = [];
      expected.length = 0;
      context.on("weberror", (error) => heard.push(String(error.error())));
      context.on("console", (message) => {
        if (message.type() === "error") heard.push(wordsOf(message));
      });
      await use(undefined);
      expect(heard.filter((words) => !expected.some((pattern) => pattern.test(words)))).toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };

// One test at a time in a worker, so one list is enough.
const expected: RegExp[] = [];

function wordsOf(message: ConsoleMessage): string {
  return `${message.text()} (${message.location().url})`;
}

const dataDir = process.env.E2E_DATA_DIR ?? "";

/** Of the sample shop: the owner and every artisan of it sign in with the one that its first start made. */
export function samplePassword(): string {
  return readSecrets().sampleOwnerPassword;
}

export async function signIn(page: Page, email: string, next = "/studio"): Promise<void> {
  await page.goto(`/sign-in?next=${encodeURIComponent(next)}`);
  await page.getByLabel("E-mail address").fill(email);
  await page.getByLabel("Password").fill(samplePassword());
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL((url) => url.pathname === next);
}

export const OWNER = "rosalind@example.com";
export const ENGRAVER = "maud@example.com";
export const POLISHER = "jonas@example.com";

function readSecrets(): { sampleOwnerPassword: string } {
  return JSON.parse(readFileSync(path.join(dataDir, "secrets.json"), "utf8"));
}
