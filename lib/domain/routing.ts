import { type AlloyFacts, hallmarkRequired } from "@/lib/domain/alloy";
import { countEngravedCharacters } from "@/lib/domain/engraving-text";
import type { ProductOptions } from "@/lib/domain/options";
import type { ProductRouting } from "@/lib/domain/product";
import type { Spec } from "@/lib/domain/spec";

/** The workshop's kinds of work, in order of `position`. */
export type StageFacts = {
  id: string;
  label: string;
  kind: "bench" | "external";
  /** bench stages need one */
  skill: string | null;
  position: number;
  /** elapsed minutes of an external stage where the product names none */
  typicalMinutes: number | null;
  badDayMinutes: number | null;
};

/** One stage that a piece needs; minutes are worked at the bench, elapsed outside. */
export type RoutingStage = {
  stage: string;
  label: string;
  kind: "bench" | "external";
  skill: string | null;
  typicalMinutes: number;
  badDayMinutes: number;
};

export type RoutingFacts = {
  alloy: Pick<AlloyFacts, "metal">;
  /** whose hallmark law applies; null: none */
  hallmarkCountry: string | null;
  weightGrams: number;
};

/** What a bad day makes of minutes that come from an option, where the product's own plan says nothing. */
const BAD_DAY = 1.6;

type Minutes = { typicalMinutes: number; badDayMinutes: number };

/**
 * The ordered stages that this piece needs: the product's own, and what its options add. A stone adds setting, letters
 * add engraving, a slow alloy and a motif add bench work, a piece above the legal weight goes to the assay office.
 */
export function routeSpec(
  spec: Spec,
  productRouting: ProductRouting,
  options: ProductOptions,
  stages: readonly StageFacts[],
  { alloy, hallmarkCountry, weightGrams }: RoutingFacts,
): RoutingStage[] {
  const plan = new Map<string, Minutes>(productRouting.map(({ stage, ...minutes }) => [stage, minutes]));
  const slow = metalMinutes(spec, options);
  const both = plan.has("forming") && plan.has("polishing");
  add(
    plan,
    "forming",
    (both ? Math.ceil(slow / 2) : plan.has("polishing") ? 0 : slow) + motifMinutes(spec, options),
  );
  add(plan, "polishing", both ? Math.floor(slow / 2) : plan.has("polishing") ? slow : 0);
  add(plan, "setting", settingMinutes(spec, options));
  add(plan, "engraving", engravingMinutes(spec, options));
  if (hallmarkRequired(alloy.metal, weightGrams, hallmarkCountry) && !plan.has("assay"))
    plan.set("assay", externalMinutes(findStage(stages, "assay")));
  return [...plan]
    .map(([id, minutes]) => ({ facts: findStage(stages, id), minutes }))
    .sort((a, b) => a.facts.position - b.facts.position)
    .map(({ facts: { id, label, kind, skill }, minutes }) => ({ stage: id, label, kind, skill, ...minutes }));
}

/** What adds minutes to a stage beside a design's own plan, whoever knows the design's options knows how many. */
export type MinutesSource = "STONES" | "LETTERS" | "METAL_AND_MOTIF" | "METAL" | "HALLMARK";

export function sourceOf(stage: string): MinutesSource | null {
  return sources[stage] ?? null;
}

const sources: Partial<Record<string, MinutesSource>> = {
  setting: "STONES",
  engraving: "LETTERS",
  forming: "METAL_AND_MOTIF",
  polishing: "METAL",
  assay: "HALLMARK",
};

/** Minutes that the letters take, all places together. Priced with the engraving, not as bench time. */
export function engravingMinutes(spec: Spec, options: ProductOptions): number {
  return spec.engraving.reduce((sum, { zone: { id }, text }) => {
    const zone = options.engravingZones.find((candidate) => candidate.id === id);
    return sum + (zone ? zone.baseMinutes + zone.perCharacterMinutes * countEngravedCharacters(text) : 0);
  }, 0);
}

function settingMinutes(spec: Spec, options: ProductOptions): number {
  return spec.stones.reduce((sum, { slot }) => {
    const found = options.stoneSlots.find((candidate) => candidate.id === slot.id);
    return sum + (found?.settingMinutes ?? 0);
  }, 0);
}

function metalMinutes(spec: Spec, options: ProductOptions): number {
  return options.metals.find((metal) => metal.alloy === spec.metal.id)?.extraMinutes ?? 0;
}

function motifMinutes(spec: Spec, options: ProductOptions): number {
  return options.motifs.find((motif) => motif.id === spec.motif?.id)?.minutes ?? 0;
}

function add(plan: Map<string, Minutes>, stage: string, minutes: number): void {
  if (minutes <= 0) return;
  const planned = plan.get(stage) ?? { typicalMinutes: 0, badDayMinutes: 0 };
  const slower = planned.typicalMinutes > 0 ? planned.badDayMinutes / planned.typicalMinutes : BAD_DAY;
  plan.set(stage, {
    typicalMinutes: planned.typicalMinutes + minutes,
    badDayMinutes: planned.badDayMinutes + Math.ceil(minutes * slower - 1e-9),
  });
}

function externalMinutes(stage: StageFacts): Minutes {
  if (stage.typicalMinutes === null || stage.badDayMinutes === null)
    throw new Error(`The stage ${stage.id} needs its minutes`);
  return { typicalMinutes: stage.typicalMinutes, badDayMinutes: stage.badDayMinutes };
}

function findStage(stages: readonly StageFacts[], id: string): StageFacts {
  const found = stages.find((stage) => stage.id === id);
  if (!found) throw new Error(`The workshop has no stage ${id}`);
  return found;
}
