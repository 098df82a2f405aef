import type { Temporal } from "temporal-polyfill";
import { type RowMove, swapInRow } from "@/lib/domain/stone-row";
import type { TypedPersonalization } from "@/lib/features/cart/personalization-form";
import { fieldsFromPersonalization } from "@/lib/features/cart/stored-fields";
import { recentProduct } from "@/lib/features/quotes/facts";
import { type Refusal, refuse } from "@/lib/platform/errors";

/**
 * A form sent by one of its arrows: no scripts run. Nothing is bought; the form comes back with the two stones, and
 * what stands beside them, in each other's place.
 */
export async function moveStone(
  {
    product: slug,
    personalization,
    move,
  }: { product: string; personalization: TypedPersonalization; move: string },
  now: Temporal.Instant,
): Promise<Refusal<"NOT_FOUND" | "MOVED" | "INVALID_INPUT">> {
  const product = await recentProduct(slug, now);
  if (!product) return refuse("NOT_FOUND");
  const [slot = "", way] = move.split(".");
  const { stoneSlots } = product.options;
  const at = stoneSlots.findIndex((candidate) => candidate.id === slot);
  const values = swapInRow(
    product.options,
    fieldsFromPersonalization(personalization),
    slot,
    way === "up" ? "up" : ("down" satisfies RowMove),
  );
  const [here, there] = [stoneSlots[at], stoneSlots[at + (way === "up" ? -1 : 1)]];
  if (!here || !there || Object.keys(values).length === 0)
    return refuse("INVALID_INPUT", {
      message: "Those two can’t change places: a stone is missing, or isn’t set there.",
    });
  return refuse("MOVED", {
    message: `“${here.label}” and “${there.label}” have changed places. Nothing is in your bag yet.`,
    values,
  });
}
