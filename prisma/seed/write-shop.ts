import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { productOptionsSchema } from "@/lib/domain/options";
import { priceFrom } from "@/lib/domain/price-from";
import { materialsSchema, priceRuleSchema, productRoutingSchema } from "@/lib/domain/product";
import type { ProofSetting } from "@/lib/domain/proof";
import { fromIsoDay } from "@/lib/features/orders/days";
import type { Prisma } from "@/lib/generated/prisma/client";
import { ProductKind } from "@/lib/generated/prisma/enums";
import { sampleCollections } from "./catalogue/collections";
import { sampleGuides } from "./catalogue/guides";
import { sampleMakers } from "./catalogue/makers";
import { picturesOf } from "./catalogue/pictures";
import { sampleProducts } from "./catalogue/products";
import type { SamplePicture, SampleProduct } from "./catalogue/types";
import { DAY_MS } from "./history/facts";
import type { SampleFacts } from "./sample-facts";

type Tx = Prisma.TransactionClient;

const PICTURE_SIDE = 1000;
const OPEN_FOR_DAYS = 380;
const rigs = path.join(import.meta.dirname, "catalogue/rigs");

/** The workshop, its people with their hours, its prices. `passwordHashes` in the order of `facts.artisans`. */
export async function writeWorkshop(
  tx: Tx,
  facts: SampleFacts,
  passwordHashes: readonly string[],
): Promise<void> {
  const openedAt = new Date(facts.nowMs - OPEN_FOR_DAYS * DAY_MS);
  await tx.workshop.create({ data: { id: 1, ...facts.workshop, setUpAt: openedAt } });
  await tx.artisan.createMany({
    data: facts.artisans.map(({ id, name, skills }, position) => ({
      id,
      name,
      skills: [...skills],
      position,
    })),
  });
  await tx.workingHours.createMany({
    data: facts.artisans.flatMap(({ id, hours }) => hours.map((block) => ({ ...block, artisanId: id }))),
  });
  await tx.timeOff.createMany({
    data: facts.artisans.flatMap(({ id, timeOff }) =>
      timeOff.map(({ from, to, reason, known }) => ({
        ...{ artisanId: id, reason, enteredAt: fromIsoDay(known) },
        fromDate: fromIsoDay(from),
        toDate: fromIsoDay(to),
      })),
    ),
  });
  await tx.closure.createMany({
    data: facts.closureRows.map(({ date, name }) => ({ date: fromIsoDay(date), name })),
    skipDuplicates: true,
  });
  await tx.user.createMany({
    data: facts.artisans.map(({ id, userId, name, email, role }, index) => ({
      ...{ id: userId, name, email, role, artisanId: id },
      passwordHash: passwordHashes[index] ?? "",
      createdAt: openedAt,
    })),
  });
  const owner = facts.artisans.find(({ role }) => role === "OWNER");
  await tx.metalPrice.createMany({
    data: facts.prices.map(({ alloyId, pricePerGramMinor, validFromMs }) => ({
      ...{ alloyId, pricePerGramMinor, setById: owner?.userId ?? null },
      validFrom: new Date(validFromMs),
    })),
  });
}

/** Makers, products with their pictures, collections and guides. */
export async function writeCatalogue(tx: Tx, facts: SampleFacts): Promise<void> {
  const makerIds = await writeMakers(tx, facts);
  const ids = new Map(facts.products.map(({ slug, id }) => [slug, id]));
  await tx.product.createMany({
    data: sampleProducts.map((product, position) => ({
      ...productRow(product, facts, position),
      id: idOf(ids, product.slug),
      makerId: idOf(makerIds, product.maker),
    })),
  });
  await tx.productPicture.createMany({
    data: sampleProducts.flatMap((product) =>
      picturesOf(product).map((picture, position) => ({
        ...pictureRow(picture),
        ...{ position, productId: idOf(ids, product.slug) },
      })),
    ),
  });
  for (const [position, { slug, name, summary, products }] of sampleCollections.entries()) {
    const members = products.map((product, index) => ({ productId: idOf(ids, product), position: index }));
    await tx.collection.create({ data: { slug, name, summary, position, products: { create: members } } });
  }
  await tx.guide.createMany({
    data: sampleGuides.map(({ picture, ...guide }, position) => ({
      ...guide,
      pictureSrc: `/pictures/${picture}`,
      position,
    })),
  });
}

async function writeMakers(tx: Tx, facts: SampleFacts): Promise<Map<string, string>> {
  const makers = await tx.maker.createManyAndReturn({
    data: sampleMakers.map(({ picture, ...maker }, position) => ({
      ...maker,
      pictureSrc: `/pictures/${picture}`,
      artisanId: facts.artisans.find((artisan) => artisan.maker === maker.slug)?.id ?? null,
      position,
    })),
    select: { slug: true, id: true },
  });
  return new Map(makers.map(({ slug, id }) => [slug, id]));
}

function productRow(product: SampleProduct, facts: SampleFacts, position: number) {
  const { slug, name, kind, summary, story, making, variationNote, care, techniques, motifs, occasions } =
    product;
  const options = productOptionsSchema.parse(product.options);
  const priceRule = priceRuleSchema.parse(product.priceRule);
  const routing = productRoutingSchema.parse(product.routing);
  const from = priceFrom(
    { slug, name, options, priceRule, routing },
    { ...facts, hallmarkCountry: facts.workshop.hallmarkCountry },
  );
  if (from === null) throw new Error(`${slug} can't be priced`);
  return {
    ...{ slug, name, summary, story, making, variationNote, care, techniques, motifs, occasions },
    ...{ options, priceRule, routing, position },
    proof: proofOf(product),
    kind: ProductKind[kind.toUpperCase() as Uppercase<typeof kind>],
    status: "ACTIVE" as const,
    materials: materialsSchema.parse(product.materials),
    metals: options.metals.map((metal) => metal.alloy),
    stones: [...new Set(options.stoneSlots.flatMap((slot) => slot.allowed))],
    priceFromMinor: from,
    editionSize: product.editionSize ?? null,
    // One after another through the first months, so that "newest first" has an order.
    publishedAt: new Date(facts.nowMs - (OPEN_FOR_DAYS - position * 5) * DAY_MS),
  };
}

/** Where a proof is among the stages it always comes; elsewhere whoever has something engraved may ask for one. */
function proofOf({ routing, options }: SampleProduct): ProofSetting {
  if (routing.some(({ stage }) => stage === "proof")) return "ALWAYS";
  return options.engravingZones.length > 0 ? "ON_REQUEST" : "NEVER";
}

function pictureRow({ name, alt, alloyId, finishId, width = PICTURE_SIDE, rig = name }: SamplePicture) {
  const rigFile = path.join(rigs, `${rig}.json`);
  return {
    ...{ alt, alloyId, finishId: finishId ?? null, width, height: width },
    src: `/pictures/${name}`,
    ...(existsSync(rigFile)
      ? { rig: JSON.parse(readFileSync(rigFile, "utf8")) as Prisma.InputJsonValue }
      : {}),
  };
}

function idOf(ids: ReadonlyMap<string, string>, slug: string): string {
  const id = ids.get(slug);
  if (id === undefined) throw new Error(`There is no ${slug}`);
  return id;
}
