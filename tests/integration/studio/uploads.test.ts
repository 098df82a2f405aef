import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import sharp from "sharp";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { paidOrder } from "../../support/bench-orders";
import { emptyDatabase, testDb } from "../../support/database";
import { requestCookies } from "../../support/request-scope";
import { createShop } from "../../support/shop";
import { signIn } from "../../support/sign-in";

vi.mock("next/headers", async () => (await import("../../support/request-scope")).nextHeaders);
vi.mock("next/cache", async (original) =>
  (await import("../../support/request-scope")).nextCache(original as () => Promise<object>),
);

const db = testDb();
const address = "http://localhost:3000/api/uploads";
let dataDir = "";
let jpeg: Buffer;
let order: Awaited<ReturnType<typeof paidOrder>>;
let jobId = "";

beforeAll(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), "touchmark-uploads-"));
  process.env.DATA_DIR = dataDir;
  jpeg = await sharp({ create: { width: 600, height: 400, channels: 3, background: "#c8a25a" } })
    .jpeg()
    .toBuffer();
});
afterAll(() => rm(dataDir, { recursive: true, force: true }));

beforeEach(async () => {
  await emptyDatabase();
  requestCookies.clear();
  const { productId } = await createShop();
  order = await paidOrder(productId);
  jobId = order.jobIds[0] ?? "";
});

describe("a photo's upload", () => {
  it("is kept, encoded anew, and can be looked at by the staff alone", async () => {
    await signIn("Mara");
    const answer = await upload({ photo: file(jpeg) });
    expect(answer.status).toBe(201);
    const {
      ids: [photoId],
    } = await answer.json();
    expect(await db.jobPhoto.findMany()).toMatchObject([
      { id: photoId, jobId, contentType: "image/webp", width: 600, height: 400, visibleToBuyer: false },
    ]);
    const seen = await look(photoId);
    expect(seen.status).toBe(200);
    expect(seen.headers.get("content-type")).toBe("image/webp");
    expect(seen.headers.get("cache-control")).toContain("private");

    requestCookies.clear();
    expect((await look(photoId)).status).toBe(404);
    expect((await look(photoId, order.token)).status).toBe(404);
    await db.jobPhoto.updateMany({ data: { visibleToBuyer: true } });
    expect((await look(photoId, order.token)).status).toBe(200);
    expect((await look(photoId, "another-order")).status).toBe(404);
    expect((await look("no-such-photo", order.token)).status).toBe(404);
  });

  it.each([
    ["a text called photo.jpg", () => Buffer.from("not a picture"), 415],
    [
      "an SVG called photo.png",
      () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'),
      415,
    ],
    ["a page called photo.jpg", () => Buffer.from("<!doctype html><script>alert(1)</script>"), 415],
    ["a photo that was cut off", () => jpeg.subarray(0, jpeg.length / 2), 415],
    ["a photo of one byte", () => jpeg.subarray(0, 1), 415],
    ["more than 25 MB", () => Buffer.alloc(25 * 1024 * 1024 + 70_000, 1), 413],
    ["no photo at all", () => Buffer.alloc(0), 422],
  ])("of %s is refused in words, and nothing is kept", async (_what, bytes, status) => {
    await signIn("Mara");
    const answer = await upload({ photo: file(bytes()) });
    expect(answer.status).toBe(status);
    expect((await answer.json()).message).toMatch(/^[A-Z].*\.$/);
    expect(await db.jobPhoto.count()).toBe(0);
  });

  it("is refused while it still arrives, however long it says it is", async () => {
    await signIn("Mara");
    let sent = 0;
    const endless = new ReadableStream({
      pull(controller) {
        sent += 1;
        controller.enqueue(new Uint8Array(1024 * 1024));
      },
    });
    const request = new Request(address, {
      method: "POST",
      headers: { "content-type": "multipart/form-data; boundary=x" },
      body: endless,
      duplex: "half",
    } as RequestInit);
    const answer = await post(request);
    expect([400, 413]).toContain(answer.status);
    expect(sent).toBeLessThan(40);
  });

  it("of an unknown piece is not found; of a strange form refused", async () => {
    await signIn("Mara");
    expect((await upload({ jobId: "nobody", photo: file(jpeg) })).status).toBe(404);
    expect((await upload({ isAdmin: "true", photo: file(jpeg) })).status).toBe(422);
    expect((await upload({ caption: "x".repeat(201), photo: file(jpeg) })).status).toBe(422);
    const plain = new Request(address, { method: "POST", body: "photo=x" });
    expect((await post(plain)).status).toBe(400);
    expect(await db.jobPhoto.count()).toBe(0);
  });

  it("of more photos than a form may bring is refused before any of them is opened", async () => {
    await signIn("Mara");
    const form = new FormData();
    form.set("jobId", jobId);
    for (let count = 0; count < 21; count += 1) form.append("photo", file(jpeg));
    const headers = { host: "localhost:3000" };
    const answer = await post(new Request(address, { method: "POST", body: form, headers }));
    expect([answer.status, await answer.json()]).toMatchObject([422, { code: "TOO_MANY" }]);
    expect(await db.jobPhoto.count()).toBe(0);
  });

  it("needs a sign-in, and comes from our own pages", async () => {
    expect((await upload({ photo: file(jpeg) })).status).toBe(401);
    await signIn("Mara");
    expect((await upload({ photo: file(jpeg) }, { origin: "https://elsewhere.example" })).status).toBe(403);
    expect((await upload({ photo: file(jpeg) }, { origin: "http://localhost:3000" })).status).toBe(201);
  });

  it("from a browser's form leads back to the piece with the answer", async () => {
    const job = await db.job.findUniqueOrThrow({ where: { id: jobId } });
    const browser = { accept: "text/html,application/xhtml+xml" };
    const form = { number: job.number, photo: file(jpeg) };
    expect((await upload(form, browser)).headers.get("location")).toBe("/sign-in?next=%2Fstudio");
    await signIn("Mara");
    const back = await upload(form, browser);
    expect(back.status).toBe(303);
    expect(back.headers.get("location")).toBe(`/studio/jobs/${job.number}?photo=added#photos`);
    const refused = await upload({ ...form, photo: file(Buffer.from("x")) }, browser);
    expect(refused.headers.get("location")).toBe(`/studio/jobs/${job.number}?photo=not-a-photo#photos`);
  });
});

function file(bytes: Uint8Array): File {
  return new File([Uint8Array.from(bytes)], "photo.jpg", { type: "image/jpeg" });
}

async function upload(
  fields: Record<string, string | File>,
  headers: Record<string, string> = {},
): Promise<Response> {
  const form = new FormData();
  for (const [name, value] of Object.entries({ jobId, ...fields })) form.set(name, value);
  return post(
    new Request(address, { method: "POST", body: form, headers: { host: "localhost:3000", ...headers } }),
  );
}

async function post(request: Request): Promise<Response> {
  const { POST } = await import("@/app/api/uploads/route");
  return POST(request);
}

async function look(photoId: string, orderToken?: string): Promise<Response> {
  const { GET } = await import("@/app/api/uploads/[photoId]/route");
  const query = orderToken ? `?order=${orderToken}` : "";
  return GET(new Request(`${address}/${photoId}${query}`), { params: Promise.resolve({ photoId }) });
}
