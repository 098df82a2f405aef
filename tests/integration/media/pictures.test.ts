import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import sharp from "sharp";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { readRig } from "@/lib/domain/rig";
import { getProduct } from "@/lib/features/catalog/data";
import { getStudioPictures } from "@/lib/features/catalog/picture-data";
import { movePicture, removePicture, savePicture } from "@/lib/features/catalog/picture-mutations";
import { getMediaFile } from "@/lib/features/media/data";
import { getPiecePicture } from "@/lib/features/previews/data";
import { hire } from "../../support/bench-orders";
import { testDb, waitingJobs } from "../../support/database";
import { placeOrder, silverRing, specOf } from "../../support/orders";
import { colourAt, phonePhoto } from "../../support/photos";
import { openPictureWorld, slug } from "../../support/picture-world";
import { TUESDAY } from "../../support/shop";

const db = testDb();
const world = await openPictureWorld();
const { storage, folder, send, make, publish, sendAndPublish, inShop, upload, version, who } = world;

beforeEach(() => world.begin());
afterAll(() => world.close());

describe("an uploaded picture", () => {
  it("waits for its sizes and its words, then the shop shows it in three formats", async () => {
    const id = await send();
    expect(await upload(id)).toMatchObject({
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
    expect(world.photo.includes("SECRET-OWNER")).toBe(true);
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
    expect(await upload(id)).toMatchObject({ publish: false });
  });

  it("is cut around what matters, and anew when that changes, with what was drawn into it", async () => {
    const pictureId = await sendAndPublish({ focusX: 0 });
    const first = (await inShop())[0];
    const left = await getMediaFile(`${first?.src.slice(7)}-400.webp`, storage);
    const slot = { id: "left", x0: 0.7, y0: 0.4, x1: 0.8, y1: 0.5, mm: 3 };
    await db.productPicture.update({ where: { id: pictureId }, data: { rig: { slots: [slot], zones: [] } } });
    const before = await version();
    const words = { alt: "A ring, from the right", alloyId: null, finishId: null, focusX: 0.5, focusY: 0.5 };
    const shown = { upload: first?.uploadId ?? "" };
    const change = { slug, version: before, picture: pictureId, ...shown, ...words };
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
    const retired = await db.retiredFiles.findMany();
    expect(retired.map(({ name }) => name).sort()).toEqual([old?.src.slice(7), old?.uploadId].sort());
    // What mattered in the old one was chosen in the old one.
    const words = { alt: "Another", alloyId: null, finishId: null, focusX: 0, focusY: 0 };
    const change = { slug, version: await version(), picture: pictureId, upload: old?.uploadId ?? "" };
    expect(await savePicture({ ...change, ...words }, who())).toMatchObject({ code: "STALE" });
    expect((await inShop())[0]).toMatchObject({ alt: "A ring", focusX: 0.5 });
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
    await placeOrder(world.productId(), {
      lines: [{ personalization: engraved, quantity: 1, unitMinor: 20_000 }],
    });
    const drawn = await getPiecePicture(specOf(engraved).hash, "600.jpg");
    expect(await sharp(drawn ?? undefined).metadata()).toMatchObject({
      format: "jpeg",
      width: 600,
      height: 600,
    });
  });
});
