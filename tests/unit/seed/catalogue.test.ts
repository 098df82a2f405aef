import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { birthstones } from "@/lib/domain/birthstone";
import { lintClaims } from "@/lib/domain/claims";
import { engravingFonts } from "@/lib/domain/engraving-fonts";
import { finishes } from "@/lib/domain/finish";
import { productOptionsSchema } from "@/lib/domain/options";
import { materialsSchema, priceRuleSchema, productRoutingSchema } from "@/lib/domain/product";
import { routes } from "@/lib/platform/routes";
import { sampleCollections } from "@/prisma/seed/catalogue/collections";
import { sampleGuides } from "@/prisma/seed/catalogue/guides";
import { sampleMakers } from "@/prisma/seed/catalogue/makers";
import { picturesOf } from "@/prisma/seed/catalogue/pictures";
import { sampleProducts } from "@/prisma/seed/catalogue/products";
import { referenceStones } from "@/prisma/seed/reference-stones";
import { referenceAlloys, referenceStages } from "@/prisma/seed/reference-workshop";

const known = {
  alloys: referenceAlloys.map((alloy) => alloy.id),
  stones: referenceStones.map((stone) => stone.id),
  stages: referenceStages.map((stage) => stage.id),
  fonts: engravingFonts.map((font) => font.id),
  finishes: finishes.map((finish) => finish.id as string),
};

describe("the sample catalogue", () => {
  it("has at least 24 products over all five kinds, each with a slug of its own", () => {
    expect(sampleProducts.length).toBeGreaterThanOrEqual(24);
    expect(new Set(sampleProducts.map((product) => product.slug)).size).toBe(sampleProducts.length);
    expect([...new Set(sampleProducts.map((product) => product.kind))].sort()).toEqual([
      "bracelet",
      "earrings",
      "necklace",
      "ring",
      "set",
    ]);
  });

  it("points only to products that exist, and every product has a maker", () => {
    const slugs = new Set(sampleProducts.map((product) => product.slug));
    expect(
      sampleCollections.flatMap((collection) => collection.products.filter((slug) => !slugs.has(slug))),
    ).toEqual([]);
    const makers = new Set(sampleMakers.map((maker) => maker.slug));
    expect(sampleProducts.filter((product) => !makers.has(product.maker))).toEqual([]);
  });

  it("covers what a shop can offer: nothing to choose, a numbered edition, rules, motifs, every technique of engraving", () => {
    const options = sampleProducts.map((product) => productOptionsSchema.parse(product.options));
    const zones = options.flatMap((option) => option.engravingZones);
    expect(sampleProducts.some((product) => product.editionSize === 40)).toBe(true);
    expect(options.some((option) => option.rules.length > 0)).toBe(true);
    expect(options.some((option) => option.motifRequired)).toBe(true);
    expect([...new Set(zones.map((zone) => zone.technique))].sort()).toEqual(["hand", "laser", "machine"]);
    expect([...new Set(zones.map((zone) => zone.shape))].sort()).toEqual([
      "disc",
      "ring-inside",
      "ring-outside",
      "straight",
    ]);
    const plain = sampleProducts.find((product) => product.slug === "moon-and-star-necklace");
    expect(plain?.options).toMatchObject({ size: null, stoneSlots: [], engravingZones: [], motifs: [] });
    expect(plain?.options.metals).toHaveLength(1);
  });

  it("has every official birthstone among its stones", () => {
    const official = birthstones.flatMap((month) => [
      ...month.official,
      ...month.traditional,
      ...month.trade,
    ]);
    expect(official.filter((stone) => !known.stones.includes(stone))).toEqual([]);
  });
});

it("has every picture in every width, and a card for every page that is shared", () => {
  const shown = sampleProducts.flatMap(picturesOf);
  const shared = [
    ...sampleProducts.map((product) => product.slug),
    ...[...sampleMakers, ...sampleGuides].map((page) => page.picture),
  ];
  const files = [
    ...[...shown, ...shared.map((name) => ({ name, width: 1000 }))].flatMap(
      ({ name, width: widest = 1000 }) =>
        [400, 800, 1000]
          .filter((width) => width <= widest)
          .flatMap((width) => [`${name}-${width}.webp`, `${name}-${width}.avif`]),
    ),
    ...shared.map((name) => `${name}-1200x630.jpg`),
  ];
  expect(files.filter((file) => !existsSync(`public/pictures/${file}`))).toEqual([]);
});

