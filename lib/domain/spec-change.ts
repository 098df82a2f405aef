import { smallestCharge } from "@/lib/domain/gift-card";
import type { StagePlan } from "@/lib/domain/job";
import { roundHalfUp } from "@/lib/domain/money";
import type { ProductOptions } from "@/lib/domain/options";
import type { Price, PriceLine } from "@/lib/domain/price";
import { andList, lowerFirst } from "@/lib/domain/sentence";
import { describeParts, type Spec } from "@/lib/domain/spec";

/** One line of a spec in words, as it was and as it shall be; null where there was or will be none. */
export type WordChange = { label: string; before: string | null; after: string | null; changed: boolean };

/** The old and the new spec side by side, in the words that everybody reads, each line marked where they differ. */
export function compareSpecs(before: Spec, after: Spec): WordChange[] {
  const old = wordsByPart(before);
  const fresh = wordsByPart(after);
  const kept = [...old].map(([part, { label, value }]) => pair(label, value, fresh.get(part)?.value ?? null));
  const added = [...fresh].filter(([part]) => !old.has(part));
  return [...kept, ...added.map(([, { label, value }]) => pair(label, null, value))];
}

/** Each line under what it tells of: two settings may both be called "Stone". */
function wordsByPart(spec: Spec): Map<string, { label: string; value: string }> {
  return new Map(describeParts(spec).map(({ part, label, value }) => [part, { label, value }]));
}

/** "Ring size and engraving, inside": what differs, for a sentence. */
export function changedWords(before: Spec, after: Spec): string {
  const labels = changedLabels(before, after).map((label, index) =>
    index === 0 ? label : lowerFirst(label),
  );
  return andList(labels);
}

export function changedLabels(before: Spec, after: Spec): string[] {
  const labels = compareSpecs(before, after).flatMap(({ label, changed }) => (changed ? [label] : []));
  return [...new Set(labels)];
}

/** A begun stage of a job; `position` is the stage's in the workshop's order, not the job's. */
export type BegunStage = { stage: string; label: string; position: number };
export type WorkshopStage = { id: string; label: string; position: number };

export type ChangeRefusal =
  | { code: "NOTHING_CHANGES" }
  | { code: "OTHER_PRODUCT" }
  /** `what` is fixed once `stage` has begun, and `begun` has */
  | { code: "FIXED_ALREADY"; what: string[]; stage: string; begun: string };

/**
 * Whether a piece can still become another. The metal's form is fixed when it is cast or formed, and with it size,
 * finish and motif; stones when they are set; letters when they are cut. What comes later in the workshop's order
 * fixes all that comes before it.
 */
export function decideChange(
  before: Spec,
  after: Spec,
  begun: readonly BegunStage[],
  workshop: readonly WorkshopStage[],
): { ok: true } | ({ ok: false } & ChangeRefusal) {
  if (before.product.slug !== after.product.slug) return { ok: false, code: "OTHER_PRODUCT" };
  const touched = touchedParts(before, after);
  if (touched.length === 0) return { ok: false, code: "NOTHING_CHANGES" };
  for (const part of fixings) {
    const what = touched.filter((touch) => part.fixes.includes(touch));
    const stage = workshop
      .filter(({ id }) => part.at.includes(id))
      .sort((a, b) => a.position - b.position)[0];
    const late = stage && begun.find(({ position }) => position >= stage.position);
    if (what.length > 0 && stage && late) {
      return {
        ok: false,
        code: "FIXED_ALREADY",
        what: what.map((name) => partWords[name]),
        stage: stage.label,
        begun: late.label,
      };
    }
  }
  return { ok: true };
}

/** Which parts could still be changed, of those that the design leaves to choose; for whoever asks beforehand. */
export function openParts(
  begun: readonly BegunStage[],
  workshop: readonly WorkshopStage[],
  options: ProductOptions,
): Part[] {
  const offered = offeredParts(options);
  const open = fixings.flatMap(({ at, fixes }) => {
    const stage = workshop.filter(({ id }) => at.includes(id)).sort((a, b) => a.position - b.position)[0];
    return stage && begun.some(({ position }) => position >= stage.position) ? [] : [...fixes];
  });
  return open.filter((part) => offered.includes(part));
}

