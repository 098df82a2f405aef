import sharp from "sharp";
import { beforeEach, describe, expect, it } from "vitest";
import { GET } from "@/app/pictures/pieces/[file]/route";
import type { Personalization } from "@/lib/domain/personalization";
import { readSpec } from "@/lib/domain/spec";
import { getPiecePicture } from "@/lib/features/previews/data";
import { pictureOfPiece, pieceColumns } from "@/lib/features/previews/schema";
import { emptyDatabase, testDb } from "../../support/database";
import { placeOrder, silverRing, specOf } from "../../support/orders";
import { samplePiece } from "../../support/sample-rigs";
import { createShop } from "../../support/shop";

const db = testDb();
const sapphireRing: Personalization = { ...silverRing, stones: [{ slot: "left", stone: "sapphire" }] };

beforeEach(async () => {
  await emptyDatabase();
  const { productId } = await createShop();
  const [slot, ...others] = samplePiece("trio-birthstone-ring").picture.rig?.slots ?? [];
  if (!slot) throw new Error("The trio has slots");
  await db.productPicture.deleteMany({ where: { productId } });
  await db.productPicture.create({
    data: {
      ...{ productId, position: 0, width: 1000, height: 1000, alt: "A ring", alloyId: "18k-yellow-gold" },
      src: "/pictures/trio-birthstone-ring",
      rig: { slots: [{ ...slot, id: "left" }, ...others], zones: [] },
    },
  });
  await placeOrder(productId, {
    lines: [silverRing, sapphireRing].map((personalization) => ({
      personalization,
      quantity: 1,
      unitMinor: 20_000,
    })),
  });
});

describe("the picture of a piece", () => {
  it("is drawn for what differs from the photo, and is the photo where nothing does", async () => {
    const asPictured = await getPiecePicture(specOf(silverRing).hash, "400.webp");
    const other = await getPiecePicture(specOf(sapphireRing).hash, "400.webp");
    if (!asPictured || !other) throw new Error("Not drawn");
    expect(await sharp(other).metadata()).toMatchObject({ format: "webp", width: 400, height: 400 });
    const redness = async (picture: Uint8Array) => {
      // Statistics are of a file as it is, not of what is done to it: so it is cut out first.
      const stone = await sharp(picture)
        .extract({ left: 150, top: 126, width: 24, height: 24 })
        .png()
        .toBuffer();
      const { channels } = await sharp(stone).stats();
      return (channels[0]?.mean ?? 0) - (channels[2]?.mean ?? 0);
    };
    expect(await redness(asPictured)).toBeGreaterThan(10);
    expect(await redness(other)).toBeLessThan(-10);
  });

  it("is a JPEG for mail programs, and a wide card for whoever shows a shared link", async () => {
    const { hash } = specOf(sapphireRing);
    for (const [format, width, height] of [
      ["600.jpg", 600, 600],
      ["1200x630.jpg", 1200, 630],
    ] as const) {
      const response = await GET(new Request("http://shop/"), {
        params: Promise.resolve({ file: `${hash}-${format}` }),
      });
      expect(response.headers.get("content-type")).toBe("image/jpeg");
      const picture = sharp(Buffer.from(await response.arrayBuffer()));
      expect(await picture.metadata()).toMatchObject({ format: "jpeg", width, height });
    }
  });

  it("is named by its spec, and described in the spec's words", async () => {
    const { canonical, hash } = specOf(sapphireRing);
    const pictures = await db.productPicture.findMany({ select: pieceColumns });
    expect(pictureOfPiece(pictures, readSpec(canonical), hash)).toEqual({
      src: `/pictures/pieces/${hash}`,
      alt: "Two-stone ring in sterling silver, polished, with sapphire.",
      ...{ width: 1000, height: 1000, inOrderedMetal: false, inOrderedFinish: true },
    });
  });

  it("is found by a whole hash and one of our widths alone", async () => {
    const { hash } = specOf(sapphireRing);
    const status = async (file: string) =>
      (await GET(new Request("http://shop/"), { params: Promise.resolve({ file }) })).status;
    expect(await status(`${hash}-800.webp`)).toBe(200);
    for (const file of [
      `${hash}-801.webp`,
      `${"0".repeat(64)}-800.webp`,
      `${hash}.webp`,
      `${hash}-800.jpg`,
      `${hash}-constructor`,
      "..%2f..%2fetc-800.webp",
      "\u0000",
    ])
      expect(await status(file)).toBe(404);
  });
});
