import { productOptionsSchema } from "@/lib/domain/options";
import { engravingFaces } from "@/lib/features/quotes/fonts";
import { nationalHolidays } from "@/lib/features/workshop/holidays";
import { sampleProducts } from "./catalogue/products";
import type { HistoryFacts } from "./history/facts";
import { inventMetalPrices } from "./history/metal-prices";
import { Random } from "./history/random";
import { referenceStones } from "./reference-stones";
import {
  referenceAlloys,
  referenceShippingMethods,
  referenceStages,
  referenceTaxRates,
} from "./reference-workshop";
import { type SampleBenchArtisan, sampleBench, sampleClosedDays, yearOf } from "./sample-bench";
import { sampleWorkshop } from "./sample-workshop";

export type SampleFacts = Omit<HistoryFacts, "artisans"> & {
  artisans: SampleBenchArtisan[];
  closureRows: { date: string; name: string }[];
};

const SEED = 1_402;

/** The sample shop as data, before a row of it is written. */
export function sampleFacts(nowMs: number): SampleFacts {
  const random = new Random(SEED);
  const year = yearOf(nowMs);
  const closureRows = sampleClosedDays(nowMs);
  const homeTax = referenceTaxRates.find(({ country }) => country === sampleWorkshop.country);
  if (!homeTax) throw new Error("The sample workshop's country has no tax rate");
  return {
    workshop: sampleWorkshop,
    stages: referenceStages.map((stage, position) => ({
      ...stage,
      kind: stage.kind === "BENCH" ? "bench" : "external",
      skill: stage.kind === "BENCH" ? stage.id : null,
      position,
    })),
    alloys: referenceAlloys,
    prices: inventMetalPrices(sampleWorkshop.timeZone, nowMs),
    stones: referenceStones,
    homeTax,
    methods: referenceShippingMethods,
    products: sampleProducts.map(({ slug, name, options, priceRule, routing, editionSize }) => ({
      ...{ id: random.id(), slug, name, priceRule, routing },
      options: productOptionsSchema.parse(options),
      editionSize: editionSize ?? null,
    })),
    artisans: sampleBench(nowMs, random),
    closures: closureRows.map(({ date }) => date),
    closureRows,
    holidays: nationalHolidays(sampleWorkshop.country, sampleWorkshop.region, year - 1, year + 3).map(
      ({ date }) => date,
    ),
    faces: engravingFaces,
    nowMs,
  };
}
