/**
 * Makes the pictures of every other metal and finish from the rendered ones, and close-ups where there is no second view:
 *   npx tsx scripts/art/vary.ts FOLDER-OF-HEROES FOLDER-OF-FINISHES
 * FOLDER-OF-HEROES/images holds SLUG--METAL--VIEW.webp, FOLDER-OF-FINISHES/images SLUG--METAL--FINISH--hero.webp. Writes
 * what is missing of public/pictures, and prisma/seed/catalogue/pictures.json, which says what there is.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import sharp, { type Sharp } from "sharp";
import type { Rig } from "@/lib/domain/rig";
import { sampleProducts } from "@/prisma/seed/catalogue/products";
import type { SampleProduct } from "@/prisma/seed/catalogue/types";
import { diptych } from "./picture";
import { alloyOf, closeUps, diptychs } from "./plan";
import { bounceMap, lightOf, type Oval, type PicturedAlloy, recolour, reflectance } from "./recolour";

const project = path.join(import.meta.dirname, "../..");
const pictures = path.join(project, "public/pictures");
const manifest = path.join(project, "prisma/seed/catalogue/pictures.json");
const WIDTHS = [800, 400] as const;
const SIDE = 800;
const QUALITY = 78;

type Entry = {
  name: string;
  alloyId: string;
  finishId: string;
  view: "main" | "above" | "close";
  rig?: string;
};
type Source = { file: string | Buffer; alloy: PicturedAlloy };

const [heroes = "", finished = ""] = process.argv.slice(2).map((folder) => path.join(folder, "images"));
const all: Record<string, Entry[]> = {};
// Sets last: their pictures are composed of those of their pieces.
const isSet = ({ slug }: SampleProduct) => diptychs.some(({ name }) => name === slug);
for (const product of [...sampleProducts].sort((one, other) => Number(isSet(one)) - Number(isSet(other))))
  all[product.slug] = await vary(product);
const inOrder = Object.fromEntries(sampleProducts.map(({ slug }) => [slug, all[slug]]));
writeFileSync(manifest, `${JSON.stringify(inOrder, null, 1)}\n`);
console.log(`${Object.values(all).flat().length} pictures beside the first of each product`);

async function vary(product: SampleProduct): Promise<Entry[]> {
  const { slug } = product;
  const set = diptychs.find(({ name }) => name === slug);
  const hero = set ? photographOf(product) : find(heroes, slug, "hero");
  const usual = product.options.metals[0]?.finishes?.[0] ?? "polished";
  if (!hero) return [];
  const stones = stonesOf(set ? null : slug);
  const entries: Entry[] = [];
  const looks = product.options.metals.flatMap(({ alloy, finishes = [] }) =>
    finishes.map((finish) => ({ alloy, finish })),
  );
  for (const { alloy, finish } of looks) {
    const rendered = set ? await composed(set, finish) : find(finished, slug, `${finish}--hero`);
    // Silver has no colour to tell it from the ground: what isn't silver is made from the golden render.
    const base =
      finish === usual && (hero.alloy !== "sterling-silver" || hero.alloy === alloy) ? hero : rendered;
    const name = [slug, ...(alloy === hero.alloy ? [] : [alloy]), ...(finish === usual ? [] : [finish])].join(
      "-",
    );
    if (!isMade(name) && (!base || (base.alloy === "sterling-silver" && alloy !== base.alloy))) continue;
    if (name !== slug && !existsSync(path.join(pictures, `${name}-1000.webp`))) {
      await make(name, base, alloy, stones);
      entries.push({ name, alloyId: alloy, finishId: finish, view: "main", rig: slug });
    } else if (name !== slug) entries.push({ name, alloyId: alloy, finishId: finish, view: "main" });
    if (set) continue;
    const above = finish === usual && !(slug in closeUps) ? find(heroes, slug, "top") : null;
    const canBeMade = above && (above.alloy !== "sterling-silver" || above.alloy === alloy);
    if (canBeMade) await make(`${name}-above`, above, alloy, stonesOf(slug, "top"));
    else await closeUp(name, slug);
    const view = canBeMade ? "above" : "close";
    entries.push({ name: `${name}-${view}`, alloyId: alloy, finishId: finish, view });
  }
  return entries;
}

/** Its source needn't be at hand any more. */
function isMade(name: string): boolean {
  return existsSync(path.join(pictures, `${name}-400.webp`));
}

