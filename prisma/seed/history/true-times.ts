import type { RoutingStage } from "@/lib/domain/routing";
import type { Random } from "./random";
import { failedChecks, holdReasonFor } from "./words";

/** A stage as it truly went. `hold` stands between stages: the piece waits, nobody works on it. */
export type TrueStage =
  | {
      kind: "stage";
      stage: string;
      skill: string | null;
      round: number;
      typicalMinutes: number;
      badDayMinutes: number;
      minutes: number;
      /** only of checking */
      failed: string | null;
    }
  | { kind: "hold"; reason: string; minutes: number };

/** How each stage differs from its plan: the workshop's own habits, which its estimates can learn. */
const habits: Record<string, { bias: number; sigma: number }> = {
  proof: { bias: 0.8, sigma: 0.75 },
  casting: { bias: 1.08, sigma: 0.28 },
  forming: { bias: 1.12, sigma: 0.26 },
  setting: { bias: 1.28, sigma: 0.3 },
  engraving: { bias: 1.04, sigma: 0.22 },
  assay: { bias: 1.12, sigma: 0.3 },
  polishing: { bias: 0.94, sigma: 0.22 },
  checking: { bias: 1, sigma: 0.25 },
  packing: { bias: 1.1, sigma: 0.3 },
};
const USUAL = { bias: 1, sigma: 0.25 };

const CHECK_FAILS = 0.08;
const FAILS_AGAIN = 0.15;
const CAST_AGAIN = 0.03;
const HELD = 0.045;
const DAY = 1440;

/** What reality makes of a plan, rework and holds included. */
export function inventTrueStages(routing: readonly RoutingStage[], random: Random): TrueStage[] {
  const held = random.chance(HELD) ? random.int(0, Math.max(0, routing.length - 3)) : -1;
  return routing.flatMap((planned, index) => [
    ...(index === held ? [inventHold(routing, random)] : []),
    ...(planned.stage === "checking"
      ? inventChecks(routing, planned, random)
      : [trueStage(planned, 1, random)]),
  ]);
}

export function inventHold(
  routing: readonly RoutingStage[],
  random: Random,
  days = random.logNormal(3, 0.6),
): TrueStage {
  return { kind: "hold", reason: holdReasonFor(random, routing), minutes: Math.round(days * DAY) };
}

/** Checks until one passes, with polishing before each but the first. */
export function inventChecks(
  routing: readonly RoutingStage[],
  checking: RoutingStage,
  random: Random,
  fails = random.chance(CHECK_FAILS) ? (random.chance(FAILS_AGAIN) ? 2 : 1) : 0,
): TrueStage[] {
  const polishing = routing.find((planned) => planned.stage === "polishing");
  return Array.from({ length: fails + 1 }, (_none, index) => {
    const round = index + 1;
    const again = round > 1 && polishing ? [trueStage(polishing, round, random)] : [];
    const check = trueStage(checking, round, random);
    return [...again, index < fails ? { ...check, failed: random.pick(failedChecks) } : check];
  }).flat();
}

function trueStage(planned: RoutingStage, round: number, random: Random): TrueStage & { kind: "stage" } {
  const { bias, sigma } = habits[planned.stage] ?? USUAL;
  const again = planned.stage === "casting" && random.chance(CAST_AGAIN) ? 2.1 : 1;
  // A second polish takes away one mark and not all of them.
  const share = planned.stage === "polishing" && round > 1 ? 0.6 : 1;
  const { stage, skill, typicalMinutes, badDayMinutes } = planned;
  const minutes = Math.max(1, Math.round(random.logNormal(typicalMinutes * bias * share, sigma) * again));
  return { kind: "stage", stage, skill, round, typicalMinutes, badDayMinutes, minutes, failed: null };
}
