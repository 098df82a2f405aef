import { Temporal } from "temporal-polyfill";
import { beforeEach, describe, expect, it } from "vitest";
import type { StaffActor } from "@/lib/domain/event";
import {
  addNote,
  cancelJobsForOrder,
  createJobsForOrder,
  finishStage,
  holdJob,
  putBackStage,
  recordCheck,
  resumeJob,
  startStage,
} from "@/lib/features/workshop/mutations";
import { withTransaction } from "@/lib/platform/db";
import { everySkill, hire, paidOrder, workUntil } from "../../support/bench-orders";
import { emptyDatabase, testConnection, testDb } from "../../support/database";
import { goldRing, silverRing } from "../../support/orders";
import { createShop, TUESDAY } from "../../support/shop";

const db = testDb();
let productId = "";
let mara: StaffActor & { artisanId: string | null };
let tom: StaffActor & { artisanId: string | null };

beforeEach(async () => {
  await emptyDatabase();
  ({ productId } = await createShop());
  mara = await hire("Mara", { skills: everySkill });
  tom = await hire("Tom", { skills: ["polishing", "packing"] });
});

const at = (time: string) => Temporal.Instant.from(`2026-11-24T${time}Z`);
const stagesOf = (jobId: string) => db.jobStage.findMany({ where: { jobId }, orderBy: { position: "asc" } });
const eventsOf = async (jobId: string) =>
  (await db.event.findMany({ where: { jobId }, orderBy: { id: "asc" } })).map(({ type }) => type);

describe("a paid order", () => {
  it("becomes one job a piece, each with the stages that its own spec needs", async () => {
    const order = await paidOrder(productId, {
      lines: [
        { personalization: silverRing, quantity: 2, unitMinor: 20_000 },
        { personalization: goldRing, quantity: 1, unitMinor: 90_000 },
      ],
    });
    const jobs = await db.job.findMany({
      orderBy: { number: "asc" },
      include: { stages: true, orderLine: true },
    });
    expect(
      jobs.map(({ number, pieceIndex, status, version }) => [number, pieceIndex, status, version]),
    ).toEqual([
      [`${order.number}-1`, 1, "OPEN", 1],
      [`${order.number}-2`, 2, "OPEN", 1],
      [`${order.number}-3`, 1, "OPEN", 1],
    ]);
    expect(jobs.every((job) => job.dueOn.toISOString() === "2026-12-04T00:00:00.000Z")).toBe(true);
    const stages = jobs.map((job) =>
      job.stages.sort((a, b) => a.position - b.position).map(({ stageId }) => stageId),
    );
    expect(stages[0]).toEqual(stages[1]);
    // Above one gram, gold goes to the assay office.
    expect(stages[0]).not.toContain("assay");
    expect(stages[2]).toContain("assay");
    expect(await eventsOf(jobs[0]?.id ?? "")).toEqual(["JOB_QUEUED"]);
  });

  it("gets its jobs once, whoever asks how often, also at the same moment", async () => {
    const order = await paidOrder(productId);
    const again = () => withTransaction((tx) => createJobsForOrder(tx, order.id, { now: TUESDAY }));
    await Promise.all([again(), again(), again()]);
    expect(await db.job.count()).toBe(2);
    expect(await db.event.count({ where: { type: "JOB_QUEUED" } })).toBe(2);
  });

  it("becomes work on hold, never nothing, where the product has lost what it was made of", async () => {
    await db.product.update({ where: { id: productId }, data: { routing: [] } });
    const { jobIds } = await paidOrder(productId, {
      lines: [{ personalization: silverRing, quantity: 1, unitMinor: 20_000 }],
    });
    const job = await db.job.findFirstOrThrow({ include: { stages: true } });
    expect(job).toMatchObject({
      status: "ON_HOLD",
      holdReason: expect.stringContaining("look at the product"),
    });
    expect(job.stages.length).toBeGreaterThan(0);
    expect(await eventsOf(jobIds[0] ?? "")).toEqual(["JOB_QUEUED", "JOB_HELD"]);
  });
});

