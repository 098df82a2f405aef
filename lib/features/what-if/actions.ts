"use server";

import { staffActor } from "@/lib/features/orders/events";
import { applyToBench, putFirst } from "@/lib/features/what-if/mutations";
import { applyToBenchSchema, putFirstSchema } from "@/lib/features/what-if/schema";
import { readFields } from "@/lib/platform/action";
import { cacheTags, tagsTouchedBy } from "@/lib/platform/cache";
import { studioAction } from "@/lib/platform/studio-action";
import { studioRoutes } from "@/lib/platform/studio-routes";

const done = () => `${studioRoutes.whatIf}?done=yes`;

/** Time off, who leaves, who helps: what the owner enters. */
export const applyToBenchAction = studioAction({
  name: "what-if.apply-to-bench",
  role: "OWNER",
  input: applyToBenchSchema,
  // A helper has a box a day; the others have none.
  read: (form) => ({ ...readFields(form), ...(form.has("days") ? { days: form.getAll("days") } : {}) }),
  run: (input, { now, staff }) => applyToBench(input, { now, actor: staffActor(staff) }),
  tags: tagsTouchedBy({ kind: "bench" }),
  leadsTo: done,
});

export const putFirstAction = studioAction({
  name: "what-if.put-first",
  input: putFirstSchema,
  run: (input, { now, staff }) => putFirst(input, { now, actor: staffActor(staff) }),
  tags: [cacheTags.queue],
  leadsTo: done,
});
