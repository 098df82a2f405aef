import type { Temporal } from "temporal-polyfill";
import { type Alternatives, lettersCost, priceAlternatives } from "@/lib/domain/alternatives";
import { type IsoDate, localDate } from "@/lib/domain/calendar-days";
import { weighChoices } from "@/lib/domain/choice-days";
import { deliveriesTo } from "@/lib/domain/delivery";
import { type FieldError, fieldErrors } from "@/lib/domain/field-errors";
import { noDateWords } from "@/lib/domain/no-date";
import type { Personalization } from "@/lib/domain/personalization";
import { multiplyPrice, type Price } from "@/lib/domain/price";
import { estimatePromise } from "@/lib/domain/promise";
import type { ProofSetting } from "@/lib/domain/proof";
import { findTax, type Quote, quotePersonalization } from "@/lib/domain/quote";
import type { RoutingStage } from "@/lib/domain/routing";
import type { FrozenSpec } from "@/lib/domain/spec";
import { daysOfChoices } from "@/lib/features/quotes/choice-days";
import {
  type QuotableProduct,
  recentBenchAhead,
  recentProduct,
  recentWorkshopFacts,
} from "@/lib/features/quotes/facts";
import { engravingFaces } from "@/lib/features/quotes/fonts";
import { type QuoteQuestion, type QuoteView, quoteQuestionSchema } from "@/lib/features/quotes/schema";
import type { WorkshopFacts } from "@/lib/features/workshop/schema";
import { ok, type Result, refuse } from "@/lib/platform/errors";

/** A piece that can be made exactly so: what goes into a bag, on an order, to the bench. */
export type PreparedPiece = {
  productId: string;
  personalization: Personalization;
  spec: { version: number; canonical: string; hash: string };
  frozen: FrozenSpec;
  /** of one piece, at the destination, tax included */
  unitMinor: number;
  price: Price;
  fits: Quote["fits"];
  routing: RoutingStage[];
  /** whether its design comes with a proof */
  proofSetting: ProofSetting;
};

type Question = {
  product: string;
  personalization: unknown;
  country?: string | undefined;
  proof?: boolean | undefined;
};

/**
 * Judges, measures, freezes and prices one piece. NOT_FOUND: nothing of that name is on sale. INVALID_INPUT carries
 * every error at once, with paths as the personalization names them ("engraving.0.text").
 */
export async function preparePiece(
  { product: slug, personalization, country, proof }: Question,
  now: Temporal.Instant,
): Promise<Result<PreparedPiece, "NOT_FOUND" | "INVALID_INPUT">> {
  const [product, facts] = await Promise.all([recentProduct(slug, now), recentWorkshopFacts(now)]);
  if (!product || !facts) return refuse("NOT_FOUND");
  const quote = quotePersonalization(product, personalization, facts, engravingFaces, country, proof);
  if (!quote.ok) return refuse("INVALID_INPUT", { errors: quote.errors });
  const { frozen, price, fits, routing } = quote;
  return ok({
    productId: product.id,
    personalization: quote.personalization,
    spec: { version: frozen.spec.version, canonical: frozen.canonical, hash: frozen.hash },
    frozen,
    unitMinor: price.totalMinor,
    ...{ price, fits, routing },
    proofSetting: product.proof,
  });
}

/** What a piece that can be made would cost with one choice made otherwise, and what its letters cost. */
export async function getAlternatives(
  { product: slug, personalization }: { product: string; personalization: Personalization },
  now: Temporal.Instant,
): Promise<{ alternatives: Alternatives; letters: Record<string, ReturnType<typeof lettersCost>> } | null> {
  const [product, facts] = await Promise.all([recentProduct(slug, now), recentWorkshopFacts(now)]);
  if (!product || !facts) return null;
  const { workshop } = facts;
  const homeTax = findTax(facts, workshop.country);
  return {
    alternatives: priceAlternatives(product, personalization, facts),
    letters: Object.fromEntries(
      product.options.engravingZones.map((zone) => [zone.id, lettersCost(zone, { workshop, homeTax })]),
    ),
  };
}

/**
 * The public quote: what a piece is, what it costs, whether its engraving fits and when it arrives. `typed` is
 * whatever somebody sent. NOT_FOUND only where the unknown product is all that is wrong.
 */
export async function quotePiece(
  typed: unknown,
  now: Temporal.Instant,
): Promise<Result<QuoteView, "NOT_FOUND" | "INVALID_INPUT">> {
  const facts = await recentWorkshopFacts(now);
  if (!facts) return refuse("NOT_FOUND", { errors: [nothingOnSale] });
  const question = readQuestion(typed);
  const product = question.product === undefined ? null : await recentProduct(question.product, now);
  const unknown = question.product !== undefined && !product ? [nothingOnSale] : [];
  const quote =
    product &&
    quotePersonalization(
      product,
      question.personalization,
      facts,
      engravingFaces,
      question.shipTo?.country,
      question.proof,
    );
  const errors = [
    ...question.errors,
    ...unknown,
    ...destinationErrors(question, facts),
    ...needByErrors(question.needBy, facts, now),
    ...proofErrors(question.proof, product),
    ...(quote && !quote.ok ? quote.errors.map((error) => withinPersonalization(error, question)) : []),
  ];
  if (errors.length > 0 || !quote?.ok || !product)
    return refuse(errors.length === 1 && unknown.length === 1 ? "NOT_FOUND" : "INVALID_INPUT", { errors });
  const price = multiplyPrice(quote.price, question.quantity ?? 1);
  return ok({
    specHash: quote.frozen.hash,
    spec: quote.frozen.spec,
    price: { currency: price.currency, totalMinor: price.totalMinor, lines: price.lines },
    fit: quote.fits,
    ...(await promisePiece(quote, question, facts, now)),
    ...(question.advice ? await advise(product, quote, question, facts, now) : {}),
  });
}

