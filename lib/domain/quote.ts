import type { AlloyFacts } from "@/lib/domain/alloy";
import { type EngravingFaces, type Fit, fitEngraving } from "@/lib/domain/engraving";
import { checkEngravingText } from "@/lib/domain/engraving-text";
import { type FieldError, fieldErrors } from "@/lib/domain/field-errors";
import type { EngravingZone, ProductOptions } from "@/lib/domain/options";
import { chosenSize, type Personalization, personalizationSchema } from "@/lib/domain/personalization";
import { personalizationShape } from "@/lib/domain/personalization-input";
import { type Price, type PriceFacts, priceSpec, type StonePrice, type Tax } from "@/lib/domain/price";
import type { PriceRule, ProductRouting } from "@/lib/domain/product";
import { needsProof, type ProofSetting, routingWithProof } from "@/lib/domain/proof";
import { plainBackMm, zonesLeaving } from "@/lib/domain/resizing";
import { type RoutingStage, routeSpec, type StageFacts } from "@/lib/domain/routing";
import { type FrozenSpec, freezeSpec } from "@/lib/domain/spec";
import { weightGrams } from "@/lib/domain/weight";

export type QuotedProduct = {
  slug: string;
  name: string;
  options: ProductOptions;
  priceRule: PriceRule;
  routing: ProductRouting;
  /** rules over a proof in `routing`; left out, the routing says it all */
  proof?: ProofSetting;
};

/** What of the workshop a price depends on; WorkshopFacts of the workshop feature is one. */
export type QuoteFacts = {
  workshop: PriceFacts["workshop"] & { country: string; hallmarkCountry: string | null };
  stages: readonly StageFacts[];
  /** only those with a price in force */
  alloys: readonly AlloyFacts[];
  stones: readonly (StonePrice & { label: string })[];
  taxRates: readonly (Tax & { country: string })[];
};

export type Quote = {
  ok: true;
  personalization: Personalization;
  frozen: FrozenSpec;
  fits: Fit[];
  /** of one piece */
  price: Price;
  routing: RoutingStage[];
  weightGrams: number;
};
export type QuoteRefusal = { ok: false; errors: FieldError[]; fits: Fit[] };

/**
 * Judges what was typed for one piece of a product, and where it can be made says what it is, what it costs in
 * `country` and which stages it needs, with a proof where one is wished for and offered. Else every error at once, the
 * measured ones among them.
 */
export function quotePersonalization(
  product: QuotedProduct,
  typed: unknown,
  facts: QuoteFacts,
  faces: EngravingFaces,
  country: string = facts.workshop.country,
  proofWished = false,
): Quote | QuoteRefusal {
  const parsed = personalizationSchema(product, facts).safeParse(typed);
  const measured = measureEngravings(product.options, typed, faces);
  const errors = [...(parsed.success ? [] : fieldErrors(parsed.error, typed)), ...measured.errors];
  if (!parsed.success || errors.length > 0) return { ok: false, errors, fits: measured.fits };
  const personalization = parsed.data;
  if (!isPlanned(product.routing, facts.stages))
    return { ok: false, errors: [NOT_MADE], fits: measured.fits };
  const frozen = freezeSpec(product, personalization, { ...facts, fits: measured.fits });
  return {
    ok: true,
    personalization,
    frozen,
    fits: measured.fits,
    ...priceFrozen(product, frozen, facts, country, proofWished),
  };
}

const NOT_MADE: FieldError = {
  path: "",
  code: "NOT_MADE",
  message: "We can’t say at the moment how this piece is made, nor what it costs. Please write to us.",
};

/** Whether there is a plan, of stages that this workshop has: without one there is neither price nor date. */
function isPlanned(routing: ProductRouting, stages: readonly StageFacts[]): boolean {
  const assay = stages.find(({ id }) => id === "assay");
  const isReady = assay === undefined || (assay.typicalMinutes !== null && assay.badDayMinutes !== null);
  return isReady && routing.length > 0 && routing.every(({ stage }) => stages.some(({ id }) => id === stage));
}

