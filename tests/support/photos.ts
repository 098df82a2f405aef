import sharp from "sharp";

/** A photo as a telephone makes it: a gradient that says which way is up, with time and place in its EXIF. */
export async function phonePhoto(
  { width, height, orientation = 1 }: { width: number; height: number; orientation?: number } = {
    width: 1600,
    height: 1200,
  },
): Promise<Buffer> {
  return sharp(await scene(width, height))
    .withMetadata({ orientation })
    .withExifMerge({
      IFD0: { Make: "Telephone", Copyright: "SECRET-OWNER" },
      IFD3: {
        GPSLatitudeRef: "N",
        GPSLatitude: "51/1 27/1 0/1",
        GPSLongitudeRef: "W",
        GPSLongitude: "2/1 35/1 0/1",
      },
    })
    .jpeg()
    .toBuffer();
}

/** Red at the left, blue at the right; light above, dark below. */
export async function scene(width: number, height: number): Promise<Buffer> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><defs>
    <linearGradient id="a"><stop offset="0" stop-color="#e01010"/><stop offset="1" stop-color="#1010e0"/></linearGradient>
    <linearGradient id="b" x2="0" y2="1"><stop offset="0" stop-color="#fff" stop-opacity=".6"/><stop offset="1" stop-color="#000" stop-opacity=".6"/></linearGradient>
    </defs><rect width="100%" height="100%" fill="url(#a)"/><rect width="100%" height="100%" fill="url(#b)"/></svg>`;
  return sharp(Buffer.from(svg)).png().toBuffer();
}

/** The mean colour of a corner of a picture. */
export async function colourAt(picture: Uint8Array, [x, y]: readonly [number, number]): Promise<number[]> {
  const { width, height } = await sharp(picture).metadata();
  const side = Math.round(Math.min(width, height) / 20);
  const left = Math.min(width - side, Math.round(width * x));
  const top = Math.min(height - side, Math.round(height * y));
  const part = await sharp(picture).extract({ left, top, width: side, height: side }).png().toBuffer();
  return (await sharp(part).stats()).channels.map(({ mean }) => Math.round(mean));
}
