import type { SomeJobHandlers } from "@/lib/adapters/queue/job-handlers";
import { makePicture } from "@/lib/features/catalog/make-picture";
import { now } from "@/lib/platform/clock";

export const catalogJobs = {
  "catalog.make-picture": (payload, { attempt, maxAttempts }) =>
    makePicture(payload, { now: now(), last: attempt >= maxAttempts }),
} satisfies SomeJobHandlers;
