import { randomUUID } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { Client } from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from "vitest";
import { backup } from "@/scripts/db/backup";
import { readTables } from "@/scripts/db/backup-format";
import { restore } from "@/scripts/db/restore";
import { testDb } from "@/tests/support/database";
import { dropDatabase, recreateDatabase, urlOf } from "@/tests/support/databases";
import { placeOrder } from "@/tests/support/orders";
import { createShop } from "@/tests/support/shop";

const NOW = new Date("2026-11-24T10:00:00Z");
const url = () => process.env.DATABASE_URL ?? "";
const folder = mkdtempSync(path.join(tmpdir(), "touchmark-backup-"));
const photos = path.join(folder, "files");
const file = path.join(folder, "shop.tgz");
const otherName = `touchmark_${randomUUID().replaceAll("-", "")}`;
const other = urlOf(inject("postgresUrl"), otherName);

beforeAll(async () => {
  const { productId } = await createShop();
  await placeOrder(productId);
  // Text that a format of its own would trip over.
  await testDb().artisan.updateMany({ data: { name: 'Maud\t"Ø"\n\\. \\N' } });
  mkdirSync(path.join(photos, "jobs"), { recursive: true });
  writeFileSync(path.join(photos, "jobs", "one.webp"), "a photo");
  await testDb().fileOwner.create({ data: { shopId: randomUUID() } });
  writeFileSync(path.join(photos, "shop-id.txt"), "whose they are");
  await backup(url(), photos, file, NOW);
});

beforeEach(() => recreateDatabase(inject("postgresUrl"), otherName));

afterAll(async () => {
  await dropDatabase(inject("postgresUrl"), otherName);
  rmSync(folder, { recursive: true, force: true });
});

describe("a backup", () => {
  it("brings back every row, every sequence and every photo, in a new database", async () => {
    const restored = path.join(folder, "restored");
    const manifest = await restore(other, restored, file);
    expect(manifest.madeAt).toBe(NOW.toISOString());
    const before = await contents(url());
    expect(Object.values(before).filter((rows) => rows.length > 0).length).toBeGreaterThan(8);
    // But for whose the files are: the shop that was backed up may go on, with the same bucket.
    expect(before.file_owner).toHaveLength(1);
    expect(await contents(other)).toEqual({ ...before, file_owner: [] });
    expect(existsSync(path.join(restored, "shop-id.txt"))).toBe(false);
    expect(await nextOrderNumber(other)).toBe(await nextOrderNumber(url()));
    expect(readFileSync(path.join(restored, "jobs", "one.webp"), "utf8")).toBe("a photo");
  });

  it("goes into an empty database only, and a refused one leaves nothing", async () => {
    await restore(other, photos, file);
    const before = await contents(other);
    await expect(restore(other, photos, file)).rejects.toThrow("an empty database only");
    expect(await contents(other)).toEqual(before);
  });

  it("is refused whole where it is damaged", async () => {
    const half = path.join(folder, "half.tgz");
    writeFileSync(half, readFileSync(file).subarray(0, 2_000));
    await expect(restore(other, photos, half)).rejects.toThrow("is not a whole backup");
    await expect(restore(other, photos, path.join(folder, "none.tgz"))).rejects.toThrow(
      "is not a whole backup",
    );
  });

  it("never overwrites another, and leaves no half of one", async () => {
    await expect(backup(url(), photos, file, NOW)).rejects.toThrow("is there already");
    const failed = path.join(folder, "failed.tgz");
    await expect(backup(other, photos, failed, NOW)).rejects.toThrow();
    expect(existsSync(failed)).toBe(false);
    expect(readdirSync(folder).filter((name) => name.startsWith(".backup-"))).toEqual([]);
  });
});

/** Every row of every table, as text. */
async function contents(of: string): Promise<Record<string, string[]>> {
  return withClient(of, async (client) => {
    const found: Record<string, string[]> = {};
    for (const { name } of await readTables(client)) {
      const { rows } = await client.query<{ row: string }>(
        `SELECT t::text AS row FROM "${name}" t ORDER BY 1`,
      );
      found[name] = rows.map(({ row }) => row);
    }
    return found;
  });
}

async function nextOrderNumber(of: string): Promise<string> {
  return withClient(of, async (client) => {
    const { rows } = await client.query<{ n: string }>("SELECT nextval('order_number_seq') AS n");
    return rows[0]?.n ?? "";
  });
}

async function withClient<T>(of: string, use: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: of });
  await client.connect();
  try {
    return await use(client);
  } finally {
    await client.end();
  }
}
