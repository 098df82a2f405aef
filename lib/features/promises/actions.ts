"use server";

import { staffActor } from "@/lib/features/orders/events";
import { adoptPlan, adoptPlanSchema } from "@/lib/features/promises/adopt-plan";
import { cacheTags } from "@/lib/platform/cache";
import { studioAction } from "@/lib/platform/studio-action";

/** What a kind of work truly takes becomes its plan. */
export const adoptPlanAction = studioAction({
  name: "promises.adopt-plan",
  role: "OWNER",
  input: adoptPlanSchema,
  run: (input, { now, staff }) => adoptPlan(input, { now, actor: staffActor(staff) }),
  tags: [cacheTags.catalog, cacheTags.queue],
});
