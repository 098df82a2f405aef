import { Temporal } from "temporal-polyfill";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { applyToJob, readJob } from "@/lib/features/workshop/change-job";
import { paidOrder } from "../../support/bench-orders";
import { emptyDatabase, testDb } from "../../support/database";
import { engravedRing, specOf } from "../../support/orders";
import { readPdf } from "../../support/read-pdf";
import { requestCookies } from "../../support/request-scope";
import { createShop } from "../../support/shop";
import { signIn } from "../../support/sign-in";

vi.mock("next/headers", async () => (await import("../../support/request-scope")).nextHeaders);
vi.mock("next/cache", async (original) =>
  (await import("../../support/request-scope")).nextCache(original as () => Promise<object>),
);

const db = testDb();
let number = "";
let token = "";

beforeEach(async () => {
  await emptyDatabase();
  requestCookies.clear();
  const { productId } = await createShop();
  const order = await paidOrder(productId, {
    lines: [{ personalization: engravedRing, quantity: 1, unitMinor: 20_000 }],
  });
  number = `${order.number}-1`;
  ({ token } = await db.order.findUniqueOrThrow({ where: { id: order.id }, select: { token: true } }));
});

describe("the certificate of a piece", () => {
  it("says what was made, in the words of the order, and nothing about money or who paid", async () => {
    await finish();
    await signIn();
    const answer = await askStudio(number);
    expect(answer.status).toBe(200);
    expect(answer.headers.get("content-disposition")).toBe(`inline; filename="${number}-certificate.pdf"`);
    const [page, more] = await readPdf(Buffer.from(await answer.arrayBuffer()));
    expect(more).toBeUndefined();
    const text = page?.text.replace(/\s+/g, " ") ?? "";
    const { productName, order } = await db.orderLine.findFirstOrThrow({ include: { order: true } });
    for (const words of [
      productName,
      "finished on 3 December 2026",
      "“Zoë & Łukasz”",
      "Ruby, 3 mm round",
      "about 3.1 g of metal",
      `Piece ${number} · ${specOf(engravedRing).hash}`,
    ])
      expect(text).toContain(words);
    const ruby = await db.stone.findUniqueOrThrow({ where: { id: "ruby" } });
    expect(text).toContain(ruby.origin);
    expect(text).not.toMatch(/£|€|\d\.\d\d GBP/);
    expect(text).not.toContain(order.name);
    // Silver so light isn't sent to the assay office.
    expect(text).not.toContain("Hallmark");
  });

  it("states what was so when the piece was finished, whatever is edited since", async () => {
    const now = Temporal.Instant.from("2026-12-03T15:00:00Z");
    const { id } = await db.job.findUniqueOrThrow({ where: { number } });
    await db.$transaction(async (tx) => {
      const job = await readJob(tx, id);
      const ready = { kind: "STATUS", status: "READY", holdReason: null } as const;
      await applyToJob(tx, job, [ready], [], { now, actor: { kind: "SYSTEM" } });
    });
    const before = await certificateText();
    await db.stone.updateMany({ data: { origin: "Grown in a laboratory." } });
    await db.alloy.updateMany({ data: { densityMgCm3: 20_000 } });
    await db.maker.updateMany({ data: { name: "Somebody Else" } });
    await db.workshop.updateMany({ data: { city: "Elsewhere" } });
    expect(await certificateText()).toBe(before);
    expect(before).toContain("about 3.1 g of metal");
    // One that was finished before this was kept says what is so today.
    await db.$executeRaw`UPDATE "job" SET "certificate" = NULL`;
    expect(await certificateText()).toContain("Somebody Else");
  });

  it("is the buyer's too, by the order's link and no other", async () => {
    await finish();
    expect((await askBuyer(token, number)).status).toBe(200);
    expect((await askBuyer("A".repeat(27), number)).status).toBe(404);
    expect((await askBuyer(token, "TM-9999-9")).status).toBe(404);
    expect((await askBuyer(token, "TM\u0000")).status).toBe(404);
    await db.order.updateMany({ data: { tokenRevokedAt: new Date() } });
    expect((await askBuyer(token, number)).status).toBe(404);
  });

  it("doesn't exist before the piece does", async () => {
    expect((await askBuyer(token, number)).status).toBe(404);
    await signIn();
    const answer = await askStudio(number);
    expect(answer.status).toBe(409);
    expect(await answer.text()).toBe("A certificate says what was made: finish the piece first.");
  });

  it("is given by the studio to its staff alone", async () => {
    await finish();
    expect((await askStudio(number)).status).toBe(401);
  });
});

async function finish(): Promise<void> {
  await db.job.updateMany({ data: { status: "READY", finishedAt: new Date("2026-12-03T15:00:00Z") } });
}

async function certificateText(): Promise<string> {
  const [page] = await readPdf(Buffer.from(await (await askBuyer(token, number)).arrayBuffer()));
  return page?.text.replace(/\s+/g, " ") ?? "";
}

async function askStudio(job: string): Promise<Response> {
  const { GET } = await import("@/app/studio/jobs/[number]/certificate/route");
  return GET(new Request("http://localhost:3000/studio/jobs/any/certificate"), {
    params: Promise.resolve({ number: job }),
  });
}

async function askBuyer(key: string, job: string): Promise<Response> {
  const { GET } = await import("@/app/orders/[token]/certificates/[number]/route");
  return GET(new Request("http://localhost:3000/orders/any/certificates/any"), {
    params: Promise.resolve({ token: key, number: job }),
  });
}
