import { Temporal } from "temporal-polyfill";
import { beforeEach, describe, expect, it } from "vitest";
import type { StaffActor } from "@/lib/domain/event";
import { getBoard, getDashboard, getDueList } from "@/lib/features/workshop/board";
import { getJob } from "@/lib/features/workshop/job-page";
import { addNote, holdJob, setRush, startStage } from "@/lib/features/workshop/mutations";
import { getOrderForStudio, getOrderList } from "@/lib/features/workshop/orders";
import { shipOrder } from "@/lib/features/workshop/ship-order";
import { everySkill, hire, paidOrder, workUntil } from "../../support/bench-orders";
import { emptyDatabase, testDb } from "../../support/database";
import { placeOrder, silverRing } from "../../support/orders";
import { createShop, TUESDAY } from "../../support/shop";

const db = testDb();
let productId = "";
let mara: StaffActor;
const who = () => ({ now: TUESDAY, actor: mara });
const one = { lines: [{ personalization: silverRing, quantity: 1, unitMinor: 20_000 }] };

beforeEach(async () => {
  await emptyDatabase();
  ({ productId } = await createShop());
  mara = await hire("Mara", { skills: everySkill });
});

describe("the board", () => {
  it("shows every piece in the stage it is in, in the queue's order, rush first", async () => {
    const first = await paidOrder(productId, one);
    const second = await paidOrder(productId, {
      ...one,
      bagKey: "b".repeat(64),
      now: TUESDAY.add({ hours: 1 }),
    });
    const third = await paidOrder(productId, {
      ...one,
      bagKey: "c".repeat(64),
      now: TUESDAY.add({ hours: 2 }),
    });
    await setRush({ jobId: third.jobIds[0] ?? "", version: 1, rush: true }, who());
    await workUntil(second.jobIds[0] ?? "", null, { actor: mara });
    const board = await getBoard(TUESDAY);
    expect(board.columns.map(({ stage }) => stage).slice(0, 3)).toEqual(["proof", "casting", "forming"]);
    const casting = board.columns.find(({ stage }) => stage === "casting");
    expect(casting?.cards.map(({ number }) => number)).toEqual([`${third.number}-1`, `${first.number}-1`]);
    expect(casting?.cards[1]).toMatchObject({
      productName: "Two-stone ring",
      spec: expect.stringContaining("Sterling silver (925) · Polished · "),
      dueOn: "2026-12-04",
      stage: { stage: "casting", kind: "external", startedAt: null, round: 1 },
      forecast: { risk: "ON_TRACK", waitsFor: "To be sent out: casting", expectedOn: "2026-11-27" },
    });
    expect(board.ready.map(({ number, forecast }) => [number, forecast.waitsFor])).toEqual([
      [`${second.number}-1`, "Ready to leave"],
    ]);
  });

  it("is whole and empty before anything is ordered, and before the workshop is set up", async () => {
    expect((await getBoard(TUESDAY)).columns.flatMap(({ cards }) => cards)).toEqual([]);
    await emptyDatabase();
    expect(await getBoard(TUESDAY)).toEqual({ today: "2026-11-24", columns: [], ready: [] });
    expect(await getDashboard(TUESDAY)).toMatchObject({ open: 0, urgent: [] });
  });
});

describe("the list by due date", () => {
  it("filters, counts and pages", async () => {
    const { jobIds } = await paidOrder(productId, {
      lines: [{ personalization: silverRing, quantity: 4, unitMinor: 100 }],
    });
    const [late = "", soon = "", held = ""] = jobIds;
    await db.job.update({ where: { id: late }, data: { dueOn: new Date("2026-11-20T00:00:00Z") } });
    await db.job.update({ where: { id: soon }, data: { dueOn: new Date("2026-11-27T00:00:00Z") } });
    await holdJob({ jobId: held, version: 1, reason: "Stone cracked" }, who());
    const listed = async (filter: Parameters<typeof getDueList>[0]) =>
      (await getDueList(filter, null, TUESDAY)).cards.map(({ jobId }) => jobId);
    expect((await listed("all")).slice(0, 2)).toEqual([late, soon]);
    expect(await listed("late")).toEqual([late]);
    expect(await listed("week")).toEqual([soon]);
    expect(await listed("hold")).toEqual([held]);
    expect(await listed("rush")).toEqual([]);
    expect(await listed("risk")).toEqual([late, soon]);
    const page = await getDueList("all", late, TUESDAY);
    expect(page).toMatchObject({ total: 4, nextCursor: null });
    expect(page.cards).toHaveLength(3);
    expect(await getDashboard(TUESDAY)).toMatchObject({
      today: "2026-11-24",
      open: 4,
      late: 1,
      dueThisWeek: 1,
      onHold: 1,
      ready: 0,
      willBeLate: 0,
      atRisk: 1,
      urgent: [
        { jobId: late, forecast: { risk: "LATE" } },
        { jobId: soon, forecast: { risk: "AT_RISK" } },
      ],
    });
  });
});

