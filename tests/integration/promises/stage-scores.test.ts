import { beforeEach, describe, expect, it } from "vitest";
import { listStageScores } from "@/lib/features/promises/stage-scores";
import { paidOrder } from "../../support/bench-orders";
import { emptyDatabase, testDb } from "../../support/database";
import { silverRing } from "../../support/orders";
import { createShop, TUESDAY } from "../../support/shop";

const db = testDb();
const one = { lines: [{ personalization: silverRing, quantity: 1, unitMinor: 20_000 }] };
let productId = "";

beforeEach(async () => {
  await emptyDatabase();
  ({ productId } = await createShop());
});

/** Everything done one after another as planned, but for what is said; the days are those from the first stage on. */
async function made(jobId: string, told: Record<string, { minutes?: number; waitedDays?: number }>) {
  const stages = await db.jobStage.findMany({ where: { jobId }, orderBy: { position: "asc" } });
  let at = TUESDAY.epochMilliseconds;
  for (const { id, stageId, typicalMinutes } of stages) {
    const { minutes = typicalMinutes, waitedDays = 0 } = told[stageId] ?? {};
    const startedAt = new Date(at + waitedDays * 86_400_000);
    const doneAt = new Date(startedAt.getTime() + minutes * 60_000);
    await db.jobStage.update({
      where: { id },
      data: { status: "DONE", startedAt, doneAt, actualMinutes: minutes },
    });
    at = doneAt.getTime();
  }
}

describe("promises by kind of work", () => {
  it("says how often each kept to its plan, and of each broken promise blames what cost it most", async () => {
    const [kept, slow, waited] = [
      await paidOrder(productId, one),
      await paidOrder(productId, { ...one, bagKey: "b".repeat(64) }),
      await paidOrder(productId, { ...one, bagKey: "c".repeat(64) }),
    ];
    await made(kept.jobIds[0] ?? "", {});
    await made(slow.jobIds[0] ?? "", { forming: { minutes: 4000 }, polishing: { waitedDays: 1 } });
    await made(waited.jobIds[0] ?? "", { polishing: { waitedDays: 9 } });
    // The first lies about, ready: no work is to blame for that.
    const scores = await listStageScores(TUESDAY.add({ hours: 24 * 20 }));
    const by = Object.fromEntries(scores.map(({ name, ...score }) => [name, score]));
    expect(by.forming).toEqual({ kept: 2, of: 3, overran: 1, waited: 0 });
    expect(by.polishing).toEqual({ kept: 3, of: 3, overran: 0, waited: 1 });
    expect(by.checking).toMatchObject({ overran: 0, waited: 0 });
  });

  it("is empty where nothing is done", async () => {
    await paidOrder(productId, one);
    expect(await listStageScores(TUESDAY)).toEqual([]);
  });
});