function offeredParts({ metals, size, motifs, stoneSlots, engravingZones }: ProductOptions): Part[] {
  return [
    ...(metals.length > 1 ? (["metal"] as const) : []),
    ...(metals.some(({ finishes }) => finishes.length > 1) ? (["finish"] as const) : []),
    ...(size ? (["size"] as const) : []),
    ...(motifs.length > 0 ? (["motif"] as const) : []),
    ...(stoneSlots.length > 0 ? (["stones"] as const) : []),
    ...(engravingZones.length > 0 ? (["engraving"] as const) : []),
  ];
}

export function changeRefusalWords(refusal: ChangeRefusal): string {
  switch (refusal.code) {
    case "NOTHING_CHANGES":
      return "This is how the piece is made already. Nothing would change.";
    case "OTHER_PRODUCT":
      return "A piece of one design can’t become one of another.";
    case "FIXED_ALREADY": {
      const { what, stage, begun } = refusal;
      const fixed = what.length === 1 && what[0] !== partWords.stones ? "it is fixed" : "they are fixed";
      const why = begun === stage ? "" : `${fixed} at ${lowerFirst(stage)}, and `;
      return `${capital(andList(what))} can’t be changed any more: ${why}${lowerFirst(begun)} has begun.`;
    }
  }
}

export type Part = "metal" | "finish" | "size" | "motif" | "stones" | "engraving";

const partWords: Record<Part, string> = {
  metal: "the metal",
  finish: "the finish",
  size: "the size",
  motif: "the motif",
  stones: "the stones",
  engraving: "the engraving",
};

const fixings: readonly { at: readonly string[]; fixes: readonly Part[] }[] = [
  { at: ["casting", "forming"], fixes: ["metal", "finish", "size", "motif"] },
  { at: ["setting"], fixes: ["stones"] },
  { at: ["engraving"], fixes: ["engraving"] },
];

function touchedParts(before: Spec, after: Spec): Part[] {
  const parts: Part[] = ["metal", "finish", "size", "motif", "stones", "engraving"];
  const old = substanceOf(before);
  const fresh = substanceOf(after);
  return parts.filter((part) => JSON.stringify(old[part]) !== JSON.stringify(fresh[part]));
}

/** What is made, without the words for it: a stone that has another name since is the same stone. */
function substanceOf(spec: Spec): Record<Part, unknown> {
  const { metal, finish, size, motif, stones, engraving } = spec;
  return {
    metal: metal.id,
    finish: finish.id,
    size: [size && [size.kind, size.mm], spec.version === 2 ? spec.resizable.plainBackMm : 0],
    motif: motif?.id,
    stones: stones.map(({ slot, stone, cut, mm }) => [slot.id, stone.id, cut, mm]).sort(),
    engraving: engraving
      .map(({ zone, text, font, heightMm, technique }) => [zone.id, text, font.id, heightMm, technique])
      .sort(),
  };
}

/** The new spec in the old one's words, wherever both mean the same: a change is what is chosen, not what is called. */
export function inWordsOf(before: Spec, after: Spec): Spec {
  const { size } = before;
  const sameSize = size?.kind === after.size?.kind && size?.mm === after.size?.mm;
  return {
    ...after,
    product: before.product.slug === after.product.slug ? before.product : after.product,
    metal: sameId(before.metal, after.metal) ? before.metal : after.metal,
    finish: sameId(before.finish, after.finish) ? before.finish : after.finish,
    size: sameSize ? size : after.size,
    motif: sameId(before.motif, after.motif) ? before.motif : after.motif,
    stones: after.stones.map((fresh) => {
      const old = before.stones.find(({ slot }) => slot.id === fresh.slot.id);
      if (!old) return fresh;
      return { ...fresh, slot: old.slot, stone: sameId(old.stone, fresh.stone) ? old.stone : fresh.stone };
    }),
    engraving: after.engraving.map((fresh) => {
      const old = before.engraving.find(({ zone }) => zone.id === fresh.zone.id);
      if (!old) return fresh;
      return { ...fresh, zone: old.zone, font: sameId(old.font, fresh.font) ? old.font : fresh.font };
    }),
  };
}

