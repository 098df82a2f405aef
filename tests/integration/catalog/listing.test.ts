import { beforeAll, describe, expect, it } from "vitest";
import { listProducts } from "@/lib/features/catalog/listing";
import { type FacetName, parseShopFilter } from "@/lib/features/catalog/shop-filter";
import {
  insertAlloys,
  insertMaker,
  insertProduct,
  insertStones,
  insertWorkshop,
} from "../../support/catalogue-rows";

const ask = (query: string) => listProducts(parseShopFilter(new URLSearchParams(query)));
const slugs = async (query: string) => (await ask(query)).products.map((product) => product.slug);
const counts = async (query: string, name: FacetName) =>
  (await ask(query)).facets.find((facet) => facet.name === name)?.values.map(({ id, count }) => [id, count]);

beforeAll(async () => {
  await insertWorkshop();
  await insertAlloys("silver", "gold", "platinum");
  await insertStones("ruby", "opal");
  await insertMaker("ada-alder", 0);
  await insertMaker("finn-finch", 1);
  await insertProduct({
    slug: "band",
    metals: ["silver", "gold"],
    occasions: ["wedding"],
    priceFromMinor: 9_000,
    position: 1,
    publishedAt: new Date("2026-01-01"),
    pictures: ["/pictures/a", "/pictures/b", "/pictures/c"],
  });
  await insertProduct({
    slug: "trio",
    metals: ["gold"],
    stones: ["ruby", "opal"],
    occasions: ["birth", "wedding"],
    techniques: ["stone-setting"],
    priceFromMinor: 40_000,
    position: 2,
    publishedAt: new Date("2026-03-01"),
  });
  await insertProduct({
    slug: "locket",
    kind: "NECKLACE",
    maker: "finn-finch",
    metals: ["silver"],
    motifs: ["heart"],
    priceFromMinor: 15_000,
    position: 3,
    publishedAt: new Date("2026-02-01"),
  });
  await insertProduct({
    slug: "studs",
    kind: "EARRINGS",
    maker: "finn-finch",
    metals: ["platinum"],
    stones: ["opal"],
    priceFromMinor: 100_000,
    position: 4,
  });
  await insertProduct({ slug: "draft", status: "DRAFT", metals: ["palladium"], priceFromMinor: 100 });
  await insertProduct({ slug: "gone", status: "RETIRED" });
});

describe("the shop", () => {
  it("shows what is on sale, in the catalogue's order, as cards", async () => {
    const { products, total, page, pages } = await ask("");
    expect({ total, page, pages }).toEqual({ total: 4, page: 1, pages: 1 });
    expect(products.map((product) => product.slug)).toEqual(["band", "trio", "locket", "studs"]);
    expect(products[0]).toEqual({
      slug: "band",
      name: "band",
      kind: "ring",
      makerName: "ada alder",
      priceFromMinor: 9_000,
      currency: "GBP",
      metals: [
        { id: "silver", label: "Silver" },
        { id: "gold", label: "Gold" },
      ],
      pictures: [
        {
          src: "/pictures/a",
          width: 1000,
          height: 1000,
          alt: "Picture /pictures/a",
          alloyId: null,
          finishId: null,
        },
        {
          src: "/pictures/b",
          width: 1000,
          height: 1000,
          alt: "Picture /pictures/b",
          alloyId: null,
          finishId: null,
        },
      ],
    });
  });

  it("answers one facet with any of its values, several facets with all of them", async () => {
    expect(await slugs("metal=gold&metal=platinum")).toEqual(["band", "trio", "studs"]);
    expect(await slugs("metal=gold&stone=ruby")).toEqual(["trio"]);
    expect(await slugs("kind=necklace&kind=earrings")).toEqual(["locket", "studs"]);
    expect(await slugs("maker=finn-finch&stone=opal")).toEqual(["studs"]);
    expect(await slugs("occasion=wedding")).toEqual(["band", "trio"]);
    expect(await slugs("motif=heart")).toEqual(["locket"]);
    expect(await slugs("technique=stone-setting")).toEqual(["trio"]);
    expect(await slugs("kind=necklace&stone=ruby")).toEqual([]);
  });

  it("puts a price on the edge of two bands into the upper one", async () => {
    expect(await slugs("price=under-150")).toEqual(["band"]);
    expect(await slugs("price=150-to-400")).toEqual(["locket"]);
    expect(await slugs("price=400-to-1000")).toEqual(["trio"]);
    expect(await slugs("price=over-1000&price=under-150")).toEqual(["band", "studs"]);
  });

  it("sorts by price either way and by what is newest, undated last", async () => {
    expect(await slugs("sort=price-up")).toEqual(["band", "locket", "trio", "studs"]);
    expect(await slugs("sort=price-down")).toEqual(["studs", "trio", "locket", "band"]);
    expect(await slugs("sort=newest")).toEqual(["trio", "locket", "band", "studs"]);
  });

  it("counts what each value would leave, with all other facets applied but its own", async () => {
    expect(await counts("", "kind")).toEqual([
      ["ring", 2],
      ["necklace", 1],
      ["earrings", 1],
    ]);
    expect(await counts("metal=gold", "metal")).toEqual([
      ["silver", 2],
      ["gold", 2],
      ["platinum", 1],
    ]);
    expect(await counts("metal=gold", "kind")).toEqual([
      ["ring", 2],
      ["necklace", 0],
      ["earrings", 0],
    ]);
    expect(await counts("stone=opal", "price")).toEqual([
      ["under-150", 0],
      ["150-to-400", 0],
      ["400-to-1000", 1],
      ["over-1000", 1],
    ]);
  });

  it("counts for each value exactly the pieces that choosing it alone would show", async () => {
    const { facets } = await ask("");
    for (const { name, values } of facets)
      for (const { id, count } of values) expect(await slugs(`${name}=${id}`)).toHaveLength(count);
  });

  it("offers no value that only drafts have, and names facets in words", async () => {
    const { facets } = await ask("kind=ring");
    expect(facets.map((facet) => facet.name)).toEqual([
      "kind",
      "metal",
      "stone",
      "occasion",
      "motif",
      "technique",
      "maker",
      "price",
    ]);
    expect(facets.find((facet) => facet.name === "kind")?.values).toEqual([
      { id: "ring", label: "Rings", count: 2, chosen: true },
      { id: "necklace", label: "Necklaces", count: 1, chosen: false },
      { id: "earrings", label: "Earrings", count: 1, chosen: false },
    ]);
    expect(facets.find((facet) => facet.name === "technique")?.values[0]?.label).toBe("Stone setting");
    expect(facets.find((facet) => facet.name === "price")?.values.map((value) => value.label)).toEqual([
      "Under £150",
      "£150 to £400",
      "£400 to £1,000",
      "£1,000 and over",
    ]);
  });

  it("leaves out what doesn't exist and says so, keeping the page", async () => {
    const answer = await ask("kind=ring&kind=tiara&metal=unobtainium&page=2");
    expect(answer.unknown).toEqual([
      { name: "kind", value: "tiara" },
      { name: "metal", value: "unobtainium" },
    ]);
    expect(answer.filter).toEqual({ facets: { kind: ["ring"] }, sort: "featured", page: 2 });
    expect(answer.total).toBe(2);
    expect(answer.products).toEqual([]);
  });
});
