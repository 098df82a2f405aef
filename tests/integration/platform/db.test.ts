import { describe, expect, it } from "vitest";
import { addJob } from "@/lib/adapters/queue/add-job";
import { notifyCacheTags } from "@/lib/platform/cache-signals";
import { db, isUniqueViolation, type Tx, withTransaction } from "@/lib/platform/db";
import { sqlState } from "@/lib/platform/db-errors";
import { testConnection, testDb, waitingJobs } from "@/tests/support/database";

const closure = { date: new Date("2026-12-25"), name: "Christmas" };

describe("isUniqueViolation", () => {
  it("recognises a violated constraint by its name and by its columns, also inside a transaction", async () => {
    const rate = { key: "sign-in", windowStart: new Date(0), count: 1 };
    await testDb().rateLimit.create({ data: rate });
    for (const client of [
      db.rateLimit.create({ data: rate }),
      withTransaction((tx) => tx.rateLimit.create({ data: rate })),
    ]) {
      const error = await client.then(
        () => undefined,
        (reason: unknown) => reason,
      );
      expect(isUniqueViolation(error)).toBe(true);
      expect(isUniqueViolation(error, "rate_limit_pkey")).toBe(true);
      expect(isUniqueViolation(error, "order_number_key")).toBe(false);
      expect(isUniqueViolation(error, ["number"])).toBe(false);
    }
  });

  it("tells two unique constraints of one table apart, a primary key by its name", async () => {
    const stage = { label: "a", buyerLabel: "a", kind: "EXTERNAL" as const };
    await db.stage.create({ data: { ...stage, id: "first", position: 1 } });
    const samePosition = await db.stage
      .create({ data: { ...stage, id: "second", position: 1 } })
      .catch((error: unknown) => error);
    expect(isUniqueViolation(samePosition, ["position"])).toBe(true);
    expect(isUniqueViolation(samePosition, ["id"])).toBe(false);
    const sameId = await db.stage
      .create({ data: { ...stage, id: "first", position: 2 } })
      .catch((error: unknown) => error);
    expect(isUniqueViolation(sameId, "stage_pkey")).toBe(true);
    expect(isUniqueViolation(sameId, ["position"])).toBe(false);
  });

  it("recognises raw SQL's violation, and nothing else", async () => {
    const raw =
      await db.$executeRaw`INSERT INTO closure VALUES ('2026-12-26', 'a'), ('2026-12-26', 'b')`.catch(
        (error: unknown) => error,
      );
    expect(isUniqueViolation(raw, "closure_pkey")).toBe(true);
    const check = await db.taxRate
      .create({ data: { country: "GB", label: "VAT", rateBps: -1 } })
      .catch((error: unknown) => error);
    expect(isUniqueViolation(check)).toBe(false);
    expect(sqlState(check)).toBe("23514");
    expect(isUniqueViolation(new Error("no"))).toBe(false);
  });
});

describe("withTransaction", () => {
  it("tries again when a serializable transaction lost, so that both changes count", async () => {
    await db.rateLimit.create({ data: { key: "counter", windowStart: new Date(0), count: 0 } });
    const where = { key_windowStart: { key: "counter", windowStart: new Date(0) } };
    const addOne = async (tx: Tx) => {
      const row = await tx.rateLimit.findUniqueOrThrow({ where });
      await new Promise((resolve) => setTimeout(resolve, 30));
      await tx.rateLimit.update({ where, data: { count: row.count + 1 } });
    };
    await Promise.all(
      [1, 2, 3].map(() => withTransaction(addOne, { isolation: "Serializable", retries: 8 })),
    );
    expect((await db.rateLimit.findUniqueOrThrow({ where })).count).toBe(3);
  });

  it("tries again when the conflict only shows at commit", async () => {
    // Write skew: each reads what the other writes. PostgreSQL lets one of them fail, possibly at COMMIT.
    await db.taxRate.createMany({
      data: [
        { country: "AA", label: "a", rateBps: 1 },
        { country: "BB", label: "b", rateBps: 1 },
      ],
    });
    let runs = 0;
    const raise = (country: string) => async (tx: Tx) => {
      runs += 1;
      const sum = (await tx.taxRate.findMany()).reduce((total, rate) => total + rate.rateBps, 0);
      await new Promise((resolve) => setTimeout(resolve, 30));
      await tx.taxRate.update({ where: { country }, data: { rateBps: sum } });
    };
    await Promise.all(
      ["AA", "BB"].map((country) => withTransaction(raise(country), { isolation: "Serializable" })),
    );
    const rates = (await db.taxRate.findMany()).map((rate) => rate.rateBps).sort();
    expect(rates).toEqual([2, 3]);
    expect(runs).toBeGreaterThan(2);
  });

  it("tries again after a deadlock", async () => {
    await db.taxRate.createMany({
      data: [
        { country: "CC", label: "c", rateBps: 0 },
        { country: "DD", label: "d", rateBps: 0 },
      ],
    });
    const inOrder =
      (...countries: string[]) =>
      async (tx: Tx) => {
        for (const country of countries) {
          await tx.taxRate.update({ where: { country }, data: { rateBps: { increment: 1 } } });
          await new Promise((resolve) => setTimeout(resolve, 50));
        }
      };
    await Promise.all([withTransaction(inOrder("CC", "DD")), withTransaction(inOrder("DD", "CC"))]);
    expect(
      (await db.taxRate.findMany({ where: { country: { in: ["CC", "DD"] } } })).map((rate) => rate.rateBps),
    ).toEqual([2, 2]);
  });

  it("doesn't try a refused change again", async () => {
    let runs = 0;
    const attempt = withTransaction(async (tx) => {
      runs += 1;
      await tx.taxRate.create({ data: { country: "EE", label: "e", rateBps: 20_000 } });
    });
    await expect(attempt).rejects.toThrow();
    expect(runs).toBe(1);
  });
});

describe("addJob", () => {
  it("commits with its transaction", async () => {
    await withTransaction((tx) => addJob(tx, "platform.sweep", {}, { key: "once" }));
    await withTransaction((tx) => addJob(tx, "platform.sweep", {}, { key: "once" }));
    expect(await waitingJobs()).toEqual([{ task: "platform.sweep", payload: {}, key: "once" }]);
  });

  it("vanishes with its transaction", async () => {
    const before = await waitingJobs();
    await expect(
      withTransaction(async (tx) => {
        await addJob(tx, "platform.sweep", {});
        throw new Error("changed my mind");
      }),
    ).rejects.toThrow("changed my mind");
    expect(await waitingJobs()).toEqual(before);
  });
});

describe("notifyCacheTags", () => {
  it("tells listeners after commit, each tag once, in as many signals as it takes", async () => {
    const heard: string[] = [];
    const listener = await testConnection();
    listener.on("notification", ({ payload }) => heard.push(...(JSON.parse(payload ?? "[]") as string[])));
    await listener.query("LISTEN touchmark_cache");
    const tags = Array.from({ length: 60 }, (_, index) => `product:${"x".repeat(200)}${index}`);
    await expect(
      withTransaction(async (tx) => {
        await notifyCacheTags(tx, ["rolled-back"]);
        throw new Error("rolled back");
      }),
    ).rejects.toThrow();
    await withTransaction(async (tx) => {
      await notifyCacheTags(tx, [...tags, ...tags]);
      await tx.closure.create({ data: closure });
      await new Promise((resolve) => setTimeout(resolve, 50));
      expect(heard).toEqual([]);
    });
    await expect.poll(() => heard.length).toBe(60);
    expect(heard).toEqual(tags);
    await listener.end();
  });
});
