import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import sharp from "sharp";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { createLocalStorage } from "@/lib/adapters/storage/local-storage";
import type { Storage } from "@/lib/adapters/storage/stored-files";
import { readRig } from "@/lib/domain/rig";
import { getProduct } from "@/lib/features/catalog/data";
import { makePicture } from "@/lib/features/catalog/make-picture";
import { getStudioPictures } from "@/lib/features/catalog/picture-data";
import {
  movePicture,
  removeDraft,
  removePicture,
  retrySizes,
  saveDraft,
  savePicture,
} from "@/lib/features/catalog/picture-mutations";
import { uploadPicture } from "@/lib/features/catalog/upload-picture";
import { getMediaFile } from "@/lib/features/media/data";
import { sweepFiles } from "@/lib/features/media/sweep";
import { getPiecePicture } from "@/lib/features/previews/data";
import { hire } from "../../support/bench-orders";
import { emptyDatabase, testDb, waitingJobs } from "../../support/database";
import { placeOrder, silverRing, specOf } from "../../support/orders";
import { colourAt, phonePhoto } from "../../support/photos";
import { createShop, TUESDAY } from "../../support/shop";

const db = testDb();
const slug = "two-stone-ring";
let folder = "";
let storage: Storage;
let productId = "";
let owner: Awaited<ReturnType<typeof hire>>;
let photo: Buffer;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "touchmark-pictures-"));
  process.env.DATA_DIR = folder;
  photo = await phonePhoto({ width: 1800, height: 1200, orientation: 1 });
});
afterAll(() => rm(folder, { recursive: true, force: true }));

beforeEach(async () => {
  await emptyDatabase();
  await rm(path.join(folder, "files"), { recursive: true, force: true });
  storage = createLocalStorage(folder);
  ({ productId } = await createShop());
  owner = await hire("Olive", { role: "OWNER" });
  await db.productPicture.deleteMany({ where: { productId } });
});

let count = 0;
async function send(bytes: Uint8Array = photo, replaces?: string): Promise<string> {
  count += 1;
  const uploadId = `00000000-0000-4000-8000-${String(count).padStart(12, "0")}`;
  const kept = await uploadPicture(
    { uploadId, slug, replaces, bytes },
    { now: TUESDAY, actor: owner, storage },
  );
  if (!kept.ok) throw new Error(kept.message ?? kept.code);
  return uploadId;
}
const make = (uploadId: string, from = storage, last = false) =>
  makePicture({ uploadId }, { now: TUESDAY, storage: from, last });
const version = async () => (await db.product.findUniqueOrThrow({ where: { slug } })).version;
const who = () => ({ now: TUESDAY, actor: owner });

async function publish(upload: string, over: { alt?: string; focusX?: number } = {}) {
  const words = { alt: "A ring", alloyId: null, focusX: 0.5, focusY: 0.5, ...over };
  return saveDraft({ slug, version: await version(), upload, ...words, intent: "publish" }, who());
}
async function inShop() {
  return db.productPicture.findMany({ where: { productId }, orderBy: { position: "asc" } });
}
async function sendAndPublish(over: { alt?: string; focusX?: number } = {}): Promise<string> {
  const id = await send();
  expect((await publish(id, over)).ok).toBe(true);
  await make(id);
  return (await db.productPicture.findUniqueOrThrow({ where: { uploadId: id } })).id;
}

