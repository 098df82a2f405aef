import type { Named, PlanCheck, Reliability, Share } from "@/lib/domain/promise-score";
import type { MinutesSource } from "@/lib/domain/routing";

/** How the promises of a year turned out. */
export type PromiseRecord = {
  kept: Share;
  byMonth: Named<Share>[];
  byProduct: Named<Share>[];
  byStage: StageScore[];
  reliability: Reliability[];
  wrongPlans: WrongPlan[];
  isOwner: boolean;
};

/** How often a kind of work took no longer than its bad day; and what of the broken promises it cost. */
export type StageScore = Named<Share> & {
  /** promises broken for which nothing cost more days than this taking longer than usual */
  overran: number;
  /** the same, by waiting for this to begin */
  waited: number;
};

export type WrongPlan = PlanCheck & {
  label: string;
  /** whose plan would change */
  designs: number;
  /** what else its minutes come from, which adopting leaves alone; null: nothing */
  alsoFrom: MinutesSource | null;
  /** null for who can't adopt it */
  adopt: {
    /** in which state the designs and their prices were looked at */
    seen: string;
    /** what it would do to the prices of the simplest pieces, the least and the most of it */
    prices: { least: number; most: number; currency: string };
  } | null;
};
export type AdoptPlanInput = { stage: string; ratio: number; seen: string };
