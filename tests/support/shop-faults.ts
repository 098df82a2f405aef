import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { Client } from "pg";
import { expect } from "vitest";
import type { ShopProcess } from "./shop-process";
import { tellSimulator } from "./tell-simulator";

/** What a test of faults asks a whole running shop, and does to it. */
export class ShopFaults {
  readonly #shop: ShopProcess;

  constructor(shop: ShopProcess) {
    this.#shop = shop;
  }

  async query(sql: string, values: unknown[] = []): Promise<Record<string, unknown>[]> {
    const client = new Client({ connectionString: this.#shop.databaseUrl() });
    await client.connect();
    try {
      return (await client.query(sql, values)).rows;
    } finally {
      await client.end();
    }
  }

  /** Everything that an order of this buyer has led to so far. */
  async books(email: string): Promise<Record<string, number>> {
    const [row] = await this.query(
      `SELECT (SELECT count(*)::int FROM "order" o WHERE o.email = $1 AND o.status = 'PAID') AS paid,
              (SELECT count(*)::int FROM job j JOIN order_line l ON l.id = j."orderLineId"
                 JOIN "order" o ON o.id = l."orderId" WHERE o.email = $1) AS jobs,
              (SELECT count(*)::int FROM mail m WHERE m.recipient = $1 AND m.status = 'SENT') AS sent,
              (SELECT count(*)::int FROM mail m WHERE m.recipient = $1 AND m.status <> 'SENT') AS unsent`,
      [email],
    );
    return row as Record<string, number>;
  }

  /** Mails to this address as they lie in the folder that stands for the mail server. */
  mailsTo(email: string): string[] {
    const folder = path.join(this.#shop.dataFolder, "mail");
    return readdirSync(folder)
      .filter((name) => name.endsWith(".txt"))
      .filter((name) =>
        readFileSync(path.join(folder, name.replace(/txt$/, "json")), "utf8").includes(email),
      );
  }

  tellSimulator(command: string, body: object = {}): Promise<Record<string, unknown>> {
    return tellSimulator(this.#shop.dataFolder, command, body);
  }

  /** Until another process has taken the place of those killed, and all is well. */
  async untilBack(name: string, killed: readonly number[]): Promise<void> {
    await expect
      .poll(() => this.#shop.servicePids(name).filter((pid) => !killed.includes(pid)), { timeout: 30_000 })
      .not.toEqual([]);
    await expect
      .poll(async () => (await this.#shop.health()).status, { timeout: 60_000, interval: 200 })
      .toBe(200);
  }
}