describe("an uploaded picture", () => {
  it("waits for its sizes and its words, then the shop shows it in three formats", async () => {
    const id = await send();
    expect(await db.pictureUpload.findUniqueOrThrow({ where: { id } })).toMatchObject({
      ...{ status: "PROCESSING", width: 1800, height: 1200, hash: null, publish: false },
    });
    expect(await waitingJobs()).toMatchObject([{ task: "catalog.make-picture", payload: { uploadId: id } }]);
    expect((await getProduct(slug))?.pictures).toEqual([]);
    await make(id);
    expect(await inShop()).toEqual([]);
    expect(await getStudioPictures(slug)).toMatchObject({
      drafts: [{ upload: { id, status: "READY", look: `/api/uploads/pictures/${id}` } }],
    });

    expect((await publish(id)).ok).toBe(true);
    const [picture] = (await getProduct(slug))?.pictures ?? [];
    expect(picture).toMatchObject({ alt: "A ring", width: 1000, height: 1000, focus: [0.5, 0.5], rig: null });
    expect(picture?.src).toMatch(/^\/media\/[0-9a-f]{32}$/);
    expect(picture?.placeholder).toMatch(/^data:image\/webp;base64,[\w+/=]{40,400}$/);
    const hash = picture?.src.slice("/media/".length) ?? "";
    expect((await readdir(path.join(folder, "files/media", hash))).sort()).toEqual(
      [
        "1200x630.jpg",
        ...["400", "800", "1000"].flatMap((width) =>
          ["avif", "jpg", "webp"].map((format) => `${width}.${format}`),
        ),
      ].sort(),
    );
    for (const [format, known] of [
      ["avif", "heif"],
      ["webp", "webp"],
      ["jpg", "jpeg"],
    ] as const) {
      const file = await getMediaFile(`${hash}-800.${format}`, storage);
      const { exif, icc, ...rest } = await sharp(file?.bytes).metadata();
      expect({ exif, icc, ...rest }).toMatchObject({ format: known, width: 800, height: 800, space: "srgb" });
      expect([exif, icc]).toEqual([undefined, undefined]);
    }
    expect(
      await sharp((await getMediaFile(`${hash}-1200x630.jpg`, storage))?.bytes).metadata(),
    ).toMatchObject({
      ...{ width: 1200, height: 630 },
    });
    const types = (await db.event.findMany({ orderBy: { id: "asc" } })).map(({ type }) => type);
    expect(types).toEqual(["PICTURE_UPLOADED", "PRODUCT_CHANGED"]);
  });

  it("keeps nothing of what the camera wrote, in no file at all", async () => {
    expect(photo.includes("SECRET-OWNER")).toBe(true);
    await make(await send());
    const files = await readdir(path.join(folder, "files"), { recursive: true, withFileTypes: true });
    for (const file of files.filter((entry) => entry.isFile())) {
      const bytes = await readFile(path.join(file.parentPath, file.name));
      expect((await sharp(bytes).metadata()).exif).toBeUndefined();
      expect(bytes.includes("SECRET-OWNER")).toBe(false);
    }
    expect(files.filter((entry) => entry.isFile()).length).toBe(12);
  });

  it("goes into the shop by itself when its sizes come after its words", async () => {
    const id = await send();
    expect(await publish(id, { alt: "  " }).catch(() => null)).toBeNull();
    expect((await publish(id)).ok).toBe(true);
    expect(await inShop()).toEqual([]);
    await make(id);
    expect(await inShop()).toMatchObject([{ alt: "A ring", position: 0, uploadId: id }]);
    expect(await db.pictureUpload.findUniqueOrThrow({ where: { id } })).toMatchObject({ publish: false });
  });

  it("is cut around what matters, and anew when that changes, with what was drawn into it", async () => {
    const pictureId = await sendAndPublish({ focusX: 0 });
    const first = (await inShop())[0];
    const left = await getMediaFile(`${first?.src.slice(7)}-400.webp`, storage);
    const slot = { id: "left", x0: 0.7, y0: 0.4, x1: 0.8, y1: 0.5, mm: 3 };
    await db.productPicture.update({ where: { id: pictureId }, data: { rig: { slots: [slot], zones: [] } } });
    const before = await version();
    const words = { alt: "A ring, from the right", alloyId: null, focusX: 0.5, focusY: 0.5 };
    const change = { slug, version: before, picture: pictureId, ...words };
    expect((await savePicture(change, who())).ok).toBe(true);
    // The shop shows what it has until the new sizes are there.
    expect((await inShop())[0]).toMatchObject({ src: first?.src, alt: "A ring, from the right" });
    await make(first?.uploadId ?? "");
    const [second] = await inShop();
    expect(second?.src).not.toBe(first?.src);
    expect(second).toMatchObject({ focusX: 0.5, focusY: 0.5 });
    // The square moved by 300 of its 1200 pixels.
    expect(readRig(second?.rig)?.slots).toMatchObject([{ x0: 0.45, x1: 0.55, y0: 0.4, y1: 0.5 }]);
    expect(await version()).toBe(before + 2);
    const middle = await getMediaFile(`${second?.src.slice(7)}-400.webp`, storage);
    const [redLeft = 0] = await colourAt(left?.bytes ?? new Uint8Array(), [0, 0.5]);
    const [redMiddle = 0] = await colourAt(middle?.bytes ?? new Uint8Array(), [0, 0.5]);
    expect(redLeft).toBeGreaterThan(redMiddle + 10);
    // Whoever has an old page open still finds its picture.
    expect(await getMediaFile(`${first?.src.slice(7)}-800.avif`, storage)).not.toBeNull();
  });

  it("takes another's place with its words, and without what was drawn into that one", async () => {
    const pictureId = await sendAndPublish();
    const rig = { slots: [{ id: "left", x0: 0.4, y0: 0.4, x1: 0.5, y1: 0.5, mm: 3 }], zones: [] };
    await db.productPicture.update({ where: { id: pictureId }, data: { rig } });
    const [old] = await inShop();
    const id = await send(await phonePhoto({ width: 2000, height: 2000 }), pictureId);
    await make(id);
    const [picture, ...others] = await inShop();
    expect(others).toEqual([]);
    expect(picture).toMatchObject({ id: pictureId, alt: "A ring", uploadId: id, rig: null, width: 1600 });
    expect(await db.pictureUpload.count()).toBe(1);
    expect(await db.retiredFiles.findMany()).toMatchObject([{ hash: old?.src.slice(7) }]);
  });

  it("is moved, and removed unless a piece in the shop would be left without any", async () => {
    const one = await sendAndPublish({ alt: "One" });
    const two = await sendAndPublish({ alt: "Two", focusX: 0 });
    const change = async (picture: string) => ({ slug, version: await version(), picture });
    expect((await movePicture({ ...(await change(two)), to: "earlier" }, who())).ok).toBe(true);
    expect((await movePicture({ ...(await change(two)), to: "earlier" }, who())).ok).toBe(true);
    expect((await inShop()).map(({ alt }) => alt)).toEqual(["Two", "One"]);
    expect(await movePicture({ slug, version: 1, picture: one, to: "earlier" }, who())).toMatchObject({
      code: "STALE",
    });
    expect((await removePicture(await change(two), who())).ok).toBe(true);
    expect(await removePicture(await change(one), who())).toMatchObject({ code: "NO_PICTURE" });
    expect((await inShop()).map(({ alt }) => alt)).toEqual(["One"]);
    const artisan = await hire("Mara");
    const refused = await removePicture(await change(one), { now: TUESDAY, actor: artisan });
    expect(refused).toMatchObject({ code: "FORBIDDEN" });
  });

  it("is what pieces are drawn into", async () => {
    await sendAndPublish();
    const engraved = { ...silverRing, engraving: [] };
    await placeOrder(productId, { lines: [{ personalization: engraved, quantity: 1, unitMinor: 20_000 }] });
    const drawn = await getPiecePicture(specOf(engraved).hash, "600.jpg");
    expect(await sharp(drawn ?? undefined).metadata()).toMatchObject({
      format: "jpeg",
      width: 600,
      height: 600,
    });
  });
});

