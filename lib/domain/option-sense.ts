import type { FieldError } from "@/lib/domain/field-errors";
import type { OptionPart } from "@/lib/domain/option-rows";
import type { EngravingZone, ProductOptions, SizeOption } from "@/lib/domain/options";
import { counted, inMm } from "@/lib/domain/sentence";
import { smallestDiscMm } from "@/lib/domain/zone-outline";

/**
 * Numbers that a schema lets pass and no hand could wear or cut, so mistyped: of the row that is being edited. What
 * was stored before these limits is left alone.
 */
export function senselessSizes(options: ProductOptions, part: OptionPart, index: number): FieldError[] {
  const found =
    part === "size" && options.size
      ? sizeProblems(options.size)
      : part === "zone" && options.engravingZones[index]
        ? zoneProblems(options.engravingZones[index])
        : part === "slot" && (options.stoneSlots[index]?.mm ?? 0) > 40
          ? { mm: "That is larger than any stone we could set: 40 mm at most." }
          : {};
  return Object.entries(found).map(([path, message]) => ({ path, code: "INVALID", message }));
}

/** By field. */
type Problems = Record<string, string>;

function sizeProblems({ kind, minMm, maxMm, stepMm }: SizeOption): Problems {
  const [least, most] = kind === "ring" ? [35, 80] : [50, 1500];
  const what = kind === "ring" ? "Round the inside, a ring measures" : "A chain measures";
  const range = `${what} from ${least} to ${most} mm.`;
  const smallest = kind === "ring" ? 0.3 : 1;
  return {
    ...(minMm < least ? { minMm: range } : {}),
    ...(maxMm > most ? { maxMm: range } : {}),
    ...(stepMm < smallest ? { stepMm: `Finer than we can work: ${smallest} mm at least.` } : {}),
    ...(stepMm > Math.max(smallest, maxMm - minMm)
      ? { stepMm: "That is more than from the smallest to the largest." }
      : {}),
  };
}

function zoneProblems(zone: EngravingZone): Problems {
  const { minHeightMm, maxHeightMm, heightMm, lines, diameterMm } = zone;
  const needed = minHeightMm * (1 + (lines - 1) * 1.5);
  const disc = smallestDiscMm(zone.widthMm ?? 0, heightMm);
  return {
    ...(diameterMm !== undefined && diameterMm < disc - 0.005
      ? {
          diameterMm: `The corners of ${inMm(zone.widthMm ?? 0)} × ${inMm(heightMm)} stick out: they need a disc of ${inMm(disc)}.`,
        }
      : {}),
    ...(minHeightMm < 0.5 ? { minHeightMm: "Nobody could read that: 0.5 mm at least." } : {}),
    ...(maxHeightMm > heightMm
      ? { maxHeightMm: `The place is ${inMm(heightMm)} high: letters can’t be taller.` }
      : {}),
    ...(needed > heightMm + 0.005
      ? {
          lines: `${counted(lines, "line")} of the smallest letters need ${inMm(needed)} of height, and there are ${inMm(heightMm)}.`,
        }
      : {}),
  };
}
