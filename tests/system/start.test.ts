import { mkdtempSync, rmSync, statSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findFreePort } from "../../scripts/start/ports";
import { isRunning } from "../../scripts/start/processes";
import { killNow, ShopProcess } from "../support/shop-process";

const folder = mkdtempSync(path.join(tmpdir(), "touchmark-start-"));
const allWell = {
  status: 200,
  body: { status: "ok", database: "ok", worker: "ok", payments: "ok", cache: "ok" },
};
let port: number;
let shop: ShopProcess;

beforeAll(async () => {
  port = await findFreePort(undefined, []);
  shop = new ShopProcess(environment("data", port));
  await shop.start();
});

afterAll(async () => {
  await shop.interrupt();
  rmSync(folder, { recursive: true, force: true });
});

describe("npm start", () => {
  it("brings up every part and says where", async () => {
    expect(shop.output).toContain(`Shop      http://localhost:${port}\n`);
    expect(await shop.health()).toEqual(allWell);
    expect(statSync(path.join(shop.dataFolder, "secrets.json")).mode & 0o777).toBe(0o600);
  });

  it("refuses a data folder that is in use, in one line", async () => {
    const second = await new ShopProcess(environment("data", await findFreePort(undefined, [port]))).start();
    expect(second.exitCode).toBe(1);
    expect(second.output.trim()).toBe(
      `${shop.dataFolder} is in use: Touchmark runs there already (process ${shop.startPid()}, http://localhost:${port}).`,
    );
  });

  it("refuses a port that is taken, in one line", async () => {
    const server = createServer();
    const taken = await findFreePort(undefined, []);
    await new Promise<void>((resolve) => server.listen(taken, "127.0.0.1", resolve));
    const second = await new ShopProcess(environment("other", taken)).start();
    await new Promise((resolve) => server.close(resolve));
    expect(second.exitCode).toBe(1);
    expect(second.output.trim()).toBe(`Port ${taken} is taken by another program. Set PORT to another one.`);
  });

  it("names what is wrong with the settings, a line each", async () => {
    const second = await new ShopProcess({
      ...environment("other", port),
      PORT: "x",
      DATABASE_URL: "nonsense",
    }).start();
    expect(second.exitCode).toBe(1);
    expect(second.output.trim().split("\n")).toEqual([
      "PORT must be a number",
      "DATABASE_URL must look like postgresql://user:password@host:5432/database",
    ]);
  });

  it("says in one line that a given database doesn't answer", async () => {
    const nobody = `postgresql://a:b@127.0.0.1:${await findFreePort(undefined, [])}/shop`;
    const free = await findFreePort(undefined, [port]);
    const second = await new ShopProcess({ ...environment("other", free), DATABASE_URL: nobody }).start();
    expect(second.exitCode).toBe(1);
    expect(second.output.trim().split("\n").at(-1)).toMatch(
      /^The database behind DATABASE_URL can't be used: connect ECONNREFUSED/,
    );
  });

  it.each(["web", "worker", "simulator"])("starts the %s again when it is killed", async (name) => {
    const before = shop.servicePids(name);
    expect(before).not.toEqual([]);
    for (const pid of before) killNow(pid);
    await expect
      .poll(() => shop.servicePids(name).filter((pid) => !before.includes(pid)), { timeout: 20_000 })
      .not.toEqual([]);
    await expect.poll(() => shop.health(), { timeout: 60_000, interval: 200 }).toEqual(allWell);
  });

  it("starts the database again when it is killed, and keeps what was committed a moment before", async () => {
    await addClosure("2030-01-01", "kept");
    const before = shop.postgresPid();
    killNow(before);
    // Another one: those who served the old connections outlive their postmaster for a moment, and say that all is well.
    const another = () => shop.postgresPid() !== before && isRunning(shop.postgresPid());
    await expect.poll(another, { timeout: 30_000 }).toBe(true);
    await expect.poll(() => shop.health(), { timeout: 60_000, interval: 200 }).toEqual(allWell);
    expect(await closures()).toEqual(["kept"]);
  });

  it("stops everything on Ctrl-C, and is back within ten seconds or so", async () => {
    const pids = [...shop.servicePids(), shop.postgresPid()];
    await shop.interrupt();
    expect(shop.output).toContain("Touchmark has stopped.");
    expect(pids.filter(isRunning)).toEqual([]);

    const start = Date.now();
    await shop.start();
    // Ten on a machine that has nothing else to do; a test run has.
    expect(Date.now() - start).toBeLessThan(25_000);
    expect(await shop.health()).toEqual(allWell);
  });

  it.each([
    ["npm", () => shop.killNpm()],
    ["the start itself", async () => killNow(shop.startPid())],
    ["all of its processes", () => shop.killEverything()],
  ])("recovers after kill -9 of %s, losing nothing", async (what, kill) => {
    const name = `before the kill of ${what}`;
    await addClosure(`2031-01-${what.length}`, name);
    const postgres = shop.postgresPid();
    await kill();
    await shop.start();
    expect(await shop.health()).toEqual(allWell);
    expect(await closures()).toContain(name);
    expect(isRunning(postgres)).toBe(false);
    expect(shop.servicePids("web")).toHaveLength(1);
    expect(shop.servicePids("worker")).toHaveLength(1);
  });
});

function environment(name: string, ownPort: number): Record<string, string> {
  return { DATA_DIR: path.join(folder, name), PORT: String(ownPort), SAMPLE_SHOP: "off" };
}

async function addClosure(date: string, name: string): Promise<void> {
  await query("INSERT INTO closure (date, name) VALUES ($1, $2)", [date, name]);
}

async function closures(): Promise<string[]> {
  return (await query("SELECT name FROM closure ORDER BY date")).map((row) => String(row.name));
}

async function query(sql: string, values: string[] = []): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: shop.databaseUrl() });
  await client.connect();
  try {
    return (await client.query(sql, values)).rows;
  } finally {
    await client.end();
  }
}