describe("a photo that fails", () => {
  it("is refused too small, and of an unknown product, and nothing is stored", async () => {
    const small = await phonePhoto({ width: 1600, height: 900, orientation: 1 });
    const context = { ...who(), storage };
    const upload = { uploadId: "00000000-0000-4000-8000-000000000000", slug, bytes: small };
    expect(await uploadPicture(upload, context)).toMatchObject({ ok: false, why: "too-small" });
    expect(await uploadPicture({ ...upload, slug: "none", bytes: photo }, context)).toMatchObject({
      code: "NOT_FOUND",
    });
    expect(await uploadPicture({ ...upload, replaces: "none", bytes: photo }, context)).toMatchObject({
      code: "NOT_FOUND",
    });
    expect(await db.pictureUpload.count()).toBe(0);
    expect(await readdir(folder)).toEqual([]);
  });

  it("is tried again while the storage is away, then says so, and is mended by hand", async () => {
    const id = await send();
    const broken: Storage = { ...storage, put: () => Promise.reject(new Error("The disk is full")) };
    await expect(make(id, broken)).rejects.toThrow("The disk is full");
    expect(await db.pictureUpload.findUniqueOrThrow({ where: { id } })).toMatchObject({
      status: "PROCESSING",
    });
    await make(id, broken, true);
    expect(await db.pictureUpload.findUniqueOrThrow({ where: { id } })).toMatchObject({
      status: "FAILED",
      failure: expect.stringMatching(/Try again/),
    });
    expect((await retrySizes({ slug, version: await version(), upload: id }, who())).ok).toBe(true);
    await make(id);
    expect(await db.pictureUpload.findUniqueOrThrow({ where: { id } })).toMatchObject({
      status: "READY",
      failure: null,
    });
  });

  it("whose worker died between files and row is finished by the next try", async () => {
    const id = await send();
    await publish(id);
    let puts = 0;
    const dying: Storage = {
      ...storage,
      put: (...file) => {
        puts += 1;
        return puts > 5 ? Promise.reject(new Error("killed")) : storage.put(...file);
      },
    };
    await expect(make(id, dying)).rejects.toThrow("killed");
    expect(await inShop()).toEqual([]);
    await make(id);
    await make(id);
    expect(await inShop()).toHaveLength(1);
  });

  it("whose own copy is gone says that it must be sent again", async () => {
    const id = await send();
    await storage.remove(`masters/${id}.jpg`);
    await make(id);
    const { status, failure } = await db.pictureUpload.findUniqueOrThrow({ where: { id } });
    expect([status, failure]).toEqual(["FAILED", "The photo itself is gone. Please send it again."]);
  });
});

