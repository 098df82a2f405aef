import { Temporal } from "temporal-polyfill";
import { beforeAll, describe, expect, it } from "vitest";
import * as z from "zod/mini";
import { readEvent } from "@/lib/domain/event";
import { priceLineSchema } from "@/lib/domain/price";
import { describeSpec, readSpec } from "@/lib/domain/spec";
import { toIsoDay } from "@/lib/features/orders/days";
import { getForecasts } from "@/lib/features/promises/ahead";
import { getPromiseRecord, getPromisesKept } from "@/lib/features/promises/scores";
import { getWorkshopFacts } from "@/lib/features/workshop/data";
import { verifyPassword } from "@/lib/platform/password";
import { seedSample } from "@/prisma/seed/main";
import { seedReference } from "@/prisma/seed/reference";
import { testDb } from "../../support/database";

const now = Temporal.Instant.from("2026-11-22T10:00:00Z");
const password = "a-sample-password";
const db = testDb();
let seconds = 0;

beforeAll(async () => {
  const begun = performance.now();
  await seedSample(db, now, { password });
  seconds = (performance.now() - begun) / 1000;
}, 120_000);

describe("the sample shop in the database", () => {
  it("is there in a moment, and a second time changes nothing", async () => {
    expect(seconds).toBeLessThan(60);
    const before = await db.order.count();
    expect(await seedSample(db, now, { password })).toEqual({ done: false, products: 0, orders: 0, jobs: 0 });
    expect(await db.order.count()).toBe(before);
  });

  it("has 24 products on sale, each with pictures, a price and facets", async () => {
    const products = await db.product.findMany({ include: { pictures: true } });
    expect(products).toHaveLength(24);
    expect(
      products.filter(
        ({ status, pictures, priceFromMinor }) =>
          status !== "ACTIVE" || pictures.length === 0 || priceFromMinor < 5000,
      ),
    ).toEqual([]);
    const band = products.find(({ slug }) => slug === "hammered-band");
    expect(band).toMatchObject({ priceFromMinor: 9500, kind: "RING" });
    expect(band?.metals).toContain("platinum-950");
  });

  it("signs in the owner and three artisans with the password given", async () => {
    const users = await db.user.findMany({ orderBy: { email: "asc" } });
    expect(users.map(({ email, role }) => [email, role])).toEqual([
      ["jonas@example.com", "ARTISAN"],
      ["kit@example.com", "ARTISAN"],
      ["maud@example.com", "ARTISAN"],
      ["rosalind@example.com", "OWNER"],
    ]);
    expect(await verifyPassword(password, users[0]?.passwordHash ?? "")).toBe(true);
  });

  it("prices by the newest metal price, and has a year of older ones", async () => {
    const facts = await getWorkshopFacts(now);
    expect(facts?.alloys).toHaveLength(9);
    expect(facts?.alloys.find(({ id }) => id === "sterling-silver")?.pricePerGramMinor).toBe(110);
    expect(await db.metalPrice.count({ where: { alloyId: "18k-yellow-gold" } })).toBe(14);
  });
});

