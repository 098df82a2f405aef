import { Temporal } from "temporal-polyfill";
import { beforeEach, describe, expect, it } from "vitest";
import { listSizers } from "@/lib/features/sizers/data";
import { askForSizer, forgetOldSizers, markSizerPosted } from "@/lib/features/sizers/mutations";
import { askForSizerSchema } from "@/lib/features/sizers/schema";
import { emptyDatabase, testDb } from "../../support/database";
import { createShop } from "../../support/shop";

const db = testDb();
const now = Temporal.Instant.from("2026-11-23T09:00:00Z");
const ada = {
  ...{ email: "Ada@Example.com ", name: "Ada Finch", line1: "12 Narrow Quay", city: "Bristol" },
  ...{ postalCode: "bs14qa", country: "GB", piece: "" },
};

beforeEach(emptyDatabase);

async function owner() {
  const user = await db.user.create({
    data: { email: "i@example.com", name: "Imogen", passwordHash: "x", role: "OWNER" },
  });
  return { kind: "STAFF", id: user.id, name: "Imogen", role: "OWNER" } as const;
}

describe("a ring sizer by post", () => {
  it("waits in the studio, is told by mail when it is ticked off, and leads back to the piece", async () => {
    const { productId } = await createShop();
    const { slug, name } = await db.product.findUniqueOrThrow({ where: { id: productId } });
    const asked = await askForSizer(askForSizerSchema.parse({ ...ada, piece: slug }), { now });
    expect(asked).toEqual({ ok: true, value: { email: "ada@example.com" } });
    expect(await db.mail.count()).toBe(0);
    const { waiting } = await listSizers();
    expect(waiting).toMatchObject([
      {
        address: ["Ada Finch", "12 Narrow Quay", "Bristol, BS1 4QA", "United Kingdom"],
        productName: name,
      },
    ]);
    const sizerId = waiting[0]?.sizerId ?? "";
    const actor = await owner();
    expect(await markSizerPosted({ sizerId }, { now, actor })).toEqual({ ok: true, value: null });
    expect(await db.mail.findMany()).toMatchObject([
      {
        template: "sizer-posted",
        recipient: "ada@example.com",
        data: { name: "Ada Finch", piece: { slug, name } },
      },
    ]);
    expect(await listSizers()).toMatchObject({ waiting: [], posted: [{ productName: name }] });
    expect(await markSizerPosted({ sizerId }, { now, actor })).toMatchObject({ code: "NOT_FOUND" });
    expect(await db.mail.count()).toBe(1);
    const events = await db.event.findMany({ orderBy: { id: "asc" } });
    expect(events.map(({ type, data }) => [type, data])).toEqual([
      ["SIZER_REQUESTED", {}],
      ["SIZER_POSTED", {}],
    ]);
  });

  it("asked for twice at the same moment is one envelope", async () => {
    const input = askForSizerSchema.parse(ada);
    await Promise.all([1, 2, 3].map(() => askForSizer(input, { now })));
    expect(await db.sizerRequest.count()).toBe(1);
  });

  it("goes to one person a few times, and then somebody has to ask what is wrong", async () => {
    const to = (line1: string) => askForSizer(askForSizerSchema.parse({ ...ada, line1 }), { now });
    for (const line1 of ["1 Quay", "2 Quay", "3 Quay"]) expect(await to(line1)).toMatchObject({ ok: true });
    expect(await to("4 Quay")).toMatchObject({ ok: false, code: "TOO_MANY" });
  });

  it("comes from a piece that is no more without one", async () => {
    expect(await askForSizer(askForSizerSchema.parse({ ...ada, piece: "gone" }), { now })).toMatchObject({
      ok: true,
    });
    expect(await db.sizerRequest.findMany()).toMatchObject([{ productId: null }]);
  });

  it("ends at what a workshop can post", async () => {
    const input = askForSizerSchema.parse(ada);
    const { piece: _none, ...row } = input;
    await db.sizerRequest.createMany({
      data: Array.from({ length: 500 }, (_none, index) => ({ ...row, email: `n${index}@example.com` })),
    });
    expect(await askForSizer(input, { now })).toMatchObject({ ok: false, code: "TOO_MANY" });
  });

  it("is forgotten after 90 days, posted or not, with the mail that told of it", async () => {
    await askForSizer(askForSizerSchema.parse(ada), { now });
    const { waiting } = await listSizers();
    await markSizerPosted({ sizerId: waiting[0]?.sizerId ?? "" }, { now, actor: await owner() });
    await db.mail.updateMany({ data: { createdAt: new Date(now.epochMilliseconds) } });
    expect(await forgetOldSizers({ now: now.add({ hours: 24 * 89 }) })).toBe(0);
    expect(await forgetOldSizers({ now: now.add({ hours: 24 * 91 }) })).toBe(1);
    expect([await db.sizerRequest.count(), await db.mail.count()]).toEqual([0, 0]);
    const events = JSON.stringify((await db.event.findMany()).map(({ data }) => data));
    expect(events).not.toMatch(/Ada|Narrow|example/);
  });
});
