/**
 * Pictures of single stones, to be laid over a piece's photo, and where they lie. Stones that were rendered for the
 * piece are taken as they are; for all others the photo's own stone is made grey, and coloured as it is shown.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import sharp from "sharp";
import { type Box, type Rig, rigSchema } from "@/lib/domain/rig";
import { gainTo } from "./picture";
import { layeredStones, picturedStones } from "./plan";
import { inReadingOrder } from "./rigs";

const SIDE = 1000;
const QUALITY = 80;
const FEATHER = 3;

type Folders = { source: string; pictures: string; rigs: string };

export async function prepareStones(folders: Folders): Promise<void> {
  mkdirSync(path.join(folders.pictures, "stones"), { recursive: true });
  for (const file of readdirSync(folders.rigs)) {
    const name = file.replace(/\.json$/, "");
    const target = path.join(folders.rigs, file);
    const rig = rigSchema.parse(JSON.parse(readFileSync(target, "utf8")));
    const slug = Object.keys(picturedStones).find((candidate) => name.startsWith(candidate));
    const finished = slug
      ? slug === layeredStones.slug
        ? await layered(folders, name, rig)
        : await photographed(folders, name, rig, picturedStones[slug] ?? [])
      : rig;
    writeFileSync(target, `${JSON.stringify(inReadingOrder(finished))}\n`);
  }
}

/** The trio: its settings empty, as an overlay for each alloy, and every stone in each of its settings. */
async function layered({ source, pictures }: Folders, name: string, rig: Rig): Promise<Rig> {
  const { slug, box, alloyOfHero } = layeredStones;
  const alloy = name === slug ? alloyOfHero : name.slice(slug.length + 1);
  const folder = path.join(source, "layers-example");
  const base = readFileSync(path.join(folder, "images", `${slug}--${alloy}--hero-base.webp`));
  const gain = await gainTo(base, await readPhoto(pictures, name));
  const empty = await sharp(base).linear(gain, [0, 0, 0]).extract(inPixels(box)).png().toBuffer();
  await writeSprite(
    await sharp(empty)
      .composite([await softFrame(inPixels(box))])
      .png()
      .toBuffer(),
    pictures,
    `${name}-settings`,
  );
  const slots = rig.slots.map(async (slot, index) => {
    const place = `slot${index + 1}`;
    const { x, y, w, h } = JSON.parse(
      readFileSync(path.join(folder, "rigs", `${slug}--${place}.json`), "utf8"),
    );
    const prefix = `${slug}--hero--${place}--`;
    const files = readdirSync(path.join(folder, "sprites")).filter((file) => file.startsWith(prefix));
    const stones = files.map((file) => file.slice(prefix.length).replace(/\.webp$/, ""));
    const sprite = `${slug}-${slot.id}`;
    // One set sits in every alloy: it is written with the hero's.
    if (name === slug) {
      for (const stone of stones) {
        const picture = readFileSync(path.join(folder, "sprites", `${prefix}${stone}.webp`));
        await writeSprite(
          await sharp(picture)
            .linear([...gain, 1], [0, 0, 0, 0])
            .png()
            .toBuffer(),
          pictures,
          `${sprite}-${stone}`,
        );
        if (stone === "diamond") await writeSprite(await grey(picture), pictures, `${sprite}-grey`);
      }
    }
    const at: Box = [x, y, round(x + w), round(y + h)];
    return {
      ...slot,
      pictured: picturedStones[slug]?.[index] ?? "",
      sprite: { src: `/pictures/stones/${sprite}`, box: at, stones },
    };
  });
  return {
    ...rig,
    slots: await Promise.all(slots),
    settings: { src: `/pictures/stones/${name}-settings`, box },
  };
}

/** Cut out of the photo itself, within its rim. */
async function photographed(
  { pictures }: Folders,
  name: string,
  rig: Rig,
  pictured: readonly string[],
): Promise<Rig> {
  const photo = await readPhoto(pictures, name);
  const slots = rig.slots.map(async (slot, index) => {
    const box: Box = [slot.x0, slot.y0, slot.x1, slot.y1];
    const area = inPixels(box);
    const stone = await sharp(photo).extract(area).removeAlpha().png().toBuffer();
    const cut = await sharp(await grey(stone))
      .composite([await softOval(area)])
      .png()
      .toBuffer();
    const sprite = `${name}-${slot.id}`;
    await writeSprite(cut, pictures, `${sprite}-grey`);
    return {
      ...slot,
      pictured: pictured[index] ?? "",
      sprite: { src: `/pictures/stones/${sprite}`, box, stones: [] },
    };
  });
  return { ...rig, slots: await Promise.all(slots) };
}

/** From black to white, whatever colour it had. */
async function grey(picture: Buffer): Promise<Buffer> {
  const { data, info } = await sharp(picture).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  const light = Array.from({ length: info.width * info.height }, (_, index) => {
    const [red = 0, green = 0, blue = 0] = data.subarray(index * 4, index * 4 + 3);
    return (Math.max(red, green, blue) + red * 0.3 + green * 0.5 + blue * 0.2) / 2;
  });
  const seen = light.filter((_, index) => (data[index * 4 + 3] ?? 0) > 200).sort((a, b) => a - b);
  const [low = 0, high = 255] = [seen[Math.floor(seen.length * 0.02)], seen[Math.floor(seen.length * 0.98)]];
  light.forEach((value, index) => {
    const level = Math.max(0, Math.min(255, ((value - low) / Math.max(1, high - low)) * 255));
    data.fill(level, index * 4, index * 4 + 3);
  });
  return sharp(data, { raw: { width: info.width, height: info.height, channels: 4 } })
    .png()
    .toBuffer();
}

type Area = { left: number; top: number; width: number; height: number };

async function softOval({ width, height }: Area) {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><ellipse cx="${width / 2}" cy="${height / 2}" rx="${width / 2 - 1.5}" ry="${height / 2 - 1.5}"/></svg>`;
  return { input: await sharp(Buffer.from(svg)).blur(1).png().toBuffer(), blend: "dest-in" as const };
}

async function softFrame({ width, height }: Area) {
  const inset = FEATHER * 2;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect x="${inset}" y="${inset}" width="${width - 2 * inset}" height="${height - 2 * inset}"/></svg>`;
  return { input: await sharp(Buffer.from(svg)).blur(FEATHER).png().toBuffer(), blend: "dest-in" as const };
}

async function writeSprite(picture: Buffer, pictures: string, name: string): Promise<void> {
  await sharp(picture)
    .webp({ quality: QUALITY, alphaQuality: 90, effort: 6 })
    .toFile(path.join(pictures, "stones", `${name}.webp`));
}

function readPhoto(pictures: string, name: string): Promise<Buffer> {
  return sharp(path.join(pictures, `${name}-1000.webp`))
    .png()
    .toBuffer();
}

function inPixels([x0, y0, x1, y1]: Box): Area {
  const [left, top] = [Math.round(x0 * SIDE), Math.round(y0 * SIDE)];
  return { left, top, width: Math.round(x1 * SIDE) - left, height: Math.round(y1 * SIDE) - top };
}

function round(value: number): number {
  return Math.round(value * 1e5) / 1e5;
}