/** FOLDER/SLUG--METAL--REST.webp */
function find(folder: string, slug: string, rest: string): Source | null {
  for (const file of existsSync(folder) ? readdirSync(folder) : []) {
    const [, metal = ""] = new RegExp(`^${slug}--([a-z0-9]+)--${rest}\\.webp$`).exec(file) ?? [];
    const alloy = alloyOf[metal];
    if (isPictured(alloy)) return { file: path.join(folder, file), alloy };
  }
  return null;
}

/** A set has no render of its own: its picture is composed of those of its pieces. */
function photographOf({ slug, pictures: [first] }: SampleProduct): Source | null {
  const alloy = first?.alloyId ?? undefined;
  return isPictured(alloy) ? { file: path.join(pictures, `${slug}-1000.webp`), alloy } : null;
}

/** In a finish that isn't its usual one: of its pieces as they are pictured in that finish. */
async function composed({ above, below }: (typeof diptychs)[number], finish: string): Promise<Source | null> {
  const files = [above, below].map(({ slug }) => {
    const usual = sampleProducts.find((product) => product.slug === slug)?.options.metals[0]?.finishes?.[0];
    return path.join(pictures, `${slug}${finish === usual ? "" : `-${finish}`}-800.webp`);
  });
  if (!files.every((file) => existsSync(file))) return null;
  const [one, other] = await Promise.all(
    files.map((file) => sharp(file).resize(1000, 1000).png().toBuffer()),
  );
  if (!one || !other) return null;
  const file = await diptych(
    { picture: one, centre: above.centre },
    { picture: other, centre: below.centre },
  );
  return { file, alloy: "18k-yellow-gold" };
}

async function make(name: string, source: Source | null, alloy: string, stones: Oval[]): Promise<void> {
  if (isMade(name) || !source || !isPictured(alloy)) return;
  const { file, alloy: from } = source;
  const { data, info } = await sharp(file)
    .removeAlpha()
    .resize(SIDE, SIDE, { kernel: "lanczos3" })
    .raw()
    .toBuffer({ resolveWithObject: true });
  const raw = { width: info.width, height: info.height, channels: 3 as const };
  if (alloy === from) return write(sharp(data, { raw }), name);
  const light = lightOf({ data });
  const map = bounceMap(light, info, reflectance[from], stones);
  await write(sharp(recolour(light, map, data, reflectance[from], reflectance[alloy]), { raw }), name);
}

/** A part of the main picture, for its surface. */
async function closeUp(name: string, slug: string): Promise<void> {
  if (existsSync(path.join(pictures, `${name}-close-400.webp`))) return;
  const large = path.join(pictures, `${name}-1000.webp`);
  const file = existsSync(large) ? large : path.join(pictures, `${name}-800.webp`);
  const { width = SIDE } = await sharp(file).metadata();
  const { left, top, size } = closeUps[slug] ?? { left: 0.24, top: 0.3, size: 0.52 };
  const side = Math.round(size * width);
  const part = await sharp(file)
    .extract({ left: Math.round(left * width), top: Math.round(top * width), width: side, height: side })
    .resize(SIDE, SIDE, { kernel: "lanczos3" })
    .sharpen({ sigma: 1, m1: 0.4, m2: 1.2 })
    .png({ compressionLevel: 1 })
    .toBuffer();
  await write(sharp(part), `${name}-close`);
}

async function write(picture: Sharp, name: string): Promise<void> {
  const png = await picture.png({ compressionLevel: 1 }).toBuffer();
  for (const width of WIDTHS)
    await sharp(png)
      .resize(width, width, { kernel: "lanczos3" })
      .webp({ quality: QUALITY, effort: 5, smartSubsample: true })
      .toFile(path.join(pictures, `${name}-${width}.webp`));
  console.log(name);
}

/** Where the stones lie: they keep their colour. */
function stonesOf(slug: string | null, view: "hero" | "top" = "hero"): Oval[] {
  const file = path.join(heroes, `${slug}--${view}.json`);
  if (slug === null || !existsSync(file)) return [];
  return (JSON.parse(readFileSync(file, "utf8")) as Rig).slots.map(({ x0, y0, x1, y1 }) => ({
    x0,
    y0,
    x1,
    y1,
  }));
}

function isPictured(alloy: string | undefined): alloy is PicturedAlloy {
  return alloy !== undefined && Object.hasOwn(reflectance, alloy);
}
