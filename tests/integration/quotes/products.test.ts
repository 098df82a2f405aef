import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { GET as describeRoute } from "@/app/api/v1/openapi.json/route";
import { GET as getRoute } from "@/app/api/v1/products/[slug]/route";
import { GET as listRoute } from "@/app/api/v1/products/route";
import { forgetQuoteFacts } from "@/lib/features/quotes/facts";
import {
  errorsSchema,
  type ProductListView,
  productDetailSchema,
  productListSchema,
} from "@/lib/features/quotes/schema";
import { db } from "@/lib/platform/db";
import { sampleProducts } from "@/prisma/seed/catalogue/products";
import { insertQuotableShop, shopNow } from "@/tests/support/quotable-shop";

vi.mock("next/server", () => ({ connection: async () => undefined }));

const everything = sampleProducts.length + 1;

beforeAll(insertQuotableShop);

beforeEach(() => {
  vi.stubEnv("TOUCHMARK_NOW", shopNow.toString());
  forgetQuoteFacts();
});

async function list(query: string): Promise<ProductListView> {
  const response = await listRoute(new Request(`http://shop.test/api/v1/products?${query}`));
  expect(response.status).toBe(200);
  return productListSchema.parse(await response.json());
}

async function refused(query: string) {
  const response = await listRoute(new Request(`http://shop.test/api/v1/products?${query}`));
  const { errors } = errorsSchema.parse(await response.json());
  return [response.status, ...errors.map(({ path, code }) => `${path} ${code}`)];
}

function get(slug: string): Promise<Response> {
  return getRoute(new Request("http://shop.test/api/v1/products/x"), { params: Promise.resolve({ slug }) });
}

describe("the list of products", () => {
  it("comes in the catalogue's order, a page at a time, nothing twice and nothing left out", async () => {
    const first = await list("");
    expect(first.total).toBe(everything);
    expect(first.products[0]).toEqual({
      slug: "two-stone-ring",
      name: "Two-stone ring",
      kind: "ring",
      priceFromMinor: 10_000,
      currency: "GBP",
    });
    const rest = await list(`cursor=${first.nextCursor}`);
    const slugs = [...first.products, ...rest.products].map((product) => product.slug);
    expect(new Set(slugs).size).toBe(everything);
    expect(rest.nextCursor).toBeNull();
  });

  it("answers by kind, metal, stone, price and words", async () => {
    const necklaces = sampleProducts.filter((product) => product.kind === "necklace").length;
    expect((await list("kind=necklace")).total).toBe(necklaces);
    expect((await list("metal=platinum-950")).products.map(({ slug }) => slug)).toContain("two-stone-ring");
    expect((await list("stone=pearl&kind=ring")).products.map(({ slug }) => slug)).toContain(
      "two-stone-ring",
    );
    expect((await list("stone=kryptonite")).total).toBe(0);
    expect((await list("maxPriceMinor=11000")).total).toBe(2);
    expect((await list("q=STONE two")).products.map(({ slug }) => slug)).toEqual(["two-stone-ring"]);
  });

  it("leaves out drafts", async () => {
    await db.product.update({ where: { slug: "posy-ring" }, data: { status: "DRAFT" } });
    expect((await list("")).total).toBe(everything - 1);
    await db.product.update({ where: { slug: "posy-ring" }, data: { status: "ACTIVE" } });
  });

  it("keeps what nine in ten times arrives by the day that is needed", async () => {
    expect((await list("needBy=2026-10-05")).total).toBe(0);
    const soon = (await list("needBy=2026-10-14")).total;
    expect(soon).toBeGreaterThan(0);
    expect(soon).toBeLessThan(everything);
    expect((await list("needBy=2027-03-01")).total).toBe(everything);
  });

  it("tells every wrong part of the question", async () => {
    expect(await refused("kind=spoon&maxPriceMinor=-1&needBy=soon&colour=red")).toEqual([
      422,
      "kind NOT_OFFERED",
      "maxPriceMinor WRONG_FORMAT",
      "needBy WRONG_FORMAT",
      "colour UNKNOWN_KEY",
    ]);
  });

  it.each([
    "q=%00",
    "q=%E2%80%AE%00",
    "metal=%00",
    "cursor=zzz",
    "cursor=%00",
    "maxPriceMinor=1e9",
    `q=${"x".repeat(500)}`,
    "kind=ring%00",
  ])("refuses %s without a 500", async (query) => {
    expect((await refused(query))[0]).toBe(422);
  });

  it.each(["q=%25", "q=_", "q=%27%3B+DROP", "q=%ff", "q=%F0%9F%92%8D"])(
    "finds nothing or something for %s",
    async (query) => {
      expect((await list(query)).total).toBeGreaterThanOrEqual(0);
    },
  );
});