describe("a stage", () => {
  /** Back from the casting house: forming is next, at position 1. */
  async function pieceToForm(piece = 0): Promise<{ jobId: string; version: number; position: number }> {
    const { jobIds } = await paidOrder(productId);
    const jobId = jobIds[piece] ?? "";
    return { jobId, version: await workUntil(jobId, "forming", { actor: mara }), position: 1 };
  }
  const formed = async (jobId: string) => (await stagesOf(jobId))[1];

  it("goes through somebody's hands and keeps its working minutes, the night left out", async () => {
    const { jobId, version, position } = await pieceToForm();
    const start = { jobId, version, position, artisanId: null };
    const started = await startStage(start, { now: at("15:30:00"), actor: mara });
    expect(started).toMatchObject({ ok: true, value: { version: version + 1 } });
    expect(await formed(jobId)).toMatchObject({ status: "STARTED", artisanId: mara.artisanId });
    const nextMorning = Temporal.Instant.from("2026-11-25T09:45:00Z");
    const finish = { jobId, version: version + 1, position, minutes: null };
    const finished = await finishStage(finish, { now: nextMorning, actor: mara });
    expect(finished).toMatchObject({ ok: true, value: { version: version + 2 } });
    // 15:30 to 17:00 and 9:00 to 9:45.
    expect(await formed(jobId)).toMatchObject({ status: "DONE", actualMinutes: 135 });
    expect((await eventsOf(jobId)).slice(-2)).toEqual(["STAGE_STARTED", "STAGE_FINISHED"]);
  });

  it("takes elapsed time outside the workshop, in nobody's hands", async () => {
    const [jobId = ""] = (await paidOrder(productId)).jobIds;
    await startStage(
      { jobId, version: 1, position: 0, artisanId: null },
      { now: at("15:00:00"), actor: tom },
    );
    const sunday = Temporal.Instant.from("2026-11-29T15:00:00Z");
    await finishStage({ jobId, version: 2, position: 0, minutes: null }, { now: sunday, actor: tom });
    expect((await stagesOf(jobId))[0]).toMatchObject({
      stageId: "casting",
      artisanId: null,
      actualMinutes: 7200,
    });
  });

  it("keeps the minutes that somebody gave instead of the clock's", async () => {
    const { jobId, version, position } = await pieceToForm();
    await startStage({ jobId, version, position, artisanId: null }, { now: TUESDAY, actor: mara });
    const finish = { jobId, version: version + 1, position, minutes: 25 };
    await finishStage(finish, { now: at("16:00:00"), actor: mara });
    expect((await formed(jobId))?.actualMinutes).toBe(25);
  });

  it("doesn't count the time on hold", async () => {
    const { jobId, version, position } = await pieceToForm();
    await startStage({ jobId, version, position, artisanId: null }, { now: at("10:00:00"), actor: mara });
    const held = { jobId, version: version + 1, reason: "Stone cracked" };
    await holdJob(held, { now: at("11:00:00"), actor: mara });
    await resumeJob({ jobId, version: version + 2 }, { now: at("14:00:00"), actor: mara });
    const finish = { jobId, version: version + 3, position, minutes: null };
    await finishStage(finish, { now: at("14:30:00"), actor: mara });
    expect((await formed(jobId))?.actualMinutes).toBe(90);
  });

  it("doesn't pretend to know work outside everybody's hours", async () => {
    const { jobId, version, position } = await pieceToForm();
    await startStage({ jobId, version, position, artisanId: null }, { now: at("18:00:00"), actor: mara });
    const finish = { jobId, version: version + 1, position, minutes: null };
    await finishStage(finish, { now: at("20:00:00"), actor: mara });
    expect(await formed(jobId)).toMatchObject({ status: "DONE", actualMinutes: null });
  });

  it("is refused to whom lacks the skill, and given to whom is named instead", async () => {
    const { jobId, version, position } = await pieceToForm();
    const start = { jobId, version, position };
    const byTom = { now: TUESDAY, actor: tom };
    const refused = await startStage({ ...start, artisanId: null }, byTom);
    expect(refused).toEqual({
      ok: false,
      code: "LACKS_SKILL",
      message: "This stage isn’t among their skills.",
    });
    expect(await startStage({ ...start, artisanId: mara.artisanId }, byTom)).toMatchObject({ ok: true });
    expect((await formed(jobId))?.artisanId).toBe(mara.artisanId);
    expect(await startStage({ ...start, jobId: "none", artisanId: null }, byTom)).toMatchObject({
      code: "NOT_FOUND",
    });
  });

  it("can be put back, and waits again as if it had never begun", async () => {
    const { jobId, version, position } = await pieceToForm();
    await startStage({ jobId, version, position, artisanId: null }, { now: TUESDAY, actor: mara });
    await putBackStage({ jobId, version: version + 1, position }, { now: at("09:05:00"), actor: mara });
    expect(await formed(jobId)).toMatchObject({ status: "PLANNED", startedAt: null, artisanId: null });
  });
});