describe("the job's page", () => {
  it("tells all that the bench needs, and all that happened", async () => {
    const order = await paidOrder(productId);
    const [jobId = ""] = order.jobIds;
    const version = await workUntil(jobId, "forming", { actor: mara });
    await startStage({ jobId, version, position: 1, artisanId: null }, who());
    await addNote({ jobId, body: "Sized up once" }, who());
    const job = await getJob(`${order.number}-1`, TUESDAY.add({ hours: 1 }));
    expect(job).toMatchObject({
      jobId,
      version: version + 1,
      pieceIndex: 1,
      pieces: 2,
      buyerName: "Ada Finch",
      promisedShipBy: "2026-12-04",
      stage: { stage: "forming", artisanName: "Mara", startedAt: "2026-11-24T09:00:00.000Z" },
      forecast: { waitsFor: "With Mara", expectedOn: "2026-11-24", risk: "ON_TRACK" },
      notes: [{ body: "Sized up once", byName: "Mara" }],
      shipment: null,
    });
    expect(job?.spec[0]).toEqual({ label: "Metal", value: "Sterling silver (925)" });
    expect(job?.stages[1]).toMatchObject({
      status: "STARTED",
      able: [{ name: "Imogen Alder" }, { name: "Mara" }],
    });
    expect(job?.events.map(({ sentence, by }) => [sentence, by])).toEqual([
      [`${order.number}-1 joined the queue: Two-stone ring`, "Touchmark"],
      ["casting started", "Mara"],
      ["casting finished after 3.0 days", "Mara"],
      ["forming started by Mara", "Mara"],
      ["Note added", "Mara"],
    ]);
    expect(await getJob("TM-1-1", TUESDAY)).toBeNull();
  });
});

describe("orders in the studio", () => {
  it("shows one with its pieces, parcels and story", async () => {
    const order = await paidOrder(productId);
    const [first = ""] = order.jobIds;
    await workUntil(first, null, { actor: mara });
    const parcel = { orderId: order.id, jobIds: [first], carrier: "DHL", trackingNumber: "X1" };
    await shipOrder(parcel, { now: Temporal.Instant.from("2026-11-25T12:00:00Z"), actor: mara });
    const found = await getOrderForStudio(order.number, TUESDAY);
    expect(found).toMatchObject({
      number: order.number,
      status: "PAID",
      pieces: 2,
      token: order.token,
      shipTo: ["Ada Finch", "12 Narrow Quay", "Bristol, BS1 4QA", "United Kingdom"],
      promises: [{ parcel: 1, shipBy: "2026-12-04" }],
      shipments: [{ carrier: "DHL", trackingUrl: null, byName: "Mara", jobNumbers: [`${order.number}-1`] }],
      jobs: [{ status: "SHIPPED" }, { status: "OPEN" }],
      refunds: [],
    });
    expect(found?.lines[0]).toMatchObject({ quantity: 2, unitMinor: 20_000 });
    expect(await getOrderForStudio("TM-0", TUESDAY)).toBeNull();
  });

  it("finds by order, piece, name and address, newest first, without checkouts that came to nothing", async () => {
    const older = await paidOrder(productId, one);
    const newer = await paidOrder(productId, {
      ...one,
      bagKey: "b".repeat(64),
      now: TUESDAY.add({ hours: 1 }),
    });
    await placeOrder(productId, { ...one, bagKey: "c".repeat(64) });
    await db.order.update({
      where: { id: newer.id },
      data: { name: "Grace O’Hara 100%", email: "grace@example.com" },
    });
    const search = async (words: string, show: "real" | "all" | "open" = "real") =>
      (await getOrderList({ search: words, show, cursor: null })).rows.map(({ number }) => number);
    expect(await search("")).toEqual([newer.number, older.number]);
    expect(await search("", "all")).toHaveLength(3);
    expect(await search(older.number.toLowerCase())).toEqual([older.number]);
    expect(await search(`${newer.number}-1`)).toEqual([newer.number]);
    expect(await search("o’hara")).toEqual([newer.number]);
    expect(await search("100%")).toEqual([newer.number]);
    expect(await search("GRACE@example.com ")).toEqual([newer.number]);
    expect(await search("nobody")).toEqual([]);
    const page = await getOrderList({ search: "", show: "real", cursor: newer.id });
    expect(page.rows.map(({ number }) => number)).toEqual([older.number]);
  });
});
