import { type LengthSystem, lengthChoices } from "@/lib/domain/length";
import { defaultFinish } from "@/lib/domain/option-rules";
import type { ProductOptions, SizeOption } from "@/lib/domain/options";
import type { Personalization } from "@/lib/domain/personalization";
import { type RingSystem, ringSizeChoices, type SizeChoice } from "@/lib/domain/ring-size";

/**
 * The piece that a page speaks of before anything has been chosen: this metal, its first finish, the stones and the
 * size that the design is shown in, and one letter where letters are a must.
 */
export function samplePiece(
  options: ProductOptions,
  given: { metal: string; referenceMm: number | null; country: string },
): Personalization {
  const { metal } = given;
  const motif = options.motifRequired ? options.motifs[0]?.id : undefined;
  const finish = defaultFinish(options, { metal, motif });
  const size = options.size && sampleSize(options.size, given);
  const stones = options.stoneSlots
    // A row is shown whole, as it is pictured; how many it may be less, the form says.
    .filter((slot) => slot.required || options.stoneRow)
    .map((slot) => ({ slot: slot.id, stone: slot.default }));
  const engraving = options.engravingZones
    .filter(({ besideSlot }) => !besideSlot || stones.some(({ slot }) => slot === besideSlot))
    .filter((zone) => zone.required)
    .map((zone) => ({ zone: zone.id, text: "A", font: zone.fonts[0] ?? "" }));
  return {
    metal,
    ...(finish === undefined ? {} : { finish }),
    ...(size ? { size } : {}),
    ...(motif === undefined ? {} : { motif }),
    ...(stones.length > 0 ? { stones } : {}),
    ...(engraving.length > 0 ? { engraving } : {}),
  };
}

/** The size system that people in this country know. */
export function homeRingSystem(country: string): RingSystem {
  return ringSystems[country] ?? "iso";
}

export function homeLengthSystem(country: string): LengthSystem {
  return country === "US" ? "in" : "cm";
}

const ringSystems: Partial<Record<string, RingSystem>> = {
  ...{ GB: "uk", IE: "uk", AU: "uk", NZ: "uk", ZA: "uk" },
  ...{ US: "us", CA: "us" },
  ...{ CH: "ch", IT: "ch", ES: "ch", NL: "ch" },
  JP: "jp",
};

function sampleSize(
  size: SizeOption,
  { referenceMm, country }: { referenceMm: number | null; country: string },
): Personalization["size"] {
  const wanted = referenceMm ?? (size.minMm + size.maxMm) / 2;
  if (size.kind === "ring") {
    const system = homeRingSystem(country);
    return { system, value: nearest(ringSizeChoices(size, system), wanted) };
  }
  const system = homeLengthSystem(country);
  return { system, value: nearest(lengthChoices(size, system), wanted) };
}

function nearest(choices: readonly SizeChoice[], wantedMm: number): string {
  const byDistance = [...choices].sort((a, b) => Math.abs(a.mm - wantedMm) - Math.abs(b.mm - wantedMm));
  return byDistance[0]?.value ?? "";
}
