import { Temporal } from "temporal-polyfill";
import { beforeEach, describe, expect, it } from "vitest";
import type { StaffActor } from "@/lib/domain/event";
import { holdJob, setRush, startStage } from "@/lib/features/workshop/mutations";
import { everySkill, hire, paidOrder, workUntil } from "../../support/bench-orders";
import { emptyDatabase, testDb } from "../../support/database";
import { createShop, TUESDAY } from "../../support/shop";

const db = testDb();
let productId = "";
let mara: StaffActor;
let tom: StaffActor;

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

describe("two at one job", () => {
  it("lets one of two artisans begin a stage, and tells the other who was faster", async () => {
    const [jobId = ""] = (await paidOrder(productId)).jobIds;
    const version = await workUntil(jobId, "polishing", { actor: mara });
    const polishing = (await stagesOf(jobId)).find(({ stageId }) => stageId === "polishing");
    const start = { jobId, version, position: polishing?.position ?? -1, artisanId: null };
    const results = await Promise.all([
      startStage(start, { now: at("11:00:00"), actor: mara }),
      startStage(start, { now: at("11:00:00"), actor: tom }),
    ]);
    expect(results.filter((result) => result.ok)).toHaveLength(1);
    const loser = results.find((result) => !result.ok);
    const winner = results[0]?.ok ? "Mara" : "Tom";
    expect(loser).toMatchObject({ code: "STALE", changedBy: winner, what: `polishing started by ${winner}` });
    expect(
      await db.event.count({ where: { jobId, type: "STAGE_STARTED", actorName: winner } }),
    ).toBeGreaterThan(0);
  });

  it("refuses a stale screen with who changed what and when, and writes nothing", async () => {
    const [jobId = ""] = (await paidOrder(productId)).jobIds;
    await startStage(
      { jobId, version: 1, position: 0, artisanId: null },
      { now: at("10:00:00"), actor: mara },
    );
    const late = await holdJob({ jobId, version: 1, reason: "Waiting" }, { now: at("10:01:30"), actor: tom });
    expect(late).toEqual({
      ok: false,
      code: "STALE",
      changedBy: "Mara",
      changedAt: "2026-11-24T10:00:00.000Z",
      what: "casting started",
      message:
        "Changed by Mara a minute ago: casting started. Nothing of yours was saved; please look again.",
    });
    expect(await db.job.findUniqueOrThrow({ where: { id: jobId } })).toMatchObject({
      status: "OPEN",
      version: 2,
    });
  });

  it("keeps every change of many hands at once: each is written or refused, none is lost", async () => {
    const [jobId = ""] = (await paidOrder(productId)).jobIds;
    const flips = await Promise.all(
      Array.from({ length: 6 }, (_none, index) =>
        setRush({ jobId, version: 1, rush: true }, { now: TUESDAY, actor: index % 2 ? mara : tom }),
      ),
    );
    expect(flips.filter((flip) => flip.ok)).toHaveLength(1);
    expect(await eventsOf(jobId)).toEqual(["JOB_QUEUED", "RUSH_SET"]);
    expect(await db.job.findUniqueOrThrow({ where: { id: jobId } })).toMatchObject({
      rush: true,
      version: 2,
    });
  });
});