describe("the year behind it", () => {
  it("has about 600 finished orders and exactly 40 pieces in the house", async () => {
    const finished = await db.order.count({ where: { status: "SHIPPED" } });
    expect(finished).toBeGreaterThan(550);
    expect(finished).toBeLessThan(680);
    expect(await db.job.count({ where: { status: { in: ["OPEN", "ON_HOLD", "READY"] } } })).toBe(40);
  });

  it("has something of everything that a studio sees", async () => {
    const open = await db.job.findMany({
      where: { status: { in: ["OPEN", "ON_HOLD", "READY"] } },
      include: { stages: true, orderLine: true },
    });
    const today = now.toString().slice(0, 10);
    expect(open.filter(({ dueOn }) => toIsoDay(dueOn) < today).length).toBeGreaterThanOrEqual(1);
    expect(open.filter(({ status }) => status === "ON_HOLD").length).toBeGreaterThanOrEqual(2);
    expect(open.filter(({ status }) => status === "READY").length).toBeGreaterThanOrEqual(2);
    expect(open.filter(({ orderLine }) => orderLine.gift).length).toBeGreaterThanOrEqual(3);
    expect(
      open.filter(({ stages }) => stages.some(({ round, status }) => round > 1 && status !== "DONE")).length,
    ).toBeGreaterThanOrEqual(1);
    expect(
      open.filter(({ stages }) => stages.some(({ status }) => status === "STARTED")).length,
    ).toBeGreaterThanOrEqual(5);
    const statuses = await db.order.groupBy({ by: ["status"], _count: true });
    expect(statuses.map(({ status }) => status).sort()).toEqual([
      "AWAITING_PAYMENT",
      "CANCELLED",
      "EXPIRED",
      "PAID",
      "SHIPPED",
    ]);
    expect(await db.refund.count()).toBeGreaterThanOrEqual(5);
  });

  it("adds up: every line's parts to its price, every order's lines to its total", async () => {
    const orders = await db.order.findMany({ include: { lines: true, checkouts: true, refunds: true } });
    const wrong = orders.filter((order) => {
      const lines = order.lines.reduce((sum, line) => sum + line.totalMinor, 0);
      const parts = order.lines.every(
        ({ priceLines, unitMinor }) =>
          z
            .array(priceLineSchema)
            .parse(priceLines)
            .reduce((sum, part) => sum + part.amountMinor, 0) === unitMinor,
      );
      const refunds = order.refunds.reduce((sum, refund) => sum + refund.amountMinor, 0);
      return lines !== order.subtotalMinor || !parts || refunds !== order.refundedMinor;
    });
    expect(wrong.map(({ number }) => number)).toEqual([]);
    const tokens = new Set(orders.map(({ token }) => token));
    expect(tokens.size).toBe(orders.length);
  });

  it("has one job per piece of every paid order, and none for the others", async () => {
    const lines = await db.orderLine.findMany({
      include: { order: true, _count: { select: { jobs: true } } },
    });
    const wrong = lines.filter(
      ({ order, quantity, _count }) => _count.jobs !== (order.paidAt ? quantity : 0),
    );
    expect(wrong).toEqual([]);
  });

  it("keeps the order of things: stage after stage, checked before packed, shipped after ready", async () => {
    const jobs = await db.job.findMany({
      include: { stages: { orderBy: { position: "asc" } }, shipment: true },
    });
    const wrong = jobs.filter(({ stages, shipment, finishedAt }) => {
      const positions = stages.every((stage, index) => stage.position === index);
      const times = stages.flatMap(({ startedAt, doneAt }) =>
        [startedAt, doneAt].filter((at) => at !== null),
      );
      const ordered = times.every((at, index) => index === 0 || at >= (times[index - 1] ?? at));
      const done = stages.findLastIndex(({ status }) => status === "DONE");
      const inOrder = stages.every(({ status }, index) => index <= done === (status === "DONE"));
      return (
        !positions ||
        !ordered ||
        !inOrder ||
        (shipment && finishedAt && shipment.shippedAt < finishedAt) ||
        times.some((at) => at.getTime() > now.epochMilliseconds)
      );
    });
    expect(wrong.map(({ number }) => number)).toEqual([]);
  });

  it("tells events that this version can read, in order of time, none from the future", async () => {
    const events = await db.event.findMany({ orderBy: { id: "asc" } });
    expect(events.length).toBeGreaterThan(8000);
    expect(events.filter((event) => readEvent(event) === null)).toEqual([]);
    expect(events.filter(({ at }, index) => at < (events[index - 1]?.at ?? at))).toEqual([]);
    expect(events.filter(({ at }) => at.getTime() > now.epochMilliseconds)).toEqual([]);
  });

  it("freezes specs that read in words", async () => {
    const specs = await db.spec.findMany();
    for (const { canonical } of specs)
      expect(describeSpec(readSpec(canonical)).length).toBeGreaterThanOrEqual(2);
  });

  it("gives the studio a queue that it can forecast to the end", async () => {
    const looked = await getForecasts(now);
    if (!looked) throw new Error("There is no workshop");
    const forecasts = [...looked.forecasts.values()];
    expect(forecasts.length).toBeGreaterThan(25);
    expect(forecasts.filter(({ ready }) => ready.p90 === null)).toEqual([]);
  });

  it("has a record of promises: about nine in ten were kept", async () => {
    const { kept, byMonth, reliability } = await getPromiseRecord(now, { withPrices: false });
    expect(kept.of).toBeGreaterThan(300);
    expect(kept.kept / kept.of).toBeGreaterThan(0.8);
    expect(kept.kept / kept.of).toBeLessThan(0.98);
    expect(byMonth.length).toBeGreaterThan(10);
    expect(reliability.at(-2)?.came).toBeGreaterThan(0.8);
    expect(await getPromisesKept(now)).toEqual(kept);
  });

  it("lets the next order take the next number", async () => {
    const last = await db.order.findFirstOrThrow({ orderBy: { placedAt: "desc" } });
    const [next] = await db.$queryRaw<{ number: bigint }[]>`SELECT nextval('order_number_seq') AS number`;
    expect(`TM-${Number(next?.number) - 1}`).toBe(last.number);
  });
});

it("the reference data alone leaves what the workshop has changed as it is", async () => {
  await db.stage.update({ where: { id: "forming" }, data: { label: "Smithing" } });
  await seedReference(db, now);
  expect((await db.stage.findUniqueOrThrow({ where: { id: "forming" } })).label).toBe("Smithing");
  expect(await db.metalPrice.count({ where: { alloyId: "platinum-950" } })).toBe(14);
});