/** How many pieces a question is about, whatever somebody sent: one, where that can't be read. */
export function piecesAsked(typed: unknown): number {
  return readQuestion(typed).quantity ?? 1;
}

const nothingOnSale: FieldError = {
  path: "product",
  code: "NOT_FOUND",
  message: "We don't make a piece of that name. GET /api/v1/products lists what we make.",
};

type ReadQuestion = { [Key in keyof QuoteQuestion]?: QuoteQuestion[Key] | undefined } & {
  errors: FieldError[];
};

/** Each part that is right by itself is used, so that what is wrong elsewhere doesn't hide its errors. */
function readQuestion(typed: unknown): ReadQuestion {
  const parsed = quoteQuestionSchema.safeParse(typed);
  if (parsed.success) return { ...parsed.data, errors: [] };
  const { product, quantity, shipTo, needBy, proof, advice } = quoteQuestionSchema.shape;
  const part = <T>(key: string, schema: { safeParse(value: unknown): { data?: T } }) =>
    schema.safeParse(typeof typed === "object" && typed !== null ? Reflect.get(typed, key) : undefined).data;
  return {
    product: part("product", product),
    quantity: part("quantity", quantity),
    shipTo: part("shipTo", shipTo),
    needBy: part("needBy", needBy),
    proof: part("proof", proof),
    advice: part("advice", advice),
    personalization:
      typeof typed === "object" && typed !== null ? Reflect.get(typed, "personalization") : undefined,
    errors: fieldErrors(parsed.error, typed),
  };
}

function withinPersonalization(
  { waysOut, path, ...error }: FieldError,
  { advice }: ReadQuestion,
): FieldError {
  return {
    path: path === "" ? "personalization" : `personalization.${path}`,
    ...error,
    ...(advice && waysOut ? { waysOut } : {}),
  };
}

function destinationErrors({ shipTo }: ReadQuestion, facts: WorkshopFacts): FieldError[] {
  if (!shipTo || deliveriesTo(shipTo.country, facts.shippingMethods).length > 0) return [];
  const message = "We don't send parcels there yet. Choose another country, or write to us.";
  return [{ path: "shipTo.country", code: "NOT_OFFERED", message }];
}

function proofErrors(wished: boolean | undefined, product: { proof?: ProofSetting } | null): FieldError[] {
  if (!wished || product?.proof !== "NEVER") return [];
  const message = "We make this design without a proof. Leave it out, or write to us.";
  return [{ path: "proof", code: "NOT_OFFERED", message }];
}

function needByErrors(
  needBy: IsoDate | undefined,
  { workshop }: WorkshopFacts,
  now: Temporal.Instant,
): FieldError[] {
  if (needBy === undefined || needBy >= localDate(workshop.timeZone, now.epochMilliseconds)) return [];
  return [
    { path: "needBy", code: "IN_THE_PAST", message: "That day has passed. Choose today or a later one." },
  ];
}

/** The promise, or why there is none. */
async function promisePiece(
  { routing }: Quote,
  { quantity = 1, shipTo, needBy }: ReadQuestion,
  facts: WorkshopFacts,
  now: Temporal.Instant,
): Promise<Pick<QuoteView, "promise" | "noDateBecause">> {
  const ahead = await recentBenchAhead(now);
  const delivery = deliveryTo(shipTo?.country, facts);
  if (!ahead || !delivery) return { promise: null, noDateBecause: noDateWords(null, facts.stages) };
  const pieces = Array.from({ length: quantity }, () => routing);
  const promise = estimatePromise(ahead, pieces, now, { delivery, needBy });
  if (!promise.ok) return { promise: null, noDateBecause: noDateWords(promise, facts.stages) };
  const { shipBy, arrives, chanceByNeedBy } = promise;
  return { promise: { shipBy, arrives, ...(chanceByNeedBy === null ? {} : { chanceByNeedBy }) } };
}

/** What every other choice does to the price, and to the day. */
async function advise(
  product: QuotableProduct,
  { personalization }: Quote,
  { shipTo, proof, quantity = 1 }: ReadQuestion,
  facts: WorkshopFacts,
  now: Temporal.Instant,
): Promise<Pick<QuoteView, "alternatives" | "choiceDays">> {
  const weighed = weighChoices(product, personalization, facts, { country: shipTo?.country, proof });
  const ahead = await recentBenchAhead(now);
  const delivery = deliveryTo(shipTo?.country, facts);
  return {
    alternatives: weighed.prices,
    choiceDays: ahead && delivery ? daysOfChoices(ahead, weighed, delivery, now, quantity) : {},
  };
}

function deliveryTo(country: string | undefined, facts: WorkshopFacts) {
  const [delivery] = deliveriesTo(country ?? facts.workshop.country, facts.shippingMethods);
  return delivery && { ...delivery, holidays: facts.holidays.map(({ date }) => date) };
}
