import { db } from "@/lib/platform/db";

/** Rows for tests of the catalogue: believable, and as plain as the database allows. */

const options = {
  version: 1,
  metals: [{ alloy: "silver", finishes: ["polished"], extraMinutes: 0 }],
  size: null,
  stoneSlots: [],
  engravingZones: [],
  motifs: [],
  motifRequired: false,
  rules: [],
};

type ProductRow = {
  slug: string;
  kind?: "RING" | "NECKLACE" | "EARRINGS" | "BRACELET" | "SET";
  status?: "DRAFT" | "ACTIVE" | "RETIRED";
  maker?: string;
  metals?: string[];
  stones?: string[];
  occasions?: string[];
  motifs?: string[];
  techniques?: string[];
  priceFromMinor?: number;
  position?: number;
  publishedAt?: Date;
  pictures?: string[];
};

export async function insertWorkshop(given: { currency?: string } = {}): Promise<void> {
  await db.workshop.create({
    data: {
      name: "Alder & Finch",
      email: "hello@alderandfinch.example",
      line1: "4 Albion Yard",
      city: "Bristol",
      postalCode: "BS1 4QA",
      country: "GB",
      timeZone: "Europe/London",
      currency: given.currency ?? "GBP",
      hourlyRateMinor: 4200,
      marginBps: 2500,
      roundToMinor: 500,
    },
  });
}

export async function insertAlloys(...ids: string[]): Promise<void> {
  await db.alloy.createMany({
    data: ids.map((id, position) => ({
      id,
      label: `${id.slice(0, 1).toUpperCase()}${id.slice(1)}`,
      metal: "silver",
      colour: "white",
      fineness: 925,
      densityMgCm3: 10_400,
      position,
    })),
  });
}

export async function insertStones(...ids: string[]): Promise<void> {
  await db.stone.createMany({
    data: ids.map((id, position) => ({
      id,
      label: `${id.slice(0, 1).toUpperCase()}${id.slice(1)}`,
      origin: "From a named mine.",
      floorMinor: 400,
      perCubicMmMinor: 9,
      colour: "#7b1e28",
      position,
    })),
  });
}

export async function insertMaker(slug: string, position = 0): Promise<void> {
  await db.maker.create({
    data: {
      slug,
      name: slug.replaceAll("-", " "),
      tagline: "Makes rings",
      story: "A story.",
      tradition: "A tradition.",
      techniques: ["forging"],
      location: "Bristol",
      sinceYear: 2010,
      pictureSrc: "/pictures/bench",
      pictureAlt: "A bench",
      position,
    },
  });
}

export async function insertProduct(given: ProductRow): Promise<void> {
  const { slug, maker = "ada-alder", pictures = [], ...columns } = given;
  await db.product.create({
    data: {
      slug,
      name: slug.replaceAll("-", " "),
      kind: "RING",
      status: "ACTIVE",
      maker: { connect: { slug: maker } },
      summary: "A piece.",
      story: "Its story.",
      making: "1. It is made.",
      variationNote: "No two are alike.",
      care: "Wipe it.",
      materials: [{ component: "Band", material: "Sterling silver", origin: "Recycled." }],
      techniques: [],
      motifs: [],
      occasions: [],
      options: {
        ...options,
        metals: (columns.metals ?? ["silver"]).map((alloy) => ({ alloy, finishes: ["polished"] })),
      },
      priceRule: { volumeMm3: 300, referenceMm: null, volumePerMm: 0, lossBps: 500, findings: [] },
      routing: [{ stage: "forming", typicalMinutes: 60, badDayMinutes: 90 }],
      metals: ["silver"],
      stones: [],
      priceFromMinor: 10_000,
      position: 0,
      ...columns,
      pictures: {
        create: pictures.map((src, position) => ({
          src,
          position,
          width: 1000,
          height: 1000,
          alt: `Picture ${src}`,
        })),
      },
    },
  });
}
