import { localDate } from "@/lib/domain/calendar-days";
import { PromiseEngine } from "./engine";
import { pastAt } from "./past";
import type { QuotedOrder } from "./quoted-order";
import { type LivedOrder, NeverMade, replay } from "./replay";
import type { World } from "./world";

/** Every order of the world quoted at the moment it was placed, from the past alone, beside how it ended. */
export function liveThrough(
  world: World,
  { took = () => undefined, runs }: { took?: (ms: number) => void; runs?: number } = {},
): QuotedOrder[] {
  const { orders: _orders, absences, ...bench } = world;
  const lived = replay(world);
  const engine = new PromiseEngine(bench, runs);
  return lived.toSorted(byPlace).map((order) => {
    const { id, piece, placedMs, finishedMs } = order;
    const today = localDate(world.timeZone, placedMs);
    const known = absences.filter(({ date }) => date <= today);
    const past = pastAt(lived, placedMs);
    const started = performance.now();
    const quote = engine.quote({ id, piece }, placedMs, past, known);
    took(performance.now() - started);
    if (!Number.isFinite(quote.p90)) throw new NeverMade(id, "quoted");
    const waiting = past.filter((other) => other.finishedMs === null).length;
    return { id, piece, placedMs, finishedMs, waiting, ...quote };
  });
}

function byPlace(a: LivedOrder, b: LivedOrder): number {
  return a.placedMs - b.placedMs || (a.id < b.id ? -1 : 1);
}