describe("checking", () => {
  it("sends a piece back to polishing, then checks and packs it", async () => {
    const [jobId = ""] = (await paidOrder(productId)).jobIds;
    const version = await workUntil(jobId, "checking", { actor: mara });
    const check = (await stagesOf(jobId)).find(({ stageId }) => stageId === "checking");
    const position = check?.position ?? -1;
    const started = await startStage(
      { jobId, version, position, artisanId: null },
      { now: TUESDAY, actor: mara },
    );
    const failed = await recordCheck(
      { jobId, version: version + 1, position, result: "failed", note: "Scratch inside", minutes: 5 },
      { now: at("09:05:00"), actor: mara },
    );
    expect([started.ok, failed.ok]).toEqual([true, true]);
    const tail = (await stagesOf(jobId)).slice(position);
    expect(tail.map(({ stageId, round, status, passed }) => [stageId, round, status, passed])).toEqual([
      ["checking", 1, "DONE", false],
      ["polishing", 2, "PLANNED", null],
      ["checking", 2, "PLANNED", null],
      ["packing", 1, "PLANNED", null],
    ]);
    await workUntil(jobId, null, { now: at("10:00:00"), actor: mara });
    const job = await db.job.findUniqueOrThrow({ where: { id: jobId } });
    expect(job).toMatchObject({ status: "READY", finishedAt: new Date("2026-11-24T10:00:00Z") });
    expect((await eventsOf(jobId)).slice(-2)).toEqual(["STAGE_FINISHED", "JOB_FINISHED"]);
  });
});

describe("beside the work", () => {
  it("keeps notes without making anybody's screen stale", async () => {
    const [jobId = ""] = (await paidOrder(productId)).jobIds;
    expect(await addNote({ jobId, body: "Sized up once" }, { now: TUESDAY, actor: tom })).toMatchObject({
      ok: true,
    });
    expect(await db.job.findUniqueOrThrow({ where: { id: jobId } })).toMatchObject({ version: 1 });
    expect(await eventsOf(jobId)).toEqual(["JOB_QUEUED", "NOTE_ADDED"]);
    expect(await addNote({ jobId: "none", body: "x" }, { now: TUESDAY, actor: tom })).toMatchObject({
      code: "NOT_FOUND",
    });
  });

  it("cancels what is still here of an order, and leaves alone what has left", async () => {
    const order = await paidOrder(productId);
    await withTransaction((tx) =>
      cancelJobsForOrder(tx, order.id, "Refunded", { now: TUESDAY, actor: mara }),
    );
    expect((await db.job.findMany()).map(({ status }) => status)).toEqual(["CANCELLED", "CANCELLED"]);
    const [jobId = ""] = order.jobIds;
    expect(
      await startStage({ jobId, version: 2, position: 0, artisanId: null }, { now: TUESDAY, actor: mara }),
    ).toMatchObject({ code: "JOB_CANCELLED" });
  });

  it("tells every process's caches, once it is committed", async () => {
    const [jobId = ""] = (await paidOrder(productId)).jobIds;
    const connection = await testConnection();
    try {
      const heard: string[] = [];
      connection.on("notification", ({ payload }) => heard.push(payload ?? ""));
      await connection.query("LISTEN touchmark_cache");
      await holdJob({ jobId, version: 1, reason: "Why" }, { now: TUESDAY, actor: mara });
      await holdJob({ jobId, version: 1, reason: "Stale" }, { now: TUESDAY, actor: mara });
      await connection.query("SELECT 1");
      expect(heard).toEqual(['["queue"]']);
    } finally {
      await connection.end();
    }
  });
});
