import type { Named, PlanCheck, Reliability, Share } from "@/lib/domain/promise-score";

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
  /** whose plan would change; with `seen`, in which state they were looked at */
  designs: number;
  seen: string;
  /** what it would do to the prices of the simplest pieces, the least and the most of it */
  prices: { least: number; most: number; currency: string };
};
export type AdoptPlanInput = { stage: string; ratio: number; seen: string };