describe("a product", () => {
  it("is described so that it can be quoted", async () => {
    const detail = productDetailSchema.parse(await (await get("two-stone-ring")).json());
    expect(detail).toMatchObject({
      slug: "two-stone-ring",
      maker: { slug: "ada-alder", name: "Ada Alder" },
      options: {
        metals: [
          { id: "sterling-silver", label: "Sterling silver" },
          { id: "18k-yellow-gold", label: "18k yellow gold" },
          { id: "platinum-950", label: "Platinum 950" },
        ],
        finishes: [
          { id: "polished", label: "Polished" },
          { id: "hammered", label: "Hammered" },
          { id: "oxidised", label: "Oxidised" },
        ],
        size: {
          kind: "ring",
          minMm: 46.76,
          maxMm: 64.64,
          stepMm: 0.638,
          systems: ["us", "uk", "iso", "ch", "jp"],
        },
        motifs: [{ id: "heart", label: "Heart" }],
      },
      required: ["metal", "size", "stones"],
    });
    expect(detail.options.engravingZones[0]).toEqual({
      id: "inside",
      label: "Inside the band",
      lines: 1,
      minHeightMm: 1.2,
      maxHeightMm: 2,
      fonts: [
        { id: "eb-garamond", label: "Garamond", url: "/fonts/engraving/eb-garamond.woff2" },
        { id: "jost", label: "Jost", url: "/fonts/engraving/jost.woff2" },
        { id: "great-vibes", label: "Great Vibes", url: "/fonts/engraving/great-vibes.woff2" },
      ],
      required: false,
    });
    expect(detail.routing).toEqual([
      { stage: "casting", kind: "external" },
      { stage: "forming", kind: "bench" },
      { stage: "polishing", kind: "bench" },
      { stage: "checking", kind: "bench" },
      { stage: "packing", kind: "bench" },
    ]);
  });

  it.each([
    "golden-fleece",
    "",
    "two\u0000stone",
    "../two-stone-ring",
    "Two-Stone-Ring",
    "a".repeat(5000),
    "\ud800",
  ])("is a 404 in JSON where there is none: %j", async (slug) => {
    const response = await get(slug);
    expect(response.status).toBe(404);
    expect(errorsSchema.parse(await response.json()).errors[0]?.code).toBe("NOT_FOUND");
  });
});

describe("the description of the API", () => {
  it("is OpenAPI 3.1 that names every path and resolves every reference", async () => {
    const description = await describeRoute().json();
    expect(description.openapi).toBe("3.1.0");
    expect(Object.keys(description.paths)).toEqual([
      "/api/v1/products",
      "/api/v1/products/{slug}",
      "/api/v1/orders/{token}",
      "/api/v1/quotes",
    ]);
    const references = [...JSON.stringify(description).matchAll(/"\$ref":"([^"]+)"/g)].map(
      (match) => match[1] ?? "",
    );
    expect(references.length).toBeGreaterThan(5);
    for (const reference of references) {
      const found = reference
        .slice(2)
        .split("/")
        .reduce((at, key) => at?.[key], description);
      expect([reference, typeof found]).toEqual([reference, "object"]);
    }
  });

  it("says of the question what the schema judges", async () => {
    const { QuoteQuestion, Quote } = (await describeRoute().json()).components.schemas;
    expect(QuoteQuestion.required).toEqual(["product", "personalization"]);
    expect(QuoteQuestion.additionalProperties).toBe(false);
    expect(Object.keys(QuoteQuestion.properties.personalization.properties)).toEqual([
      "metal",
      "finish",
      "size",
      "stones",
      "engraving",
      "motif",
      "resizable",
    ]);
    expect(Object.keys(Quote.properties)).toEqual([
      "specHash",
      "spec",
      "price",
      "fit",
      "promise",
      "noDateBecause",
      "alternatives",
      "choiceDays",
    ]);
  });
});
