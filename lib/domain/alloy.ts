import type { Minor } from "@/lib/domain/money";

/** What the workshop knows of an alloy today, its price in force included. */
export type AlloyFacts = {
  id: string;
  label: string;
  /** gold, silver, platinum, palladium */
  metal: string;
  colour: string;
  /** parts per thousand */
  fineness: number;
  /** mg per cm3, i.e. 1000 x g/cm3 */
  densityMgCm3: number;
  /** before tax */
  pricePerGramMinor: Minor;
};

/**
 * Weight above which a piece must be hallmarked before it may be sold under its metal's name.
 * GB: Hallmarking Act 1973, schedule 1 (as amended 2010). A country without a row asks for none.
 */
const hallmarkAboveGrams: Record<string, Record<string, number>> = {
  GB: { gold: 1, silver: 7.78, platinum: 0.5, palladium: 1 },
};

/** Whose hallmark law a workshop in `country` is under; null: none that we know. */
export function hallmarkCountryOf(country: string): string | null {
  return Object.hasOwn(hallmarkAboveGrams, country) ? country : null;
}

export function hallmarkRequired(metal: string, grams: number, country: string | null): boolean {
  if (country === null) return false;
  const above = hallmarkAboveGrams[country]?.[metal];
  return above !== undefined && grams > above;
}
