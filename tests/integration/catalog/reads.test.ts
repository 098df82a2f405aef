import { Temporal } from "temporal-polyfill";
import { beforeAll, describe, expect, it } from "vitest";
import {
  getCollection,
  getGuide,
  getMaker,
  getProduct,
  getShopIdentity,
  listGuides,
  listMakers,
  listProductSlugs,
} from "@/lib/features/catalog/data";
import { getHome } from "@/lib/features/catalog/home";
import { getOffer, getUsualArrival } from "@/lib/features/catalog/offer";
import { db } from "@/lib/platform/db";
import {
  insertAlloys,
  insertMaker,
  insertProduct,
  insertStones,
  insertWorkshop,
} from "../../support/catalogue-rows";

const monday = Temporal.Instant.from("2026-11-23T09:00:00Z");

beforeAll(async () => {
  await insertWorkshop();
  await insertAlloys("silver", "gold");
  await insertStones("ruby");
  await db.metalPrice.createMany({
    data: [
      { alloyId: "silver", pricePerGramMinor: 110, validFrom: new Date("2026-01-01") },
      { alloyId: "gold", pricePerGramMinor: 6000, validFrom: new Date("2026-01-01") },
    ],
  });
  await db.stage.create({
    data: {
      id: "forming",
      label: "Forming",
      buyerLabel: "Taking shape",
      kind: "BENCH",
      skill: "forming",
      position: 0,
    },
  });
  await insertMaker("finn-finch", 1);
  await insertMaker("ada-alder", 0);
  await insertProduct({
    slug: "band",
    metals: ["silver", "gold"],
    occasions: ["for-a-mother"],
    position: 1,
    pictures: ["/pictures/band"],
  });
  await insertProduct({ slug: "locket", kind: "NECKLACE", position: 2 });
  await insertProduct({ slug: "studs", kind: "EARRINGS", maker: "finn-finch", position: 3 });
  await insertProduct({ slug: "gone", status: "RETIRED", position: 0 });
  await db.collection.create({
    data: {
      slug: "gifts",
      name: "Gifts",
      summary: "For somebody's day.",
      position: 0,
      products: {
        create: [
          { position: 0, product: { connect: { slug: "studs" } } },
          { position: 1, product: { connect: { slug: "gone" } } },
          { position: 2, product: { connect: { slug: "band" } } },
        ],
      },
    },
  });
  await db.guide.create({
    data: {
      slug: "care",
      title: "Care",
      summary: "How to.",
      body: `It's "easy".`,
      pictureSrc: "/pictures/care",
      pictureAlt: "A cloth",
      position: 0,
    },
  });
});

describe("a product's page", () => {
  it("has the product with its maker, the metals it is made in, and others to look at", async () => {
    const product = await getProduct("band");
    expect(product).toMatchObject({
      slug: "band",
      kind: "ring",
      currency: "GBP",
      homeCountry: "GB",
      referenceMm: null,
      variationNote: "No two are alike.",
      occasions: [{ id: "for-a-mother", label: "For a mother" }],
      alloys: [
        { id: "silver", label: "Silver" },
        { id: "gold", label: "Gold" },
      ],
      stones: [],
      maker: { slug: "ada-alder", sinceYear: 2010, picture: { src: "/pictures/bench", alt: "A bench" } },
    });
    expect(product?.related.map((card) => card.slug)).toEqual(["locket"]);
  });

  it("isn't there for what is retired, a draft or unknown", async () => {
    expect(await getProduct("gone")).toBeNull();
    expect(await getProduct("-")).toBeNull();
    expect(await listProductSlugs()).toEqual(["band", "locket", "studs"]);
  });

  it("prices a sample in every metal, with lines that sum to the price, and names its stages", async () => {
    const offer = await getOffer("band", monday);
    expect(offer?.sample).toEqual({ metal: "silver", finish: "polished" });
    expect(offer?.sampleWords).toBe("Silver (925) · Polished");
    expect(Object.keys(offer?.alternatives.metal ?? {})).toEqual(["silver", "gold"]);
    expect(offer?.alternatives.metal?.silver).toBe(offer?.totalMinor);
    expect(offer?.alternatives.finish).toEqual({ polished: offer?.totalMinor });
    expect(offer?.lines.reduce((sum, line) => sum + line.amountMinor, 0)).toBe(offer?.totalMinor);
    expect(offer?.stages).toEqual([
      { stage: "forming", label: "Forming", kind: "bench", typicalMinutes: 60, badDayMinutes: 90 },
    ]);
  });

  it("says nothing of a day that it can't know: nobody here can form", async () => {
    expect(await getUsualArrival("band", monday)).toBeNull();
    expect(await getOffer("unknown", monday)).toBeNull();
  });
});

describe("the other rooms", () => {
  it("list makers in the workshop's order, each with their pieces", async () => {
    expect((await listMakers()).map((maker) => maker.slug)).toEqual(["ada-alder", "finn-finch"]);
    const maker = await getMaker("ada-alder");
    expect(maker?.techniques).toEqual([{ id: "forging", label: "Forging" }]);
    expect(maker?.products.map((card) => card.slug)).toEqual(["band", "locket"]);
    expect(await getMaker("nobody")).toBeNull();
  });

  it("show a collection in its own order, without what is no longer sold", async () => {
    const collection = await getCollection("gifts");
    expect(collection?.summary).toBe("For somebody’s day.");
    expect(collection?.products.map((card) => card.slug)).toEqual(["studs", "band"]);
    expect(await getCollection("none")).toBeNull();
  });

  it("set a guide's quotes as a printer would", async () => {
    expect((await listGuides()).map((guide) => guide.title)).toEqual(["Care"]);
    expect((await getGuide("care"))?.body).toBe("It’s “easy”.");
  });

  it("open with the first piece, then the others, kinds, makers and collections", async () => {
    const home = await getHome();
    expect(home.lead?.slug).toBe("band");
    expect(home.products.map((card) => card.slug)).toEqual(["locket", "studs"]);
    expect(home.kinds.map(({ kind, label, count }) => [kind, label, count])).toEqual([
      ["ring", "Rings", 1],
      ["necklace", "Necklaces", 1],
      ["earrings", "Earrings", 1],
    ]);
    expect(home.collections).toEqual([
      {
        slug: "gifts",
        name: "Gifts",
        summary: "For somebody’s day.",
        pieces: 2,
        // The first of its pieces that has a picture.
        picture: {
          src: "/pictures/band",
          alt: "Picture /pictures/band",
          width: 1000,
          height: 1000,
          alloyId: null,
          finishId: null,
        },
      },
    ]);
  });

  it("name the workshop as on an envelope, and that it isn't set up yet", async () => {
    expect(await getShopIdentity()).toMatchObject({
      name: "Alder & Finch",
      addressLines: ["Alder & Finch", "4 Albion Yard", "Bristol, BS1 4QA", "United Kingdom"],
      ready: false,
    });
  });
});
