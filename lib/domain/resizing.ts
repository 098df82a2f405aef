import type { EngravingZone, ProductOptions, Resizing, SizeOption } from "@/lib/domain/options";
import type { RingSystem } from "@/lib/domain/ring-size";
import { counted, inMm } from "@/lib/domain/sentence";

/** What a ring's option says of resizing it later; undefined where it says nothing, or the piece is no ring. */
export function resizingOf(size: SizeOption | null): Resizing | undefined {
  return size?.kind === "ring" ? size.resizing : undefined;
}

/** The part of the shank's back that stays plain for who asks for it; 0: nothing has to. */
export function plainBackMm({ size }: Pick<ProductOptions, "size">): number {
  const resizing = resizingOf(size);
  return resizing?.possible ? resizing.plainBackMm : 0;
}

/** The places to engrave as they are on a ring whose back stays plain so far: what runs round it is shorter. */
export function zonesLeaving(zones: readonly EngravingZone[], plainMm: number): EngravingZone[] {
  return zones.map((zone) =>
    plainMm > 0 && (zone.shape === "ring-inside" || zone.shape === "ring-outside")
      ? { ...zone, reservedMm: zone.reservedMm + plainMm }
      : zone,
  );
}

/** "It can be made up to 5 mm larger later, which is 4 UK sizes, and 2.5 mm smaller. Once within 60 days at no cost." */
export function resizingWords(resizing: Resizing, system: RingSystem): string {
  if (!resizing.possible) return `It can’t be resized later: ${resizing.because}`;
  const { upMm, downMm, freeDays } = resizing;
  const step = (mm: number, than: string) =>
    mm > 0 ? [`up to ${inMm(mm)} ${than}${inSizes(mm, system)}`] : [];
  const by = [...step(upMm, "larger"), ...step(downMm, "smaller")];
  const free = freeDays > 0 ? ` Once within ${counted(freeDays, "day")} it’s on us.` : "";
  return `It can be resized later, ${by.join(" and ")}.${free}`;
}

/** One size of each system, in mm round the inside; ISO and Swiss sizes are millimetres themselves. */
const sizeMm: Partial<Record<RingSystem, { mm: number; noun: string }>> = {
  uk: { mm: 1.25, noun: "UK size" },
  us: { mm: 2.5535, noun: "US size" },
  jp: { mm: Math.PI / 3, noun: "Japanese size" },
};

function inSizes(mm: number, system: RingSystem): string {
  const size = sizeMm[system];
  // To the half below: nobody is promised more than the ring allows.
  const sizes = size ? Math.floor((mm / size.mm) * 2 + 1e-6) / 2 : 0;
  return size && sizes >= 0.5 ? ` (${sizes} ${size.noun}${sizes === 1 ? "" : "s"})` : "";
}