describe("the pictures of the sample catalogue", () => {
  it("show each product in each of its metals from two sides at least", () => {
    const lacking = sampleProducts.flatMap((product) =>
      product.options.metals
        .filter(
          ({ alloy }) =>
            picturesOf(product).filter(({ alloyId, finishId }) => {
              return alloyId === alloy && finishId === product.options.metals[0]?.finishes?.[0];
            }).length < 2,
        )
        .map(({ alloy }) => `${product.slug} in ${alloy}`),
    );
    expect(lacking).toEqual([]);
  });

  it("say in words what they show", () => {
    const alts = sampleProducts.flatMap(picturesOf).map(({ alt }) => alt);
    expect(alts).toContain(
      "A plain, softly rounded sterling silver band standing upright, its outside and inside smooth and ready for lettering. Its finish: satin",
    );
    expect(alts.filter((alt) => /\ban sterling|\ba 18k|\ban 9k|\ban 14k/i.test(alt))).toEqual([]);
  });

  it("weigh at most 25 MB in all", () => {
    const files = readdirSync("public/pictures", { recursive: true, withFileTypes: true });
    const bytes = files
      .filter((entry) => entry.isFile())
      .reduce((sum, { parentPath, name }) => sum + statSync(join(parentPath, name)).size, 0);
    expect(bytes).toBeLessThan(25_000_000);
  });
});

describe.each(sampleProducts.map((product) => [product.slug, product] as const))("%s", (_slug, product) => {
  it("has valid options, price rule, routing and materials that name only what exists", () => {
    const options = productOptionsSchema.parse(product.options);
    priceRuleSchema.parse(product.priceRule);
    const routing = productRoutingSchema.parse(product.routing);
    materialsSchema.parse(product.materials);
    const unknown = [
      ...options.metals.filter((metal) => !known.alloys.includes(metal.alloy)),
      ...options.metals
        .flatMap((metal) => metal.finishes)
        .filter((finish) => !known.finishes.includes(finish)),
      ...options.stoneSlots.flatMap((slot) => slot.allowed).filter((stone) => !known.stones.includes(stone)),
      ...options.engravingZones.flatMap((zone) => zone.fonts).filter((font) => !known.fonts.includes(font)),
      ...routing.filter((entry) => !known.stages.includes(entry.stage)),
      ...product.pictures.filter(({ alloyId }) => alloyId !== null && !known.alloys.includes(alloyId)),
    ];
    expect(unknown).toEqual([]);
  });

  it("claims nothing that isn't so", () => {
    const options = productOptionsSchema.parse(product.options);
    expect(lintClaims({ ...product, options })).toEqual([]);
  });

  it("is told in full, plainly and without shouting", () => {
    for (const text of [product.story, product.making]) expect(text.length).toBeGreaterThan(250);
    for (const text of [product.summary, product.variationNote]) expect(text.length).toBeGreaterThan(50);
    const all = [product.summary, product.story, product.making, product.variationNote, product.care].join(
      " ",
    );
    expect(all).not.toMatch(/!/);
    expect(product.occasions.length).toBeGreaterThan(0);
    expect(product.techniques.length).toBeGreaterThan(0);
    for (const picture of product.pictures) expect(picture.alt.length).toBeGreaterThan(30);
  });
});

describe.each(sampleGuides.map((guide) => [guide.slug, guide] as const))("the guide %s", (_slug, guide) => {
  it("is 400 to 900 words and points only to pages that exist", () => {
    const words = guide.body.split(/\s+/).length;
    expect(words).toBeGreaterThan(400);
    expect(words).toBeLessThanOrEqual(900);
    const pages = [
      ...sampleGuides.map((other) => `/guides/${other.slug}`),
      ...sampleProducts.map((product) => `/products/${product.slug}`),
      routes.ringSizer,
    ];
    const links = [...guide.body.matchAll(/\]\(([^)]+)\)/g)].map((match) => match[1] ?? "");
    expect(links.filter((link) => !pages.includes(link))).toEqual([]);
    expect(guide.body).not.toMatch(/!/);
  });
});
