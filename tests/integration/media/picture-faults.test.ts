import { readdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { afterAll, beforeEach, describe, expect, it, vi } from "vitest";
import type { Storage } from "@/lib/adapters/storage/stored-files";
import { removeDraft, retrySizes } from "@/lib/features/catalog/picture-mutations";
import { uploadPicture } from "@/lib/features/catalog/upload-picture";
import { getMediaFile } from "@/lib/features/media/data";
import { adoptFiles } from "@/lib/features/media/file-owner";
import { sweepFiles } from "@/lib/features/media/sweep";
import { log } from "@/lib/platform/log";
import { openBucketServer } from "../../support/bucket";
import { testDb } from "../../support/database";
import { phonePhoto } from "../../support/photos";
import { openPictureWorld, slug } from "../../support/picture-world";
import { TUESDAY } from "../../support/shop";

const db = testDb();
const world = await openPictureWorld();
const { storage, folder, send, make, publish, sendAndPublish, inShop, upload, version, who } = world;

beforeEach(() => world.begin());
afterAll(() => world.close());

describe("a photo that fails", () => {
  it("is refused too small, and of an unknown product, and nothing is stored", async () => {
    const small = await phonePhoto({ width: 1600, height: 900, orientation: 1 });
    const context = { ...who(), storage };
    const sent = { uploadId: "00000000-0000-4000-8000-000000000000", slug, bytes: small };
    expect(await uploadPicture(sent, context)).toMatchObject({ ok: false, why: "too-small" });
    expect(await uploadPicture({ ...sent, slug: "none", bytes: world.photo }, context)).toMatchObject({
      code: "NOT_FOUND",
    });
    expect(await uploadPicture({ ...sent, replaces: "none", bytes: world.photo }, context)).toMatchObject({
      code: "NOT_FOUND",
    });
    expect(await db.pictureUpload.count()).toBe(0);
    expect(await readdir(folder)).toEqual([]);
  });

  it("is tried again while the storage is away, then says so, and is mended by hand", async () => {
    const id = await send();
    const broken: Storage = { ...storage, put: () => Promise.reject(new Error("The disk is full")) };
    await expect(make(id, broken)).rejects.toThrow("The disk is full");
    expect(await upload(id)).toMatchObject({
      status: "PROCESSING",
    });
    await make(id, broken, true);
    expect(await upload(id)).toMatchObject({
      status: "FAILED",
      failure: expect.stringMatching(/Try again/),
    });
    expect((await retrySizes({ slug, upload: id }, who())).ok).toBe(true);
    await make(id);
    expect(await upload(id)).toMatchObject({
      status: "READY",
      failure: null,
    });
  });

  it("isn't given up where another square was chosen meanwhile: its own job follows", async () => {
    const id = await send();
    const chosen: Storage = {
      ...storage,
      async get(key) {
        await db.pictureUpload.update({ where: { id }, data: { focusX: 0.25 } });
        throw new Error(`The bucket is away: ${key}`);
      },
    };
    await make(id, chosen, true);
    expect(await upload(id)).toMatchObject({ status: "PROCESSING", failure: null });
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
    // Perhaps only its folder is away.
    await expect(make(id)).rejects.toThrow("not in the storage");
    expect((await upload(id)).status).toBe("PROCESSING");
    await make(id, storage, true);
    const { status, failure } = await upload(id);
    expect([status, failure]).toEqual(["FAILED", "The photo itself is gone. Please send it again."]);
  });
});

describe("photos that came in", () => {
  it("are thrown away one right after the other, and leave every open page as it was", async () => {
    const before = await version();
    const ids = [await send(), await send(await phonePhoto({ width: 1200, height: 1200 }))];
    const answers = await Promise.all(ids.map((upload) => removeDraft({ slug, upload }, who())));
    expect(answers.map(({ ok }) => ok)).toEqual([true, true]);
    expect(await db.pictureUpload.count()).toBe(0);
    expect(await version()).toBe(before);
    expect(await removeDraft({ slug, upload: ids[0] ?? "" }, who())).toMatchObject({ code: "NOT_FOUND" });
  });

  it("aren't thrown away once they are in the shop", async () => {
    const id = await send();
    await publish(id);
    await make(id);
    expect(await removeDraft({ slug, upload: id }, who())).toMatchObject({ code: "NOT_FOUND" });
    expect(await inShop()).toHaveLength(1);
  });
});

describe("the sweep", () => {
  const later = TUESDAY.add({ hours: 24 * 365 * 100 });
  beforeEach(() => adoptFiles(storage));

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

    expect((await removeDraft({ slug, upload: draft }, who())).ok).toBe(true);
    // Thrown away at this moment: an open page may still show it.
    await db.retiredFiles.updateMany({ data: { retiredAt: new Date(later.epochMilliseconds) } });
    expect((await sweepFiles({ now: later.add({ hours: 47 }), storage })).removed).toBe(0);
    expect(await storage.get(`masters/${draft}.jpg`)).not.toBeNull();
    expect((await sweepFiles({ now: later.add({ hours: 49 }), storage })).removed).toBe(12);
    expect(await storage.get(`masters/${draft}.jpg`)).toBeNull();
    expect(await db.retiredFiles.count()).toBe(0);
    expect(await db.productPicture.count({ where: { id: pictureId } })).toBe(1);
  });

  it("removes nothing where the files are another shop's, until this one says that they are its own", async () => {
    const errors = vi.spyOn(log, "error").mockImplementation(() => undefined);
    await sendAndPublish();
    const files = () => readdir(path.join(folder, "files"), { recursive: true });
    const before = await files();
    // A backup of a year ago, restored to try it, with the bucket of the shop that goes on.
    await db.productPicture.deleteMany();
    await db.pictureUpload.deleteMany();
    await db.fileOwner.deleteMany();
    expect((await sweepFiles({ now: later, storage })).removed).toBe(0);
    await db.fileOwner.create({ data: { shopId: "00000000-0000-4000-8000-000000000000" } });
    expect((await sweepFiles({ now: later, storage })).removed).toBe(0);
    expect(await files()).toEqual(before);
    expect(errors).toHaveBeenCalledTimes(2);
    errors.mockRestore();
    await adoptFiles(storage);
    expect((await sweepFiles({ now: later, storage })).removed).toBe(12);
  });

  it("takes files that are nobody's for its own, and removes nothing yet", async () => {
    await storage.put("masters/left-over.jpg", Buffer.from("x"), "image/jpeg");
    await storage.remove("shop-id.txt");
    expect((await sweepFiles({ now: later, storage })).removed).toBe(0);
    expect((await sweepFiles({ now: later, storage })).removed).toBe(1);
  });

  it("goes in batches, each of which looks anew at what is named meanwhile", async () => {
    const hashes = Array.from({ length: 30 }, (_, index) => index.toString(16).padStart(32, "0"));
    for (const hash of hashes) await storage.put(`media/${hash}/400.avif`, Buffer.from("x"), "image/avif");
    const named: Storage = {
      ...storage,
      async remove(key) {
        await storage.remove(key);
        const kept = hashes.map((name) => ({ name, retiredAt: new Date(later.epochMilliseconds) }));
        await db.retiredFiles.createMany({ data: kept, skipDuplicates: true });
      },
    };
    expect((await sweepFiles({ now: later, storage: named })).removed).toBe(25);
    const left = await readdir(path.join(folder, "files/media"), { recursive: true });
    expect(left.filter((name) => name.endsWith(".avif"))).toHaveLength(5);
  });

  it("leaves alone what isn't ours by its name, and isn't stopped by it", async () => {
    await storage.put("masters/left-over.jpg", Buffer.from("x"), "image/jpeg");
    for (const name of [".DS_Store", "Ring 1.JPG"])
      await writeFile(path.join(folder, "files/masters", name), "x");
    expect((await sweepFiles({ now: later, storage })).removed).toBe(1);
    expect((await readdir(path.join(folder, "files/masters"))).sort()).toEqual([".DS_Store", "Ring 1.JPG"]);
  });

  it("tells of photos whose sizes nobody makes any more", async () => {
    const id = await send();
    const soon = TUESDAY.add({ hours: 1 });
    expect((await sweepFiles({ now: soon, storage })).stuck).toBe(0);
    // At its last try, which takes its time.
    await db.$executeRaw`UPDATE graphile_worker._private_jobs SET attempts = max_attempts, locked_at = now()`;
    expect((await sweepFiles({ now: soon, storage })).stuck).toBe(0);
    await db.$executeRaw`DELETE FROM graphile_worker._private_jobs`;
    // Whatever becomes of the files.
    const away: Storage = {
      ...storage,
      list: () => {
        throw new Error("The bucket is away");
      },
    };
    await expect(sweepFiles({ now: soon, storage: away })).rejects.toThrow("away");
    expect(await upload(id)).toMatchObject({ status: "FAILED" });
  });
});

