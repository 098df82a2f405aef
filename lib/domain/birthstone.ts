/**
 * Birthstones by month. `official`: Jewelers of America's list with its alternates. `traditional`: the list of 1912
 * and the British one. `trade`: usage that no list has; never to be called official.
 */
export type BirthstoneMonth = {
  /** 1 = January */
  month: number;
  official: readonly string[];
  traditional: readonly string[];
  trade: readonly string[];
};

export type BirthstoneStanding = "official" | "traditional" | "trade";

/** Stones by the ids of the workshop's stones. */
export const birthstones: readonly BirthstoneMonth[] = [
  month(1, ["garnet"]),
  month(2, ["amethyst"]),
  month(3, ["aquamarine"], ["bloodstone"]),
  month(4, ["diamond"], ["rock-crystal"]),
  month(5, ["emerald"], ["chrysoprase"]),
  month(6, ["pearl", "moonstone", "alexandrite"]),
  month(7, ["ruby"], ["carnelian"]),
  month(8, ["peridot", "spinel"], ["sardonyx"]),
  month(9, ["sapphire"]),
  month(10, ["opal", "tourmaline"]),
  month(11, ["citrine", "topaz"]),
  month(12, ["turquoise", "tanzanite", "zircon"], ["lapis-lazuli"], ["blue-topaz"]),
];

/** Every month that a stone stands for, and by which right. */
export function monthsOfStone(stone: string): { month: number; standing: BirthstoneStanding }[] {
  return birthstones.flatMap((entry) =>
    (["official", "traditional", "trade"] as const)
      .filter((standing) => entry[standing].includes(stone))
      .map((standing) => ({ month: entry.month, standing })),
  );
}

/** Behind a stone's name: what only old lists or the trade say is marked so. */
export function standingWords(standing: BirthstoneStanding): string {
  if (standing === "official") return "";
  return standing === "trade" ? ", trade usage" : ", traditional";
}

/** The stones of a month, the official ones first; none for a 13th. */
export function stonesOfMonth(month: number): { stone: string; standing: BirthstoneStanding }[] {
  const entry = birthstones.find((candidate) => candidate.month === month);
  if (!entry) return [];
  return (["official", "traditional", "trade"] as const).flatMap((standing) =>
    entry[standing].map((stone) => ({ stone, standing })),
  );
}

function month(
  number: number,
  official: string[],
  traditional: string[] = [],
  trade: string[] = [],
): BirthstoneMonth {
  return { month: number, official, traditional, trade };
}
