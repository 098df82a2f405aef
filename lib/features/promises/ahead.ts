import { createHash } from "node:crypto";
import type { Temporal } from "temporal-polyfill";
import { type BenchAhead, withReserved } from "@/lib/domain/promise-ahead";
import type { BenchState } from "@/lib/domain/promise-bench";
import { forecastJobs, type JobForecast } from "@/lib/domain/promise-forecast";
import { RENEW_MINUTES, recallSimulated, simulatedOf } from "@/lib/features/promises/baselines";
import { listReservations, type Mine, type Reservation } from "@/lib/features/promises/reservations";
import { getQueueState } from "@/lib/features/workshop/data";
import { db, type Tx } from "@/lib/platform/db";

/**
 * The bench as it will be busy with everything that is paid or being paid, but for what one bag keeps already: its own
 * shopper asks again. Null before the workshop is set up.
 */
export async function getBenchAhead(now: Temporal.Instant, mine: Mine = {}): Promise<BenchAhead | null> {
  // In this order: an order that is paid in between is counted twice, never not at all.
  const reservations = await listReservations(now, db, mine);
  const state = await getQueueState(now);
  if (!state) return null;
  const { ahead } = await simulatedOf(state, now);
  return addReservations(ahead, reservations);
}

/** The same from memory alone, for whoever holds a lock: null where this very queue isn't simulated yet. */
export async function recallBenchAhead(
  now: Temporal.Instant,
  reader: Tx,
  mine: Mine,
): Promise<BenchAhead | null> {
  const reservations = await listReservations(now, reader, mine);
  const state = await getQueueState(now, reader);
  const simulated = state && recallSimulated(state, now);
  return simulated && addReservations(simulated.ahead, reservations);
}

/** What the worker does at each change of the queue: whoever asks next finds it simulated. */
export async function refreshBaseline(now: Temporal.Instant): Promise<void> {
  const state = await getQueueState(now);
  if (state) await simulatedOf(state, now, { renewAfterMinutes: RENEW_MINUTES });
}

/** Every open job's forecast, and the bench that it is of; `together`: of so many pieces that go out as one. */
export async function getForecasts(
  now: Temporal.Instant,
  together = 1,
): Promise<{ state: BenchState; forecasts: Map<string, JobForecast> } | null> {
  const state = await getQueueState(now);
  if (!state) return null;
  const { ahead, moments, fromMs } = await simulatedOf(state, now);
  return {
    state,
    forecasts: forecastJobs(state, moments, {
      ...{ fromMs, correction: ahead.correction, together },
      artisans: ahead.artisans,
    }),
  };
}

type Reserved = { base: BenchAhead; prints: string[]; ahead: BenchAhead };

/** The bench after the reservations that were asked about lately: most questions add few to one of them, or none. */
let recent: Reserved[] = [];
const RECENT = 6;

export function addReservations(base: BenchAhead, reservations: readonly Reservation[]): BenchAhead {
  const prints = reservations.map(printOf);
  const before = recent
    .filter((known) => known.base === base && known.prints.every((print, index) => print === prints[index]))
    .reduce<Reserved>((longest, known) => (known.prints.length > longest.prints.length ? known : longest), {
      ...{ base, prints: [], ahead: base },
    });
  if (before.prints.length === prints.length) return before.ahead;
  const added = reservations.slice(before.prints.length).flatMap(({ pieces, reservedAtMs }) =>
    pieces.map((piece) => ({
      piece,
      queuedAtMs: Math.max(reservedAtMs, base.placing.baseline.fromMs),
    })),
  );
  const ahead = withReserved(before.ahead, added);
  recent = [{ base, prints, ahead }, ...recent].slice(0, RECENT);
  return ahead;
}

/** A bag's next order has the luck of its last one, not its pieces nor its place. */
function printOf({ key, reservedAtMs, pieces }: Reservation): string {
  return createHash("sha256")
    .update(JSON.stringify([key, reservedAtMs, pieces]))
    .digest("hex");
}
