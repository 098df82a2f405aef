import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import sharp from "sharp";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createLocalStorage } from "@/lib/adapters/storage/local-storage";
import type { Storage } from "@/lib/adapters/storage/stored-files";
import type { StaffActor } from "@/lib/domain/event";
import {
  addPhoto,
  getPhotoForBuyer,
  getPhotoForStudio,
  setPhotoVisible,
} from "@/lib/features/workshop/job-photos";
import { hire, paidOrder } from "../../support/bench-orders";
import { emptyDatabase, testDb } from "../../support/database";
import { createShop, TUESDAY } from "../../support/shop";

const db = testDb();
let folder = "";
let storage: Storage;
let mara: StaffActor;
let order: Awaited<ReturnType<typeof paidOrder>>;

beforeEach(async () => {
  await emptyDatabase();
  const { productId } = await createShop();
  mara = await hire("Mara");
  order = await paidOrder(productId);
  folder = await mkdtemp(path.join(tmpdir(), "photos-"));
  storage = createLocalStorage(folder);
});
afterEach(() => rm(folder, { recursive: true }));

const jpeg = (width = 400, height = 300) =>
  sharp({ create: { width, height, channels: 3, background: "#a87" } })
    .jpeg()
    .withExif({ IFD0: { Copyright: "somebody", Model: "Telephone" }, IFD3: { GPSLatitude: "51/1 27/1 0/1" } })
    .toBuffer();
const who = () => ({ now: TUESDAY, actor: mara, storage });
const photo = (bytes: Uint8Array, jobId = order.jobIds[0] ?? "") => ({
  photoId: "photo-1",
  jobId,
  caption: "Before polishing",
  bytes,
});

describe("a job's photos", () => {
  it("are kept without camera and place, and shown to the studio", async () => {
    expect(await addPhoto(photo(await jpeg()), who())).toEqual({ ok: true, value: { photoId: "photo-1" } });
    const kept = await getPhotoForStudio("photo-1", storage);
    const { format, exif, width, height } = await sharp(kept?.bytes).metadata();
    expect({ format, exif, width, height, type: kept?.contentType }).toEqual({
      format: "webp",
      exif: undefined,
      width: 400,
      height: 300,
      type: "image/webp",
    });
    expect(await db.event.count({ where: { type: "PHOTO_ADDED", jobId: order.jobIds[0] ?? "" } })).toBe(1);
  });

  it("reach the buyer of that order alone, and only while the workshop shows them", async () => {
    await addPhoto(photo(await jpeg()), who());
    const mine = { photoId: "photo-1", orderToken: order.token };
    expect(await getPhotoForBuyer(mine, storage)).toBeNull();
    await setPhotoVisible({ photoId: "photo-1", visible: true }, who());
    await setPhotoVisible({ photoId: "photo-1", visible: true }, who());
    expect(await getPhotoForBuyer(mine, storage)).not.toBeNull();
    expect(await getPhotoForBuyer({ ...mine, orderToken: "x".repeat(27) }, storage)).toBeNull();
    await db.order.update({ where: { id: order.id }, data: { tokenRevokedAt: new Date() } });
    expect(await getPhotoForBuyer(mine, storage)).toBeNull();
    expect(await db.event.count({ where: { type: "PHOTO_SHOWN" } })).toBe(1);
  });

  it("are refused where they aren't photos, too large, or of no job; nothing is stored", async () => {
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>');
    expect(await addPhoto(photo(svg), who())).toMatchObject({ ok: false, why: "drawing" });
    expect(await addPhoto(photo(Buffer.from("GIF89a nonsense")), who())).toMatchObject({
      why: "moving",
    });
    const whole = await jpeg();
    expect(await addPhoto(photo(whole.subarray(0, whole.length / 2)), who())).toMatchObject({
      why: "broken",
    });
    const heavy = Buffer.alloc(25 * 1024 * 1024 + 1);
    expect(await addPhoto(photo(heavy), who())).toMatchObject({ why: "too-large" });
    // A picture that is small as a file and 100 megapixels when opened.
    const bomb = await sharp({ create: { width: 10_000, height: 10_000, channels: 3, background: "#fff" } })
      .png()
      .toBuffer();
    expect(await addPhoto(photo(bomb), who())).toMatchObject({ why: "too-many-pixels" });
    expect(await addPhoto(photo(whole, "none"), who())).toMatchObject({ code: "NOT_FOUND" });
    expect(await db.jobPhoto.count()).toBe(0);
    expect(await readdir(folder)).toEqual([]);
  });

  it("are turned upright and made no larger than needed", async () => {
    const large = await sharp(await jpeg(3000, 1500))
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();
    await addPhoto(photo(large), who());
    expect(await db.jobPhoto.findFirstOrThrow()).toMatchObject({
      width: 1000,
      height: 2000,
      contentType: "image/webp",
    });
  });
});
