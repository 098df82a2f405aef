/** `npm run bench:checkouts`: two hundred buyers pay at the same moment; the test of forty, with more. */
import { spawnSync } from "node:child_process";

const test = "tests/integration/promises/many-checkouts.test.ts";
const env = { ...process.env, CHECKOUTS: process.argv[2] ?? "200" };
const { status } = spawnSync("npx", ["vitest", "run", "--project", "integration", test], {
  ...{ env, stdio: "inherit", shell: process.platform === "win32" },
});
process.exitCode = status ?? 1;
