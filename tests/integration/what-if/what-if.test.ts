import { beforeEach, describe, expect, it } from "vitest";
import { tryWhatIf } from "@/lib/features/what-if/data";
import { applyToBench, putFirst } from "@/lib/features/what-if/mutations";
import { applyToBenchSchema, questionSchema } from "@/lib/features/what-if/schema";
import { hire, paidOrder } from "../../support/bench-orders";
import { emptyDatabase, testDb } from "../../support/database";
import { createShop, TUESDAY } from "../../support/shop";

const db = testDb();
let productId = "";
let imogen = "";
let owner: Awaited<ReturnType<typeof hire>>;
let mara: Awaited<ReturnType<typeof hire>>;

beforeEach(async () => {
  await emptyDatabase();
  ({ productId } = await createShop());
  imogen = (await db.artisan.findFirstOrThrow()).id;
  owner = await hire("Olive", { role: "OWNER" });
  mara = await hire("Mara", { skills: ["setting"] });
});

const byOwner = () => ({ now: TUESDAY, actor: owner });
const ask = async (typed: Record<string, unknown>) => {
  const answer = await tryWhatIf(questionSchema.parse(typed), TUESDAY);
  if (!answer.ok) throw new Error(answer.message);
  return answer.value;
};
const everything = async () => ({
  events: await db.event.count(),
  off: await db.timeOff.count(),
  artisans: await db.artisan.findMany({ orderBy: { id: "asc" } }),
  jobs: await db.job.findMany({ orderBy: { id: "asc" } }),
});

describe("what if", () => {
  it("is tried without a trace: named promises, whose they are, and how new orders would be dated", async () => {
    for (let buyer = 0; buyer < 3; buyer += 1) await paidOrder(productId);
    const before = await everything();
    const answer = await ask({ try: "time-off", artisan: imogen, from: "2026-11-25", to: "2026-12-11" });
    expect(answer.words).toBe("Imogen Alder is away from Wed 25 Nov to Fri 11 Dec");
    expect(answer.rows).toHaveLength(6);
    expect(answer.rows[0]).toMatchObject({
      verdict: "BREAKS",
      number: expect.stringMatching(/^TM-/),
      productName: "Two-stone ring",
      customer: expect.any(String),
      dueOn: expect.stringMatching(/^2026-/),
    });
    const { before: was, after: is } = answer.lead;
    expect(is?.promisedDays).toBeGreaterThan((was?.promisedDays ?? 0) + 5);
    // Mara sets too; what only Imogen does waits for her.
    expect(answer.uncovered.map(({ label }) => label)).toContain("forming");
    expect(answer.uncovered.map(({ label }) => label)).not.toContain("setting");
    expect(await everything()).toEqual(before);
  });

  it("says whose work would wait for ever, and refuses what makes no sense", async () => {
    await paidOrder(productId);
    const jobs = await db.job.findMany({ orderBy: { number: "asc" } });
    const gone = await ask({ try: "leaves", artisan: imogen });
    expect(gone.uncovered).toContainEqual({
      ...{ label: "forming", until: null },
      jobNumbers: jobs.map(({ number }) => number),
    });
    expect(gone.rows[0]).toMatchObject({ ready: { after: null }, days: null });
    expect(gone.lead.after).toBeNull();
    const unknown = { try: "time-off", artisan: "nobody", from: "2026-11-25", to: "2026-11-26" } as const;
    expect(await tryWhatIf(unknown, TUESDAY)).toMatchObject({
      code: "REFUSED",
      errors: [{ path: "artisan" }],
    });
    expect(await tryWhatIf({ try: "first", job: "TM-9-9" }, TUESDAY)).toMatchObject({
      errors: [{ path: "job" }],
    });
    expect(await tryWhatIf({ try: "rush-order", product: "none", pieces: 1 }, TUESDAY)).toMatchObject({
      errors: [{ path: "product" }],
    });
  });

  it("tries a rush order of a design, and says when it would leave itself", async () => {
    for (let buyer = 0; buyer < 3; buyer += 1) await paidOrder(productId);
    const answer = await ask({ try: "rush-order", product: "two-stone-ring", pieces: "2" });
    expect(answer.words).toBe("A rush order comes in: 2 × Two-stone ring");
    expect(answer.ordered?.usually.slice(0, 5)).toBe("2026-");
    expect(answer.apply.kind).toBe("NONE");
  });

  it("is applied as the bench’s own page would: time off once, with its event, and refused from a stale answer", async () => {
    await paidOrder(productId);
    const asked = { try: "time-off", artisan: imogen, from: "2026-11-25", to: "2026-11-27" } as const;
    const { apply } = await ask(asked);
    if (apply.kind !== "BENCH") throw new Error(apply.kind);
    const input = { ...asked, version: Number(apply.fields.version) };
    expect(await applyToBench(input, { now: TUESDAY, actor: mara })).toMatchObject({ code: "FORBIDDEN" });
    const pressedTwice = await Promise.all([applyToBench(input, byOwner()), applyToBench(input, byOwner())]);
    expect(pressedTwice.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect(pressedTwice.find(({ ok }) => !ok)).toMatchObject({ code: "STALE" });
    expect(await db.timeOff.count()).toBe(1);
    expect(await db.event.count({ where: { type: "TIME_OFF_ADDED" } })).toBe(1);
    expect(await tryWhatIf(asked, TUESDAY)).toMatchObject({ errors: [{ code: "SO_ALREADY" }] });
  });

  it("takes a helper on, lets somebody go, and puts a piece first", async () => {
    const { jobIds } = await paidOrder(productId);
    const helper = applyToBenchSchema.parse({
      ...{ try: "helper", skill: "setting", days: ["5"], start: "09:00", end: "17:00", name: "Sam" },
    });
    expect(await applyToBench(helper, byOwner())).toMatchObject({ ok: true });
    expect(await db.artisan.findFirst({ where: { name: "Sam" }, include: { hours: true } })).toMatchObject({
      skills: ["setting"],
      hours: [{ weekday: 5, startMinute: 540, endMinute: 1020 }],
    });
    // Pressed twice, also at once: they come once.
    expect(await applyToBench(helper, byOwner())).toMatchObject({ code: "SO_ALREADY" });
    const other = { ...helper, name: "Kit" };
    const twice = await Promise.all([applyToBench(other, byOwner()), applyToBench(other, byOwner())]);
    expect(twice.filter(({ ok }) => ok)).toHaveLength(1);
    const leaves = { try: "leaves", artisan: imogen, version: 1 } as const;
    expect(await applyToBench(leaves, byOwner())).toMatchObject({ ok: true });
    expect(await applyToBench(leaves, byOwner())).toMatchObject({ code: "STALE" });
    expect((await db.artisan.findUniqueOrThrow({ where: { id: imogen } })).active).toBe(false);
    const jobId = jobIds[0] ?? "";
    const { version } = await db.job.findUniqueOrThrow({ where: { id: jobId } });
    expect(await putFirst({ jobId, version }, { now: TUESDAY, actor: mara })).toMatchObject({ ok: true });
    expect(await putFirst({ jobId, version }, { now: TUESDAY, actor: mara })).toMatchObject({
      code: "STALE",
    });
    expect((await db.job.findUniqueOrThrow({ where: { id: jobId } })).rush).toBe(true);
  });
});
