import type { ProductRouting } from "@/lib/domain/product";

const DAY = 24 * 60;

/** Bench stages by typical minutes; a bad day is half as long again, at the bench it is rarely worse. */
export function bench(minutes: Partial<Record<"forming" | "setting" | "polishing", number>>): ProductRouting {
  return [
    ...Object.entries(minutes).map(([stage, typical]) => stageOf(stage, typical, Math.round(typical * 1.6))),
    stageOf("checking", 8, 15),
    stageOf("packing", 8, 12),
  ];
}

/** Our wax or master goes to the casting house, whose own van brings it back. */
export const casting: ProductRouting[number] = stageOf("casting", 3 * DAY, 6 * DAY);

/** A drawing goes to the customer, who approves it; most do so within a day. */
export const proof: ProductRouting[number] = stageOf("proof", 1 * DAY, 4 * DAY);

function stageOf(stage: string, typicalMinutes: number, badDayMinutes: number): ProductRouting[number] {
  return { stage, typicalMinutes, badDayMinutes };
}