describe("the sweep", () => {
  const later = TUESDAY.add({ hours: 24 * 365 * 100 });

  it("removes what no row names, and nothing else", async () => {
    const pictureId = await sendAndPublish();
    const draft = await send(await phonePhoto({ width: 1200, height: 1200 }));
    await make(draft);
    await storage.put("job-photos/nobody.webp", Buffer.from("x"), "image/webp");
    await storage.put("media/0123456789abcdef0123456789abcdef/400.avif", Buffer.from("x"), "image/avif");
    await storage.put("masters/left-over.jpg", Buffer.from("x"), "image/jpeg");
    expect((await sweepFiles({ now: TUESDAY.subtract({ hours: 24 * 365 * 100 }), storage })).removed).toBe(0);
    expect((await sweepFiles({ now: later, storage })).removed).toBe(3);
    const [picture] = await inShop();
    expect(await storage.get(`media/${picture?.src.slice(7)}/800.webp`)).not.toBeNull();

    expect((await removeDraft({ slug, version: await version(), upload: draft }, who())).ok).toBe(true);
    // Thrown away at this moment: an open page may still show it.
    await db.retiredFiles.updateMany({ data: { retiredAt: new Date(later.epochMilliseconds) } });
    expect((await sweepFiles({ now: later, storage })).removed).toBe(2);
    expect((await sweepFiles({ now: later.add({ hours: 72 }), storage })).removed).toBe(10);
    expect(await db.retiredFiles.count()).toBe(0);
    expect(await db.productPicture.count({ where: { id: pictureId } })).toBe(1);
  });

  it("tells of photos whose sizes nobody makes any more", async () => {
    const id = await send();
    const soon = TUESDAY.add({ hours: 1 });
    expect((await sweepFiles({ now: soon, storage })).stuck).toBe(0);
    await db.$executeRaw`DELETE FROM graphile_worker._private_jobs`;
    expect((await sweepFiles({ now: soon, storage })).stuck).toBe(1);
    expect(await db.pictureUpload.findUniqueOrThrow({ where: { id } })).toMatchObject({ status: "FAILED" });
  });
});

describe("the address of a picture", () => {
  it("leads to finished sizes alone", async () => {
    vi.stubEnv("DATA_DIR", folder);
    const { GET } = await import("@/app/media/[file]/route");
    await sendAndPublish();
    const hash = (await inShop())[0]?.src.slice(7);
    const [upload] = await db.pictureUpload.findMany();
    const ask = (file: string, headers: Record<string, string> = {}) =>
      GET(new Request(`http://shop/media/${file}`, { headers }), { params: Promise.resolve({ file }) });
    const found = await ask(`${hash}-800.avif`);
    expect(found.status).toBe(200);
    expect(Object.fromEntries(found.headers)).toMatchObject({
      "content-type": "image/avif",
      "cache-control": "public, max-age=31536000, immutable",
      "x-content-type-options": "nosniff",
    });
    const etag = found.headers.get("etag") ?? "";
    expect((await ask(`${hash}-800.avif`, { "if-none-match": etag })).status).toBe(304);
    for (const file of [
      `${hash}-801.avif`,
      `${hash}-1600.avif`,
      `${hash}-800.png`,
      `${hash}-800.avif.part`,
      `${hash}`,
      `${hash}/800.avif`,
      `..%2Fmasters%2F${upload?.id}.jpg`,
      `../masters/${upload?.id}.jpg`,
      `${"0".repeat(32)}-800.avif`,
      `${hash}-constructor`,
      "",
    ]) {
      expect((await ask(file)).status, file).toBe(404);
    }
  });
});
