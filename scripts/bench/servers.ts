import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";

export type Server = { origin: string; dataDir: string; process: ChildProcess; stop(): Promise<void> };

/** The whole shop by the ordinary start, on an empty data folder of its own. */
export async function startShop(env: Record<string, string> = {}): Promise<Server> {
  const port = await freePort();
  const dataDir = mkdtempSync(path.join(tmpdir(), "touchmark-bench-"));
  const origin = `http://localhost:${port}`;
  const child = spawn(process.execPath, ["--import", "tsx", "scripts/start/main.ts"], {
    env: { ...process.env, PORT: String(port), DATA_DIR: dataDir, APP_URL: origin, ...env },
    stdio: ["ignore", "ignore", "inherit"],
  });
  await waitFor(`${origin}/api/health`, 300_000);
  return { origin, dataDir, process: child, stop: () => stop(child) };
}

/** A bare static Next page, built and served in the same run on the same machine. */
export async function startBare(): Promise<Server> {
  const folder = path.join(import.meta.dirname, "bare-app");
  const build = spawnSync("npx", ["--no-install", "next", "build", folder], { stdio: "inherit" });
  if (build.status !== 0) throw new Error("The bare page didn't build");
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  const child = spawn(
    process.execPath,
    ["node_modules/next/dist/bin/next", "start", folder, "-p", String(port)],
    {
      stdio: "ignore",
    },
  );
  await waitFor(origin, 30_000);
  return { origin, dataDir: folder, process: child, stop: () => stop(child) };
}

export async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, () => {
      const address = server.address();
      const port = typeof address === "object" && address ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}

export async function waitFor(address: string, limitMs: number): Promise<void> {
  const end = performance.now() + limitMs;
  while (performance.now() < end) {
    const ok = await fetch(address).then(
      (response) => response.ok,
      () => false,
    );
    if (ok) return;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  throw new Error(`${address} didn't answer within ${limitMs / 1000} s`);
}

function stop(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.once("exit", () => resolve());
    child.kill("SIGTERM");
  });
}
