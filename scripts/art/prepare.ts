/**
 * Turns the rendered heroes of the art kit into the shop's pictures. Run by hand when a picture changes:
 *   npx tsx scripts/art/prepare.ts FOLDER-OF-THE-ART-KIT [stones]
 * Writes public/pictures and prisma/seed/catalogue/rigs; both are committed. With "stones" only the single stones.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Rig } from "@/lib/domain/rig";
import { diptych, gradeLike, study, writeOpenGraph, writePairOpenGraph, writeWidths } from "./picture";
import { diptychs, type Hero, parseHero, parseLayered, studies, visibleParts } from "./plan";
import { onlyWhatShows, readKitRig, readLayeredRig } from "./rigs";
import { prepareStones } from "./stones";

const project = path.join(import.meta.dirname, "../..");
const pictures = path.join(project, "public/pictures");
const rigs = path.join(project, "prisma/seed/catalogue/rigs");

await prepare(process.argv[2], process.argv[3]);

async function prepare(source: string | undefined, only: string | undefined): Promise<void> {
  if (!source || !existsSync(path.join(source, "images"))) {
    console.error(
      "Usage: npx tsx scripts/art/prepare.ts FOLDER, where FOLDER/images holds the rendered heroes",
    );
    process.exitCode = 1;
    return;
  }
  if (only === "stones") return prepareRigs(source);
  for (const folder of [pictures, rigs]) {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
  }
  const heroes = readdirSync(path.join(source, "images")).flatMap((file) => parseHero(file) ?? []);
  const sources = new Map(
    heroes.map((hero) => [hero.slug, readFileSync(path.join(source, "images", hero.file))]),
  );
  for (const hero of heroes) await prepareHero(hero, need(sources, hero.slug));
  await prepareLayered(source, heroes, sources);
  for (const { name, above, below } of diptychs) {
    const picture = await diptych(
      { picture: need(sources, above.slug), centre: above.centre },
      { picture: need(sources, below.slug), centre: below.centre },
    );
    await writeWidths(picture, pictures, name);
    await writePairOpenGraph(need(sources, above.slug), need(sources, below.slug), pictures, name);
  }
  for (const { name, slug, ...part } of studies) {
    const picture = await study(need(sources, slug), part);
    await writeWidths(picture, pictures, name);
    await writeOpenGraph(picture, pictures, name);
  }
  await prepareRigs(source);
  report();
}

async function prepareHero(hero: Hero, picture: Buffer): Promise<void> {
  await writeWidths(picture, pictures, hero.slug);
  await writeOpenGraph(picture, pictures, hero.slug);
}

async function prepareLayered(
  source: string,
  heroes: readonly Hero[],
  sources: ReadonlyMap<string, Buffer>,
): Promise<void> {
  const folder = path.join(source, "layers-example");
  if (!existsSync(folder)) return;
  const layered = readdirSync(path.join(folder, "images")).flatMap(
    (file) => parseLayered(file, heroes) ?? [],
  );
  for (const { slug, alloy, file } of layered) {
    const name = `${slug}-${alloy}`;
    const picture = readFileSync(path.join(folder, "images", file));
    await writeWidths(await gradeLike(picture, need(sources, slug)), pictures, name);
  }
}

/** Where stones and engraving lie in each picture, and the stones themselves. */
async function prepareRigs(source: string): Promise<void> {
  const heroes = readdirSync(path.join(source, "images")).flatMap((file) => parseHero(file) ?? []);
  for (const { slug } of heroes) writeRig(slug, readHeroRig(source, slug));
  const folder = path.join(source, "layers-example");
  if (!existsSync(folder)) return;
  for (const file of readdirSync(path.join(folder, "images"))) {
    const layered = parseLayered(file, heroes);
    if (!layered) continue;
    const { slug, alloy } = layered;
    const text = readFileSync(path.join(folder, "rigs", `${slug}--hero.json`), "utf8");
    writeRig(`${slug}-${alloy}`, readLayeredRig(text, readHeroRig(source, slug)));
  }
  await prepareStones({ source, pictures, rigs });
}

function readHeroRig(source: string, slug: string): Rig {
  const text = readFileSync(path.join(source, "images", `${slug}--hero.json`), "utf8");
  return onlyWhatShows(readKitRig(text), visibleParts[slug] ?? {});
}

function writeRig(name: string, { slots, zones }: Rig): void {
  if (slots.length + zones.length === 0) return;
  writeFileSync(path.join(rigs, `${name}.json`), `${JSON.stringify({ slots, zones })}\n`);
}

function report(): void {
  const files = readdirSync(pictures);
  const bytes = files.reduce((sum, file) => sum + statSync(path.join(pictures, file)).size, 0);
  console.log(`${files.length} pictures, ${(bytes / 1e6).toFixed(2)} MB`);
}

function need(sources: ReadonlyMap<string, Buffer>, slug: string): Buffer {
  const picture = sources.get(slug);
  if (!picture) throw new Error(`There is no hero of ${slug}`);
  return picture;
}