function sameId(a: { id: string } | null, b: { id: string } | null): boolean {
  return a?.id === b?.id;
}

/** What hasn't begun, from the new routing: what comes behind the last stage that has. */
export function replan(
  begun: readonly BegunStage[],
  routing: readonly StagePlan[],
  workshop: readonly WorkshopStage[],
): StagePlan[] {
  const reached = Math.max(-1, ...begun.map(({ position }) => position));
  const placeOf = (id: string) => workshop.find((stage) => stage.id === id)?.position ?? -1;
  return routing
    .filter(({ stage }) => placeOf(stage) > reached)
    .map(({ stage, typicalMinutes, badDayMinutes }) => ({ stage, typicalMinutes, badDayMinutes }));
}

export type ChangedPrice = {
  unitMinor: number;
  taxMinor: number;
  lines: PriceLine[];
  /** against what was paid; below 0: it goes back */
  differenceMinor: number;
  taxDifferenceMinor: number;
};

/**
 * What a change costs: the new spec against the old one, both at today's prices, put on what was paid. So the customer
 * pays for what differs and for nothing else: gold that has risen since is ours. (docs/decisions/010)
 */
export function priceChange(
  paid: { unitMinor: number; taxMinor: number; orderedMinor: number; discountShare: number },
  oldToday: Pick<Price, "totalMinor" | "taxMinor">,
  newToday: Pick<Price, "totalMinor" | "taxMinor" | "lines">,
): ChangedPrice {
  // Never below nothing: a piece that was given away with a discount can't pay out more than it cost.
  const unitMinor = Math.max(0, paid.unitMinor + newToday.totalMinor - oldToday.totalMinor);
  const taxMinor = Math.min(unitMinor, Math.max(0, paid.taxMinor + newToday.taxMinor - oldToday.taxMinor));
  const rest = unitMinor - newToday.totalMinor;
  const lines: PriceLine[] =
    rest === 0
      ? newToday.lines
      : [...newToday.lines, { kind: "workshop", label: "Prices of the day you ordered", amountMinor: rest }];
  return {
    ...{ unitMinor, taxMinor, lines },
    differenceMinor: paidOf(unitMinor, paid) - paidOf(paid.unitMinor, paid),
    taxDifferenceMinor: taxMinor - paid.taxMinor,
  };
}

/** What is too little for any card to be charged is on us: the piece costs what was paid, and no more goes back later. */
export function withoutTrifle(
  price: ChangedPrice,
  paid: { unitMinor: number; taxMinor: number },
  pieces: number,
  currency: string,
): ChangedPrice {
  const sumMinor = price.differenceMinor * pieces;
  if (sumMinor <= 0 || sumMinor >= smallestCharge(currency)) return price;
  const onUs = { kind: "workshop" as const, label: "On us", amountMinor: paid.unitMinor - price.unitMinor };
  return { ...paid, lines: [...price.lines, onUs], differenceMinor: 0, taxDifferenceMinor: 0 };
}

/** What somebody has paid for a unit of this price: a discount goes as far as the price that it was ordered at. */
function paidOf(
  unitMinor: number,
  { orderedMinor, discountShare }: { orderedMinor: number; discountShare: number },
): number {
  return unitMinor - roundHalfUp(Math.min(unitMinor, orderedMinor) * discountShare);
}

function pair(label: string, before: string | null, after: string | null): WordChange {
  return { label, before, after, changed: before !== after };
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
