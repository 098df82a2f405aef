import { beforeEach, describe, expect, it } from "vitest";
import { DurationModel } from "@/lib/domain/duration-model";
import { productRoutingSchema } from "@/lib/domain/product";
import { adoptPlan, listWrongPlans } from "@/lib/features/promises/adopt-plan";
import { readLearned } from "@/lib/features/promises/knowledge";
import { getQueueState } from "@/lib/features/workshop/data";
import { rememberPlanMove } from "@/lib/features/workshop/plan-moved";
import { withTransaction } from "@/lib/platform/db";
import { hire, paidOrder } from "../../support/bench-orders";
import { emptyDatabase, testDb } from "../../support/database";
import { createShop, TUESDAY } from "../../support/shop";

const db = testDb();
const ORDERS = 14;
const TRUE_RATIO = 1.5;
let productId = "";
let owner: Awaited<ReturnType<typeof hire>>;

beforeEach(async () => {
  await emptyDatabase();
  ({ productId } = await createShop());
  owner = await hire("Olive", { role: "OWNER" });
  for (let order = 0; order < ORDERS; order += 1) await paidOrder(productId);
  // All but the last order were polished, and took half as long again as planned.
  const last = await db.order.findFirstOrThrow({ orderBy: { number: "desc" } });
  await db.$executeRaw`
    UPDATE "job_stage" SET "status" = 'DONE', "startedAt" = now(), "doneAt" = now(),
           "actualMinutes" = round("typicalMinutes" * ${TRUE_RATIO}::float8)
     WHERE "stageId" = 'polishing'
       AND "jobId" NOT IN (SELECT job."id" FROM "job" AS job JOIN "order_line" AS line ON line."id" = job."orderLineId"
                            WHERE line."orderId" = ${last.id})`;
});

const who = () => ({ now: TUESDAY, actor: owner });
const wrong = async () => {
  const [plan] = await listWrongPlans(TUESDAY, { withPrices: true });
  if (!plan?.adopt) throw new Error("Every plan is right");
  return { ...plan, ...plan.adopt };
};
const planOf = async () => {
  const { routing } = await db.product.findUniqueOrThrow({ where: { id: productId } });
  return productRoutingSchema.parse(routing);
};
const polishing = async () => (await planOf()).find(({ stage }) => stage === "polishing");
/** What polishing of an open piece is expected to take in the middle, by all that is known. */
const expectedMinutes = async () => {
  const state = await getQueueState(TUESDAY);
  const stage = state?.openJobs.flatMap(({ stages }) => stages).find((one) => one.stage === "polishing");
  if (!stage) throw new Error("Nothing is to be polished");
  return Math.exp(new DurationModel(await readLearned()).expect(stage).mu);
};

