import { lengthChoices, lengthSystems } from "@/lib/domain/length";
import { applyBps, type Minor } from "@/lib/domain/money";
import { activeRules, defaultFinish, forbiddenBecause } from "@/lib/domain/option-rules";
import type { EngravingZone, ProductOptions, StoneSlot } from "@/lib/domain/options";
import type { Personalization } from "@/lib/domain/personalization";
import type { PriceFacts } from "@/lib/domain/price";
import { priceFrozen, type Quote, type QuotedProduct, type QuoteFacts } from "@/lib/domain/quote";
import { ringSizeChoices, ringSystems } from "@/lib/domain/ring-size";
import { freezeSpec } from "@/lib/domain/spec";
import { rowCounts } from "@/lib/domain/stone-row";

/**
 * What one piece would cost with ONE choice made otherwise and the rest as it is: by choice ("metal", "finish",
 * "size", "motif", "stone.centre", "stones.count"), then by value; "" is leaving it out. Prices are rounded up to the workshop's step,
 * so a difference can't be told without pricing the whole piece again.
 */
export type Alternatives = Record<string, Record<string, Minor>>;

/** `personalization` has passed the schema. What has no price today, or can't be had, isn't in the answer. */
export function priceAlternatives(
  product: QuotedProduct,
  personalization: Personalization,
  facts: QuoteFacts,
  country: string = facts.workshop.country,
): Alternatives {
  return eachAlternative(product, personalization, facts, (choices) => {
    return priceChoices(product, choices, facts, country).price.totalMinor;
  });
}

/** What one set of choices costs, and the stages that it needs. The letters' price is by the letter, at any height. */
export function priceChoices(
  product: QuotedProduct,
  choices: Personalization,
  facts: QuoteFacts,
  country: string,
  proofWished = false,
): Pick<Quote, "price" | "routing"> {
  const fits = product.options.engravingZones.map((zone) => ({ zone: zone.id, heightMm: zone.minHeightMm }));
  const frozen = freezeSpec(product, choices, { ...facts, fits });
  return priceFrozen(product, frozen, facts, country, proofWished);
}

/** `judge` of the piece with each ONE choice made otherwise, by choice and then by value. */
export function eachAlternative<T>(
  product: QuotedProduct,
  personalization: Personalization,
  facts: QuoteFacts,
  judge: (choices: Personalization) => T,
): Record<string, Record<string, T>> {
  const { options } = product;
  const priced = new Set(facts.alloys.map((alloy) => alloy.id));
  const known = new Set(facts.stones.map((stone) => stone.id));
  const each = (values: readonly string[], choose: (value: string) => Personalization) =>
    Object.fromEntries(values.map((value) => [value, judge(choose(value))]));
  const { metals, motifs, motifRequired, stoneSlots } = options;
  const slots = stoneSlots.map((slot) => [
    `stone.${slot.id}`,
    each([...(slot.required ? [] : [""]), ...slot.allowed.filter((id) => known.has(id))], (stone) =>
      withStone(personalization, slot.id, stone),
    ),
  ]);
  return {
    metal: each(
      metals.map(({ alloy }) => alloy).filter((id) => priced.has(id)),
      (metal) => withMetal(options, personalization, metal),
    ),
    finish: each(metals.find(({ alloy }) => alloy === personalization.metal)?.finishes ?? [], (finish) => ({
      ...personalization,
      finish,
    })),
    size: each(sizesOf(options, personalization), (value) => ({
      ...personalization,
      ...(personalization.size ? { size: { ...personalization.size, value } } : {}),
    })),
    motif: each([...(motifRequired ? [] : [""]), ...motifs.map(({ id }) => id)], (motif) =>
      withMotif(personalization, motif),
    ),
    ...Object.fromEntries(slots),
    ...rowAlternatives(options, personalization, each),
  };
}

/** "stones.count": what one stone more costs, or less; one more is the one that the design is shown with. */
function rowAlternatives<T>(
  options: ProductOptions,
  chosen: Personalization,
  each: (values: readonly string[], choose: (value: string) => Personalization) => Record<string, T>,
): Record<string, Record<string, T>> {
  const counts = rowCounts(options);
  if (!counts) return {};
  const stoneAt = (slot: StoneSlot) =>
    chosen.stones?.find((choice) => choice.slot === slot.id)?.stone ?? slot.default;
  const rowOf = (count: number) => ({
    ...chosen,
    stones: options.stoneSlots.slice(0, count).map((slot) => ({ slot: slot.id, stone: stoneAt(slot) })),
  });
  return { "stones.count": each(counts.map(String), (count) => rowOf(Number(count))) };
}

/** What an engraving adds at home: to begin with, and for every letter. Before the whole is rounded up, so "about". */
export function lettersCost(
  { baseMinor, perCharacterMinor }: Pick<EngravingZone, "baseMinor" | "perCharacterMinor">,
  { workshop, homeTax }: Pick<PriceFacts, "workshop" | "homeTax">,
): { baseMinor: Minor; perCharacterMinor: Minor } {
  const gross = (minor: Minor) => {
    const net = minor + applyBps(minor, workshop.marginBps);
    return net + applyBps(net, homeTax?.rateBps ?? 0);
  };
  return { baseMinor: gross(baseMinor), perCharacterMinor: gross(perCharacterMinor) };
}

/** Another metal may not take the finish; then its own first one is what it would be made in. */
function withMetal(options: ProductOptions, chosen: Personalization, metal: string): Personalization {
  const { finish: _before, ...rest } = chosen;
  const finish = chosen.finish ?? defaultFinish(options, chosen);
  const offered = options.metals.find(({ alloy }) => alloy === metal)?.finishes ?? [];
  const rules = activeRules(options, { metal, finish, motif: chosen.motif });
  const possible =
    finish !== undefined &&
    offered.includes(finish) &&
    forbiddenBecause(rules, "finish", finish) === undefined;
  return { ...rest, metal, ...(possible ? { finish } : {}) };
}

function withMotif({ motif: _before, ...rest }: Personalization, motif: string): Personalization {
  return motif === "" ? rest : { ...rest, motif };
}

function withStone(chosen: Personalization, slot: string, stone: string): Personalization {
  const others = (chosen.stones ?? []).filter((choice) => choice.slot !== slot);
  return { ...chosen, stones: stone === "" ? others : [...others, { slot, stone }] };
}

function sizesOf({ size }: ProductOptions, chosen: Personalization): string[] {
  const ring = ringSystems.find((system) => system === chosen.size?.system);
  const length = lengthSystems.find((system) => system === chosen.size?.system);
  if (size?.kind === "ring" && ring) return ringSizeChoices(size, ring).map(({ value }) => value);
  if (size?.kind === "length" && length) return lengthChoices(size, length).map(({ value }) => value);
  return [];
}