/** What a spec costs in `country` today, and the stages that it needs. Throws where its alloy has no price in force. */
export function priceFrozen(
  product: Pick<QuotedProduct, "options" | "priceRule" | "routing" | "proof">,
  { spec }: Pick<FrozenSpec, "spec">,
  facts: QuoteFacts,
  country: string,
  proofWished = false,
): Pick<Quote, "price" | "routing" | "weightGrams"> {
  const { options, priceRule } = product;
  const { workshop, stages, stones } = facts;
  const alloy = facts.alloys.find((candidate) => candidate.id === spec.metal.id);
  if (!alloy) throw new Error(`No price for the alloy ${spec.metal.id}`);
  const grams = weightGrams(priceRule, spec.size?.mm ?? null, alloy.densityMgCm3);
  const { proof } = product;
  const proofed = proof
    ? routingWithProof(product.routing, needsProof(proof, proofWished), stages)
    : product.routing;
  const routing = routeSpec(spec, proofed, options, stages, {
    alloy,
    hallmarkCountry: workshop.hallmarkCountry,
    weightGrams: grams,
  });
  const homeTax = findTax(facts, workshop.country);
  const tax = findTax(facts, country);
  const price = priceSpec(spec, priceRule, { options, alloy, stones, workshop, routing, homeTax, tax });
  return { price, routing, weightGrams: grams };
}

/** The tax of a country; one without a row charges none. */
export function findTax(facts: Pick<QuoteFacts, "taxRates">, country: string): Tax | null {
  const found = facts.taxRates.find((rate) => rate.country === country);
  return found ? { label: found.label, rateBps: found.rateBps } : null;
}

/**
 * Measures each engraving that can be measured, whatever is wrong elsewhere: who is told at once that the text is
 * too long needn't be told so after mending the ring size.
 */
function measureEngravings(
  options: ProductOptions,
  typed: unknown,
  faces: EngravingFaces,
): { fits: Fit[]; errors: FieldError[] } {
  const size = chosenSize(options, readPart(personalizationShape.size, field(typed, "size")));
  const list = field(typed, "engraving");
  const zones = zonesLeaving(
    options.engravingZones,
    field(typed, "resizable") === true ? plainBackMm(options) : 0,
  );
  const measured = (Array.isArray(list) ? list.slice(0, zones.length) : []).flatMap(
    (entry: unknown, index) => {
      const choice = readPart(personalizationShape.engraving, entry);
      const zone = choice && zones.find((candidate) => candidate.id === choice.zone);
      // A zone may still name a font that was taken out since: the schema says so, and there is nothing to measure.
      if (!choice || !zone || !isMeasurable(zone, choice) || !faces.get(choice.font)) return [];
      if (options.size && !size && onRing(zone)) return [];
      const { fit, problems } = fitEngraving(zone, choice, size?.mm ?? null, faces);
      const errors = problems.map(({ field: name, code, message, waysOut }) => ({
        path: `engraving.${index}.${name}`,
        code,
        message,
        ...(waysOut.length > 0 ? { waysOut } : {}),
      }));
      return [{ fit, errors }];
    },
  );
  return { fits: measured.map(({ fit }) => fit), errors: measured.flatMap(({ errors }) => errors) };
}

function isMeasurable(
  zone: EngravingZone,
  { text, font, heightMm }: { text: string; font: string; heightMm?: number | undefined },
): boolean {
  const tallEnough = heightMm === undefined || (heightMm >= zone.minHeightMm && heightMm <= zone.maxHeightMm);
  return tallEnough && zone.fonts.includes(font) && checkEngravingText(text, zone.lines).length === 0;
}

function onRing({ shape }: EngravingZone): boolean {
  return shape === "ring-inside" || shape === "ring-outside";
}

function field(value: unknown, key: string): unknown {
  return typeof value === "object" && value !== null ? Reflect.get(value, key) : undefined;
}

function readPart<T>(
  schema: { safeParse(value: unknown): { success: boolean; data?: T } },
  value: unknown,
): T | undefined {
  const parsed = schema.safeParse(value);
  return parsed.success ? parsed.data : undefined;
}