describe("the address of a picture", () => {
  it("leads to finished sizes alone", async () => {
    const { GET } = await import("@/app/media/[file]/route");
    await sendAndPublish();
    const hash = (await inShop())[0]?.src.slice(7);
    const [kept] = await db.pictureUpload.findMany();
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
      `..%2Fmasters%2F${kept?.id}.jpg`,
      `../masters/${kept?.id}.jpg`,
      `${"0".repeat(32)}-800.avif`,
      `${hash}-constructor`,
      "",
    ]) {
      expect((await ask(file)).status, file).toBe(404);
    }
  });
});

describe("a shop whose photos lie in a bucket", () => {
  it("has its pictures made, shown and swept there", async () => {
    const server = await openBucketServer(path.join(folder, "s3"), { listsToo: true });
    try {
      const bucket = server.bucket();
      const id = await world.send(world.photo, undefined, bucket);
      await publish(id);
      await make(id, bucket);
      const hash = (await inShop())[0]?.src.slice(7);
      expect((await getMediaFile(`${hash}-800.avif`, bucket))?.contentType).toBe("image/avif");
      expect(await readdir(path.join(folder, "files")).catch(() => "nothing")).toBe("nothing");
      await adoptFiles(bucket);
      await bucket.put("masters/left-over.jpg", Buffer.from("x"), "image/jpeg");
      expect(
        (await sweepFiles({ now: TUESDAY.add({ hours: 24 * 365 * 100 }), storage: bucket })).removed,
      ).toBe(1);
    } finally {
      await server.close();
    }
  });
});