describe("a plan that is off", () => {
  it("is adopted: plans, prices and events change, what is ordered keeps its own, and the bias isn't counted twice", async () => {
    const plan = await wrong();
    expect(plan).toMatchObject({ stage: "polishing", label: "polishing", ratio: 1.5, designs: 1 });
    const [before, expected] = [await polishing(), await expectedMinutes()];
    const { priceFromMinor, version } = await db.product.findUniqueOrThrow({ where: { id: productId } });
    const frozen = await db.jobStage.findMany({
      select: { id: true, typicalMinutes: true },
      orderBy: { id: "asc" },
    });

    expect(await adoptPlan(plan, who())).toEqual({ ok: true, value: { designs: 1 } });
    const after = await polishing();
    expect(after?.typicalMinutes).toBe(Math.round((before?.typicalMinutes ?? 0) * 1.5));
    const product = await db.product.findUniqueOrThrow({ where: { id: productId } });
    expect(product.version).toBe(version + 1);
    expect(product.priceFromMinor).not.toBe(priceFromMinor);
    const events = await db.event.findMany({ where: { type: { in: ["PLAN_ADOPTED", "PRODUCT_CHANGED"] } } });
    expect(events.map(({ data }) => data)).toEqual([
      { product: "Two-stone ring", fields: ["stages"] },
      { stage: "polishing", ratio: 1.5, designs: 1 },
    ]);
    expect(
      await db.jobStage.findMany({ select: { id: true, typicalMinutes: true }, orderBy: { id: "asc" } }),
    ).toEqual(frozen);

    // The plan has it now, so nothing is off any more; and what is expected of a piece is what it was, but that the plan
    // itself is believed now and not only what was learned.
    expect((await listWrongPlans(TUESDAY, { withPrices: true })).map(({ stage }) => stage)).not.toContain(
      "polishing",
    );
    expect(Math.abs(Math.log((await expectedMinutes()) / expected))).toBeLessThan(0.12);
    const { jobIds } = await paidOrder(productId);
    const fresh = await db.jobStage.findFirstOrThrow({
      where: { jobId: jobIds[0] ?? "", stageId: "polishing" },
    });
    const model = new DurationModel(await readLearned());
    const real = (before?.typicalMinutes ?? 0) * TRUE_RATIO;
    const share = Math.exp(model.expect({ ...fresh, stage: "polishing" }).mu) / real;
    // What choices add to it (metal) isn't the plan's; counted twice it would be half as long again.
    expect(share).toBeGreaterThan(0.9);
    expect(share).toBeLessThan(1.25);
  });

  it("is adopted once, as it was shown, by the owner", async () => {
    const plan = await wrong();
    const artisan = { ...owner, role: "ARTISAN" as const };
    expect(await adoptPlan(plan, { now: TUESDAY, actor: artisan })).toMatchObject({ code: "FORBIDDEN" });
    expect(await adoptPlan({ ...plan, ratio: 3 }, who())).toMatchObject({ code: "STALE" });
    const twice = await Promise.all([adoptPlan(plan, who()), adoptPlan(plan, who())]);
    expect(twice.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect(twice.find(({ ok }) => !ok)).toMatchObject({ code: "STALE" });
    await db.product.update({ where: { id: productId }, data: { version: { increment: 1 } } });
    expect(await adoptPlan(plan, who())).toMatchObject({ code: "STALE" });
  });

  it("isn't adopted at other prices than were shown, which only the owner is", async () => {
    const plan = await wrong();
    expect(plan.prices.most).toBeGreaterThan(0);
    const [seenByOthers] = await listWrongPlans(TUESDAY, { withPrices: false });
    expect(seenByOthers).toMatchObject({ stage: "polishing", designs: 1, adopt: null, alsoFrom: "METAL" });
    await db.workshop.updateMany({ data: { hourlyRateMinor: 9_600 } });
    expect(await adoptPlan(plan, who())).toMatchObject({ code: "STALE" });
    expect(await adoptPlan(await wrong(), who())).toMatchObject({ ok: true });
  });

  it("waits for nobody who looks at other designs, nor keeps anybody from putting one into a bag", async () => {
    const plan = await wrong();
    const { id: _id, ...product } = await db.product.findUniqueOrThrow({ where: { id: productId } });
    const routing = (await planOf()).filter(({ stage }) => stage !== "polishing");
    const { id: other } = await db.product.create({
      data: { ...(product as object), routing, slug: "another", name: "Another" } as Parameters<
        typeof db.product.create
      >[0]["data"],
    });
    const [again] = await Promise.all([wrong()]);
    await withTransaction(async (tx) => {
      await tx.$queryRaw`SELECT 1 FROM "product" WHERE "id" = ${other} FOR UPDATE`;
      // What refers to a design locks its key.
      await tx.$queryRaw`SELECT 1 FROM "product" WHERE "id" = ${productId} FOR KEY SHARE`;
      expect(again.seen).toBe(plan.seen);
      expect(await adoptPlan(plan, who())).toEqual({ ok: true, value: { designs: 1 } });
    });
  });

  it("comes back where the plan is changed back: what was measured stays measured", async () => {
    const plan = await wrong();
    const [before, expected] = [await planOf(), await expectedMinutes()];
    await adoptPlan(plan, who());
    const adopted = await planOf();
    await db.product.update({ where: { id: productId }, data: { routing: before } });
    await withTransaction((tx) => rememberPlanMove(tx, productId, adopted, before));
    expect(await wrong()).toMatchObject({ stage: "polishing", ratio: 1.5 });
    expect(await expectedMinutes()).toBeCloseTo(expected, 6);
  });
});
