import { addressLines } from "@/lib/domain/address";
import { productOptionsSchema } from "@/lib/domain/options";
import { materialsSchema, priceRuleSchema } from "@/lib/domain/product";
import { type Rig, readRig } from "@/lib/domain/rig";
import {
  type PictureRow,
  pictureColumns,
  readCards,
  type StoredKind,
  toKind,
  toPicture,
} from "@/lib/features/catalog/cards";
import type {
  Choice,
  CollectionView,
  GuideCardView,
  GuideView,
  MakerCardView,
  MakerView,
  ProductView,
  RiggedPictureView,
  ShopIdentityView,
} from "@/lib/features/catalog/schema";
import { typographic, wordsOfSlug } from "@/lib/features/catalog/words";
import { db } from "@/lib/platform/db";

const RELATED = 4;
const MANY = 60;

export async function getProduct(slug: string): Promise<ProductView | null> {
  const [row, alloys, stones, workshop] = await Promise.all([
    db.product.findFirst({
      where: { slug, status: "ACTIVE" },
      include: {
        maker: true,
        pictures: { orderBy: { position: "asc" }, select: { ...pictureColumns, rig: true } },
      },
    }),
    db.alloy.findMany({
      orderBy: { position: "asc" },
      select: { id: true, label: true, colour: true, metal: true },
    }),
    db.stone.findMany({
      orderBy: { position: "asc" },
      select: { id: true, label: true, origin: true, colour: true },
    }),
    db.workshop.findUnique({ where: { id: 1 }, select: { currency: true, country: true } }),
  ]);
  if (!row) return null;
  const options = productOptionsSchema.parse(row.options);
  const usedStones = new Set(options.stoneSlots.flatMap((slot) => slot.allowed));
  const usedAlloys = new Set(options.metals.map((metal) => metal.alloy));
  const { name, editionSize, priceFromMinor } = row;
  return {
    ...{ slug, name, editionSize, priceFromMinor },
    summary: typographic(row.summary),
    story: typographic(row.story),
    making: typographic(row.making),
    variationNote: typographic(row.variationNote),
    care: typographic(row.care),
    kind: toKind(row.kind),
    materials: materialsSchema
      .parse(row.materials)
      .map((part) => ({ ...part, origin: typographic(part.origin) })),
    techniques: row.techniques.map(toChoice),
    occasions: row.occasions.map(toChoice),
    motifs: row.motifs.map(toChoice),
    currency: workshop?.currency ?? "GBP",
    pictures: withRigs(row.pictures),
    maker: toMakerCard(row.maker),
    options,
    alloys: alloys.filter((alloy) => usedAlloys.has(alloy.id)),
    stones: stones
      .filter((stone) => usedStones.has(stone.id))
      .map((stone) => ({ ...stone, origin: typographic(stone.origin) })),
    referenceMm: priceRuleSchema.parse(row.priceRule).referenceMm,
    homeCountry: workshop?.country ?? "GB",
    proof: row.proof,
    related: await readRelated(slug, row.makerId, row.kind),
  };
}

/** Pictures of one view in many metals share a rig: it is one object, which goes to the browser once. */
function withRigs(pictures: readonly (PictureRow & { rig: unknown })[]): RiggedPictureView[] {
  const rigs = new Map<string, Rig | null>();
  return pictures.map((picture) => {
    const key = JSON.stringify(picture.rig);
    const rig = rigs.get(key) ?? readRig(picture.rig);
    rigs.set(key, rig);
    return { ...toPicture(picture), rig };
  });
}

async function readRelated(slug: string, makerId: string, kind: StoredKind) {
  const same = await readCards({ where: { slug: { not: slug }, makerId, kind }, take: RELATED });
  if (same.length === RELATED) return same;
  const taken = [slug, ...same.map((card) => card.slug)];
  const others = await readCards({
    where: { slug: { notIn: taken }, OR: [{ makerId }, { kind }] },
    take: RELATED - same.length,
  });
  return [...same, ...others];
}

/** Every product on sale, for the sitemap and for building pages ahead. */
export async function listProductSlugs(): Promise<string[]> {
  const rows = await db.product.findMany({
    where: { status: "ACTIVE" },
    orderBy: [{ position: "asc" }, { id: "asc" }],
    select: { slug: true },
  });
  return rows.map((row) => row.slug);
}

export async function listMakers(): Promise<MakerCardView[]> {
  const rows = await db.maker.findMany({ orderBy: [{ position: "asc" }, { id: "asc" }] });
  return rows.map(toMakerCard);
}

export async function getMaker(slug: string): Promise<MakerView | null> {
  const row = await db.maker.findUnique({ where: { slug } });
  if (!row) return null;
  const { tradition, techniques } = row;
  const products = await readCards({ where: { makerId: row.id }, take: MANY });
  return {
    ...toMakerCard(row),
    story: typographic(row.story),
    tradition,
    techniques: techniques.map(toChoice),
    products,
  };
}

export async function listGuides(): Promise<GuideCardView[]> {
  const rows = await db.guide.findMany({ orderBy: [{ position: "asc" }, { id: "asc" }] });
  return rows.map(toGuideCard);
}

export async function getGuide(slug: string): Promise<GuideView | null> {
  const row = await db.guide.findUnique({ where: { slug } });
  return row && { ...toGuideCard(row), body: typographic(row.body) };
}

export async function getCollection(slug: string): Promise<CollectionView | null> {
  const row = await db.collection.findUnique({
    where: { slug },
    include: {
      products: {
        orderBy: { position: "asc" },
        select: { productId: true, product: { select: { slug: true } } },
      },
    },
  });
  if (!row) return null;
  const cards = await readCards({
    where: { id: { in: row.products.map((entry) => entry.productId) } },
    take: MANY,
  });
  const order = row.products.map((entry) => entry.product.slug);
  cards.sort((one, other) => order.indexOf(one.slug) - order.indexOf(other.slug));
  return { slug, name: row.name, summary: typographic(row.summary), products: cards };
}

export async function listCollectionSlugs(): Promise<string[]> {
  const rows = await db.collection.findMany({
    orderBy: [{ position: "asc" }, { id: "asc" }],
    select: { slug: true },
  });
  return rows.map((row) => row.slug);
}

/** null before the workshop's row exists. */
export async function getShopIdentity(): Promise<ShopIdentityView | null> {
  const row = await db.workshop.findUnique({ where: { id: 1 } });
  if (!row) return null;
  const { name, email, phone, city, country, timeZone, currency } = row;
  return {
    ...{ name, email, phone, city, country, timeZone, currency },
    addressLines: addressLines(row),
    ready: row.setUpAt !== null,
  };
}

type MakerRow = {
  slug: string;
  name: string;
  tagline: string;
  location: string;
  sinceYear: number;
  pictureSrc: string;
  pictureAlt: string;
};

function toMakerCard({
  slug,
  name,
  tagline,
  location,
  sinceYear,
  pictureSrc,
  pictureAlt,
}: MakerRow): MakerCardView {
  return {
    slug,
    name,
    tagline: typographic(tagline),
    location,
    sinceYear,
    picture: { src: pictureSrc, alt: pictureAlt },
  };
}

type GuideRow = { slug: string; title: string; summary: string; pictureSrc: string; pictureAlt: string };

function toGuideCard({ slug, title, summary, pictureSrc, pictureAlt }: GuideRow): GuideCardView {
  return { slug, title, summary: typographic(summary), picture: { src: pictureSrc, alt: pictureAlt } };
}

function toChoice(slug: string): Choice {
  return { id: slug, label: wordsOfSlug(slug) };
}
