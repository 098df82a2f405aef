import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { decoded, readPhoto, readPicture } from "@/lib/features/media/read-picture";
import { colourAt, phonePhoto, scene } from "../../../support/photos";

const still = () => scene(300, 200);
const jpeg = async () =>
  sharp(await still())
    .jpeg()
    .toBuffer();
const ftyp = (brands: string) =>
  Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from(`ftyp${brands}`), Buffer.alloc(64)]);

/** Red, then blue: a film of two pictures. */
async function film(format: "gif" | "webp"): Promise<Buffer> {
  const frames = await Promise.all(
    ["#f00", "#00f"].map((background) =>
      sharp({ create: { width: 20, height: 20, channels: 3, background } })
        .png()
        .toBuffer(),
    ),
  );
  return sharp(frames, { join: { animated: true } })
    .toFormat(format)
    .toBuffer();
}

async function whyNot(bytes: Uint8Array): Promise<string> {
  const read = await readPhoto(bytes);
  return read.ok ? "taken" : `${read.why}: ${read.message}`;
}

describe("an upload", () => {
  it.each(["jpeg", "png", "webp", "avif"] as const)(
    "is taken as %s, whatever it is called",
    async (format) => {
      const bytes = await sharp(await still())
        .toFormat(format)
        .toBuffer();
      expect((await readPicture(bytes)).ok).toBe(true);
    },
  );

  it.each([
    ["a page", () => Buffer.from("<!doctype html><script>alert(1)</script>"), /^not-a-photo/],
    ["an SVG with a script", () => Buffer.from('<?xml version="1.0"?><svg onload="alert(1)"/>'), /^drawing/],
    ["a PDF", () => Buffer.from("%PDF-1.7\n%âãÏÓ"), /^pdf/],
    ["a GIF", () => film("gif"), /^moving/],
    ["an animated WebP", () => film("webp"), /^moving/],
    ["an AVIF film", () => ftyp("avis\0\0\0\0avismsf1"), /^moving/],
    ["an iPhone's photo", () => ftyp("heic\0\0\0\0mif1heic"), /^heic.*Most compatible/],
    ["a film", () => ftyp("isom\0\0\0\0isommp42"), /^not-a-photo/],
    [
      "a TIFF",
      async () =>
        sharp(await still())
          .tiff()
          .toBuffer(),
      /^not-a-photo/,
    ],
    ["a photo cut off half way", async () => (await jpeg()).subarray(0, 2000), /^broken/],
    ["a PNG cut off near its end", async () => (await still()).subarray(0, -400), /^broken/],
    ["the head of a photo", async () => (await jpeg()).subarray(0, 12), /^broken/],
    ["nothing but zeros", () => Buffer.alloc(4096), /^not-a-photo/],
    ["more than 25 MB", () => Buffer.alloc(25 * 1024 * 1024 + 1), /^too-large/],
  ])("is refused in words where it is %s", async (_what, make, expected) => {
    expect(await whyNot(await make())).toMatch(expected);
  });

  it("of two hundred megapixels is refused by its head, before it is opened", async () => {
    const bomb = await sharp({ create: { width: 20_000, height: 10_000, channels: 3, background: "#fff" } })
      .png()
      .toBuffer();
    const began = performance.now();
    expect(await whyNot(bomb)).toMatch(/^too-many-pixels/);
    expect(performance.now() - began).toBeLessThan(500);
  });

  it("comes out upright, without time, place and owner", async () => {
    // 6: the camera was turned, and the picture's left is below.
    const turned = await phonePhoto({ width: 1200, height: 600, orientation: 6 });
    expect((await sharp(turned).metadata()).exif?.includes("SECRET-OWNER")).toBe(true);
    const read = await readPicture(turned);
    expect(read.ok && [read.value.width, read.value.height]).toEqual([600, 1200]);
    const photo = await readPhoto(turned);
    if (!photo.ok) throw new Error(photo.message);
    const { exif, xmp, iptc, icc, orientation } = await sharp(photo.value.bytes).metadata();
    expect({ exif, xmp, iptc, icc, orientation }).toEqual({});
    expect(Buffer.from(photo.value.bytes).includes("SECRET-OWNER")).toBe(false);
    const [red = 0, , blue = 0] = await colourAt(photo.value.bytes, [0.5, 0]);
    expect(red).toBeGreaterThan(blue + 60);
  });

  it("in a printer's inks, or in a telephone's wide colours, becomes what it looks like", async () => {
    const grey = sharp({ create: { width: 40, height: 40, channels: 3, background: "#c08040" } });
    const plain = await grey.clone().png().toBuffer();
    const inks = await sharp(plain).toColourspace("cmyk").jpeg({ quality: 95 }).toBuffer();
    expect((await sharp(inks).metadata()).space).toBe("cmyk");
    const wide = await sharp(plain).withIccProfile("p3").jpeg({ quality: 95 }).toBuffer();
    for (const bytes of [inks, wide]) {
      const photo = await readPhoto(bytes);
      if (!photo.ok) throw new Error(photo.message);
      expect(await sharp(photo.value.bytes).metadata()).toMatchObject({ space: "srgb", channels: 3 });
      const [red = 0, green = 0, blue = 0] = await colourAt(photo.value.bytes, [0.5, 0.5]);
      expect(Math.abs(red - 0xc0)).toBeLessThan(24);
      expect(Math.abs(green - 0x80)).toBeLessThan(24);
      expect(Math.abs(blue - 0x40)).toBeLessThan(24);
    }
  });

  it("that is cut out stands on white", async () => {
    const clear = await sharp({ create: { width: 20, height: 20, channels: 4, background: "#00000000" } })
      .png()
      .toBuffer();
    const photo = await readPhoto(clear);
    expect(photo.ok && (await colourAt(photo.value.bytes, [0.5, 0.5]))).toEqual([255, 255, 255]);
  });
});

describe("decoding", () => {
  it("goes one photo at a time, whoever sends them, and past one that can't be read", async () => {
    let inside = 0;
    let most = 0;
    const read = (value: number) => async () => {
      inside += 1;
      most = Math.max(most, inside);
      await new Promise((rest) => setTimeout(rest, 2));
      inside -= 1;
      if (value === 1) throw new Error("cut off");
      return value;
    };
    const answers = await Promise.all([0, 1, 2].map((value) => decoded(read(value))));
    expect(answers.map(({ ok }) => ok)).toEqual([true, false, true]);
    expect(most).toBe(1);
  });
});
