import { type Alternatives, eachAlternative, priceChoices } from "@/lib/domain/alternatives";
import type { IsoDate } from "@/lib/domain/calendar-days";
import type { Personalization } from "@/lib/domain/personalization";
import { type PlannedStage, toPlannedStage } from "@/lib/domain/promise-bench";
import { needsProof } from "@/lib/domain/proof";
import type { QuotedProduct, QuoteFacts } from "@/lib/domain/quote";
import type { RoutingStage } from "@/lib/domain/routing";

/**
 * By which day nine in ten of such pieces arrive with ONE choice made otherwise and the rest as it is: by choice, then
 * by value, as prices are; also "engraving.ZONE" and "proof", each with "" (without) and "on". Null: no day can be given.
 */
export type ChoiceDays = Record<string, Record<string, IsoDate | null>>;

/** Many choices need the very same minutes: each distinct routing is asked about once. */
export type WeighedChoices = {
  prices: Alternatives;
  /** routings by their key */
  routings: Map<string, readonly PlannedStage[]>;
  /** the key of each choice's routing */
  keys: Record<string, Record<string, string>>;
};

/** How many letters "with an engraving" means before any are typed: a name. */
const LETTERS = "Aaaaaaaa";

/** Prices and routings of all that could be chosen otherwise, at once: both come from the same frozen spec. */
export function weighChoices(
  product: QuotedProduct,
  personalization: Personalization,
  facts: QuoteFacts,
  {
    country = facts.workshop.country,
    proof = false,
  }: { country?: string | undefined; proof?: boolean | undefined },
): WeighedChoices {
  const routings = new Map<string, readonly PlannedStage[]>();
  const keyOf = (stages: readonly RoutingStage[]) => {
    const plan = stages.map(toPlannedStage);
    const key = JSON.stringify(plan);
    routings.set(key, plan);
    return key;
  };
  const judge = (choices: Personalization, proofWished = proof) => {
    const { price, routing } = priceChoices(product, choices, facts, country, proofWished);
    return { minor: price.totalMinor, key: keyOf(routing) };
  };
  const judged = eachAlternative(product, personalization, facts, (choices) => judge(choices));
  const zones = product.options.engravingZones
    .filter(({ required, besideSlot }) => !required && !besideSlot)
    .map(({ id, fonts }) => {
      const others = (personalization.engraving ?? []).filter(({ zone }) => zone !== id);
      const own = personalization.engraving?.find(({ zone }) => zone === id);
      const one = own ?? { zone: id, text: LETTERS, font: fonts[0] ?? "" };
      const without = judge({ ...personalization, engraving: others }).key;
      return [
        `engraving.${id}`,
        { "": without, on: judge({ ...personalization, engraving: [...others, one] }).key },
      ];
    });
  const offered =
    product.proof !== undefined && needsProof(product.proof, true) && !needsProof(product.proof, false);
  return {
    prices: pick(judged, ({ minor }) => minor),
    routings,
    keys: {
      ...pick(judged, ({ key }) => key),
      ...Object.fromEntries(zones),
      ...(offered
        ? { proof: { "": judge(personalization, false).key, on: judge(personalization, true).key } }
        : {}),
    },
  };
}

/** The days of every choice, where `dayOf` knows that of each routing. Choices that change nothing are left out. */
export function choiceDays(
  keys: WeighedChoices["keys"],
  dayOf: ReadonlyMap<string, IsoDate | null>,
): ChoiceDays {
  const days = pick(keys, (key) => dayOf.get(key) ?? null);
  return Object.fromEntries(
    Object.entries(days).filter(([, values]) => new Set(Object.values(values)).size > 1),
  );
}

function pick<T, U>(
  table: Record<string, Record<string, T>>,
  of: (value: T) => U,
): Record<string, Record<string, U>> {
  return Object.fromEntries(
    Object.entries(table).map(([choice, values]) => [
      choice,
      Object.fromEntries(Object.entries(values).map(([value, item]) => [value, of(item)])),
    ]),
  );
}
