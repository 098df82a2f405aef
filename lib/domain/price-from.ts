import type { AlloyFacts } from "@/lib/domain/alloy";
import { lengthChoices } from "@/lib/domain/length";
import type { Minor } from "@/lib/domain/money";
import { activeRules, defaultFinish, forbiddenBecause } from "@/lib/domain/option-rules";
import type { ProductOptions, SizeOption } from "@/lib/domain/options";
import type { Personalization } from "@/lib/domain/personalization";
import { type PriceFacts, priceSpec, type StonePrice, stonePriceMinor } from "@/lib/domain/price";
import type { PriceRule, ProductRouting } from "@/lib/domain/product";
import { ringSizeChoices } from "@/lib/domain/ring-size";
import { routeSpec, type StageFacts } from "@/lib/domain/routing";
import { freezeSpec } from "@/lib/domain/spec";
import { weightGrams } from "@/lib/domain/weight";

export type PricedProduct = {
  slug: string;
  name: string;
  options: ProductOptions;
  priceRule: PriceRule;
  routing: ProductRouting;
};

export type PriceFromFacts = {
  alloys: readonly AlloyFacts[];
  stones: readonly (StonePrice & { label: string })[];
  stages: readonly StageFacts[];
  workshop: PriceFacts["workshop"];
  hallmarkCountry: string | null;
  homeTax: PriceFacts["homeTax"];
};

/**
 * "From …": the cheapest way to have it made in its middle size, gross at home, with only what must be chosen: the
 * cheapest alloy, stones and motif, one letter where letters are a must. Null where no alloy has a price.
 */
export function priceFrom(product: PricedProduct, facts: PriceFromFacts): Minor | null {
  const prices = facts.alloys
    .filter((alloy) => product.options.metals.some((metal) => metal.alloy === alloy.id))
    .map((alloy) => priceIn(product, alloy, facts));
  return prices.length > 0 ? Math.min(...prices) : null;
}

function priceIn(product: PricedProduct, alloy: AlloyFacts, facts: PriceFromFacts): Minor {
  const { options, priceRule } = product;
  const personalization = leastChoices(product, alloy.id, facts);
  const { spec } = freezeSpec(product, personalization, { ...facts, fits: [] });
  const routing = routeSpec(spec, product.routing, options, facts.stages, {
    alloy,
    hallmarkCountry: facts.hallmarkCountry,
    weightGrams: weightGrams(priceRule, spec.size?.mm ?? null, alloy.densityMgCm3),
  });
  const tax = facts.homeTax;
  return priceSpec(spec, priceRule, { ...facts, options, alloy, routing, tax }).totalMinor;
}

function leastChoices(
  { options, priceRule }: PricedProduct,
  metal: string,
  facts: PriceFromFacts,
): Personalization {
  const motif = options.motifRequired
    ? cheapest(options.motifs, (entry) => entry.surchargeMinor)?.id
    : undefined;
  const finish = defaultFinish(options, { metal, motif });
  const size = options.size && middleSize(options.size, priceRule.referenceMm);
  const rules = activeRules(options, { metal, finish, motif });
  const stones = options.stoneSlots
    .filter((slot) => slot.required && forbiddenBecause(rules, "slot", slot.id) === undefined)
    .map((slot) => {
      const allowed = facts.stones.filter((stone) => slot.allowed.includes(stone.id));
      return {
        slot: slot.id,
        stone: cheapest(allowed, (stone) => stonePriceMinor(stone, slot.mm))?.id ?? slot.default,
      };
    });
  const engraving = options.engravingZones
    .filter(({ besideSlot }) => !besideSlot || stones.some(({ slot }) => slot === besideSlot))
    .filter((zone) => zone.required && forbiddenBecause(rules, "zone", zone.id) === undefined)
    .map((zone) => ({ zone: zone.id, text: "A", font: zone.fonts[0] ?? "", heightMm: zone.minHeightMm }));
  return {
    metal,
    ...(finish === undefined ? {} : { finish }),
    ...(size ? { size } : {}),
    ...(motif === undefined ? {} : { motif }),
    stones,
    engraving,
  };
}

/** The size nearest to the one that the product's weight was taken in; else the middle one. */
function middleSize(size: SizeOption, referenceMm: number | null): Personalization["size"] {
  const system = size.kind === "ring" ? "iso" : "cm";
  const choices = size.kind === "ring" ? ringSizeChoices(size, "iso") : lengthChoices(size, "cm");
  const wanted = referenceMm ?? (size.minMm + size.maxMm) / 2;
  const nearest = cheapest(choices, (choice) => Math.abs(choice.mm - wanted));
  return nearest && { system, value: nearest.value };
}

function cheapest<T>(list: readonly T[], cost: (entry: T) => number): T | undefined {
  return list.reduce<T | undefined>(
    (best, entry) => (best === undefined || cost(entry) < cost(best) ? entry : best),
    undefined,
  );
}
