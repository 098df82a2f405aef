import type { Named, PlanCheck, Reliability, Share } from "@/lib/domain/promise-score";

/** How the promises of a year turned out. */
export type PromiseRecord = {
  kept: Share;
  byMonth: Named<Share>[];
  byProduct: Named<Share>[];
  reliability: Reliability[];
  wrongPlans: (PlanCheck & { label: string })[];
};
