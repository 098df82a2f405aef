import { Temporal } from "temporal-polyfill";
import type { CronEntry, SomeJobHandlers } from "@/lib/adapters/queue/job-handlers";
import { refreshDates, tellNewDay } from "@/lib/features/promises/leads";
import { forgetReservations } from "@/lib/features/promises/reservations";
import { now } from "@/lib/platform/clock";
import { db } from "@/lib/platform/db";

const REFRESH_MINUTES = 10;
const DAY = Temporal.Duration.from({ hours: 24 });

export const promiseJobs = {
  "promises.refresh": async () => {
    const moment = now();
    await refreshDates(moment);
    await tellNewDay(moment, REFRESH_MINUTES);
  },
  "promises.sweep": () => forgetReservations(now().subtract(DAY), db),
} satisfies SomeJobHandlers;

// Time passes though nothing happens: what was simulated is made anew before it counts as stale.
export const promiseCron: CronEntry[] = [
  { job: "promises.refresh", pattern: `*/${REFRESH_MINUTES} * * * *` },
  { job: "promises.sweep", pattern: "51 * * * *" },
];
