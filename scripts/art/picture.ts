import path from "node:path";
import sharp from "sharp";

export const WIDTHS = [400, 800, 1000] as const;
const QUALITY = 78;
const PAPER = "#f4efe6";
const SIDE = 1000;
const GAP = 8;
const OPEN_GRAPH = { width: 1200, height: 630 };
/** how far the square picture fades into its backdrop on an Open Graph card */
const FEATHER = 70;
const EDGE = 24;

/** NAME-400.webp, -800 and -1000. */
export async function writeWidths(picture: Buffer, folder: string, name: string): Promise<void> {
  for (const width of WIDTHS) {
    await sharp(picture)
      .resize(width, width, { kernel: "lanczos3" })
      .webp({ quality: QUALITY, effort: 6, smartSubsample: true })
      .toFile(path.join(folder, `${name}-${width}.webp`));
  }
}

/** NAME-1200x630.jpg: the square in the middle, its outermost columns drawn out to either side. */
export async function writeOpenGraph(picture: Buffer, folder: string, name: string): Promise<void> {
  const { width, height } = OPEN_GRAPH;
  const left = Math.round((width - height) / 2);
  const mask = Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${height}" height="${height}"><defs><linearGradient id="g">
      <stop offset="0" stop-color="#fff" stop-opacity="0"/><stop offset="${FEATHER / height}" stop-color="#fff"/>
      <stop offset="${1 - FEATHER / height}" stop-color="#fff"/><stop offset="1" stop-color="#fff" stop-opacity="0"/>
    </linearGradient></defs><rect width="100%" height="100%" fill="url(#g)"/></svg>`,
  );
  const square = await sharp(picture)
    .resize(height, height)
    .ensureAlpha()
    .composite([{ input: mask, blend: "dest-in" }])
    .png()
    .toBuffer();
  const side = (from: number) =>
    sharp(picture)
      .extract({ left: from, top: 0, width: EDGE, height: SIDE })
      .resize(width / 2, height, { fit: "fill" })
      .blur(24)
      .toBuffer();
  await sharp({ create: { width, height, channels: 3, background: PAPER } })
    .composite([
      { input: await side(0), left: 0, top: 0 },
      { input: await side(SIDE - EDGE), left: width / 2, top: 0 },
      { input: square, left, top: 0 },
    ])
    .jpeg({ quality: QUALITY, mozjpeg: true })
    .toFile(path.join(folder, `${name}-1200x630.jpg`));
}

/** NAME-1200x630.jpg of a set: its two pieces side by side on paper. */
export async function writePairOpenGraph(
  one: Buffer,
  other: Buffer,
  folder: string,
  name: string,
): Promise<void> {
  const { width, height } = OPEN_GRAPH;
  const half = (width - GAP) / 2;
  const fit = (picture: Buffer) => sharp(picture).resize(half, height, { fit: "cover" }).toBuffer();
  await sharp({ create: { width, height, channels: 3, background: PAPER } })
    .composite([
      { input: await fit(one), left: 0, top: 0 },
      { input: await fit(other), left: half + GAP, top: 0 },
    ])
    .jpeg({ quality: QUALITY, mozjpeg: true })
    .toFile(path.join(folder, `${name}-1200x630.jpg`));
}

/** Two strips, one above the other, on paper. */
export async function diptych(
  above: { picture: Buffer; centre: number },
  below: { picture: Buffer; centre: number },
): Promise<Buffer> {
  const height = (SIDE - GAP) / 2;
  const strip = ({ picture, centre }: { picture: Buffer; centre: number }) =>
    sharp(picture)
      .extract({ left: 0, top: Math.round(centre * SIDE - height / 2), width: SIDE, height })
      .toBuffer();
  return sharp({ create: { width: SIDE, height: SIDE, channels: 3, background: PAPER } })
    .composite([
      { input: await strip(above), left: 0, top: 0 },
      { input: await strip(below), left: 0, top: height + GAP },
    ])
    .png()
    .toBuffer();
}

/** A square part, enlarged; the source has 1000 px, so anything under a third of it would show. */
export async function study(
  picture: Buffer,
  part: { left: number; top: number; size: number },
): Promise<Buffer> {
  const side = Math.round(part.size * SIDE);
  return sharp(picture)
    .extract({
      left: Math.round(part.left * SIDE),
      top: Math.round(part.top * SIDE),
      width: side,
      height: side,
    })
    .resize(SIDE, SIDE, { kernel: "lanczos3" })
    .sharpen({ sigma: 1.1, m1: 0.4, m2: 1.2 })
    .png()
    .toBuffer();
}

/** The same ground brightness as `like`: the layered pictures were exposed a third of a stop lighter. */
export async function gradeLike(picture: Buffer, like: Buffer): Promise<Buffer> {
  return sharp(picture)
    .linear(await gainTo(picture, like), [0, 0, 0])
    .png()
    .toBuffer();
}

/** By how much red, green and blue differ. */
export async function gainTo(picture: Buffer, like: Buffer): Promise<number[]> {
  const [own, wanted] = [await groundOf(picture), await groundOf(like)];
  return wanted.map((level, channel) => level / (own[channel] ?? level));
}

/** Mean red, green and blue of the lower left corner, where nothing but ground lies. */
async function groundOf(picture: Buffer): Promise<number[]> {
  const { channels } = await sharp(
    await sharp(picture).removeAlpha().extract({ left: 20, top: 850, width: 130, height: 130 }).toBuffer(),
  ).stats();
  return channels.map((channel) => channel.mean);
}
