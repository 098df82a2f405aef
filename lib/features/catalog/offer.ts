import type { Temporal } from "temporal-polyfill";
import { specInOneLine } from "@/lib/domain/spec";
import { getProduct } from "@/lib/features/catalog/data";
import { samplePiece } from "@/lib/features/catalog/sample-piece";
import type { ArrivalView, OfferView, ProductView, UsualArrival } from "@/lib/features/catalog/schema";
import { getAlternatives, preparePiece, quotePiece } from "@/lib/features/quotes/data";

/** Prices and stages of a sample of the product. null: nothing of it can be priced, so nothing is offered. */
export async function getOffer(slug: string, now: Temporal.Instant): Promise<OfferView | null> {
  const product = await getProduct(slug);
  if (!product) return null;
  const samples = product.options.metals.map(({ alloy }) => sampleOf(product, alloy));
  const pieces = await Promise.all(
    samples.map((personalization) => preparePiece({ product: slug, personalization }, now)),
  );
  const piece = pieces.find((candidate) => candidate.ok);
  if (!piece?.ok) return null;
  const { frozen, price, routing, personalization: sample } = piece.value;
  const costs = await getAlternatives({ product: slug, personalization: sample }, now);
  if (!costs) return null;
  return {
    sample,
    sampleWords: specInOneLine(frozen.spec),
    totalMinor: price.totalMinor,
    lines: price.lines,
    ...costs,
    stages: routing.map(({ stage, label, kind, typicalMinutes, badDayMinutes }) => ({
      ...{ stage, label, kind, typicalMinutes, badDayMinutes },
    })),
  };
}

/** When the sample would usually arrive at an address in the workshop's own country, were it ordered now. */
export async function getUsualArrival(slug: string, now: Temporal.Instant): Promise<ArrivalView | null> {
  return (await getUsualDays(slug, now)).arrival;
}

/** The same, with what each choice does to the day; or why there is none. */
export async function getUsualDays(slug: string, now: Temporal.Instant): Promise<UsualArrival> {
  const product = await getProduct(slug);
  const metal = product?.options.metals[0]?.alloy;
  if (!product || !metal) return NO_DAYS;
  const personalization = sampleOf(product, metal);
  const quote = await quotePiece({ product: slug, personalization, advice: true }, now);
  if (!quote.ok) return NO_DAYS;
  const { promise, noDateBecause = null, choiceDays: days = {} } = quote.value;
  return {
    arrival: promise && { shipBy: promise.shipBy, arrives: promise.arrives },
    noDateBecause,
    days,
  };
}

const NO_DAYS: UsualArrival = { arrival: null, noDateBecause: null, days: {} };

function sampleOf({ options, referenceMm, homeCountry }: ProductView, metal: string) {
  return samplePiece(options, { metal, referenceMm, country: homeCountry });
}
