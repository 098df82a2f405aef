import type { ProductOptions, StoneSlot } from "@/lib/domain/options";

/** Stones that stand in one row: how many there can be, and who stands where. */

/** How many stones a row can have, fewest first; null where the piece has no row or no choice of how many. */
export function rowCounts({
  stoneRow,
  stoneSlots,
}: Pick<ProductOptions, "stoneRow" | "stoneSlots">): number[] | null {
  if (!stoneRow) return null;
  const least = stoneSlots.filter((slot) => slot.required).length;
  return least < stoneSlots.length
    ? Array.from({ length: stoneSlots.length - least + 1 }, (_none, more) => least + more)
    : null;
}

/** The first place that is empty although a later one is filled; undefined where the row has no gap. */
export function gapBefore(
  slots: readonly StoneSlot[],
  filled: readonly string[],
): { gap: StoneSlot; later: StoneSlot } | undefined {
  const at = slots.findIndex((slot) => !filled.includes(slot.id));
  const gap = slots[at];
  const later = at < 0 ? undefined : slots.slice(at + 1).find((slot) => filled.includes(slot.id));
  return gap && later ? { gap, later } : undefined;
}

/** The fields of one place in the row: its stone, and what stands beside it. */
function fieldsOfPlace({ engravingZones }: Pick<ProductOptions, "engravingZones">, slot: string): string[] {
  const beside = engravingZones.filter((zone) => zone.besideSlot === slot);
  return [`stone.${slot}`, ...beside.flatMap(({ id }) => [`engraving.${id}.text`, `engraving.${id}.font`])];
}

export type RowMove = "up" | "down";

/**
 * A form's fields after the person at `slot` has changed places with their neighbour: what to write where. Nothing
 * where there is no neighbour, or nobody at one of the two places.
 */
export function swapInRow(
  options: Pick<ProductOptions, "stoneRow" | "stoneSlots" | "engravingZones">,
  fields: Readonly<Record<string, string>>,
  slot: string,
  move: RowMove,
): Record<string, string> {
  const stoneSlots = options.stoneSlots.slice(0, Number(fields["stones.count"] ?? options.stoneSlots.length));
  const from = stoneSlots.findIndex((candidate) => candidate.id === slot);
  const [here, there] = [
    stoneSlots[from],
    from < 0 ? undefined : stoneSlots[from + (move === "up" ? -1 : 1)],
  ];
  if (!options.stoneRow || !here || !there) return {};
  const [mine, theirs] = [fieldsOfPlace(options, here.id), fieldsOfPlace(options, there.id)];
  const [stone, other] = [fields[`stone.${here.id}`], fields[`stone.${there.id}`]];
  if (!stone || !other || mine.length !== theirs.length) return {};
  if (!there.allowed.includes(stone) || !here.allowed.includes(other)) return {};
  return Object.fromEntries(
    mine.flatMap((name, index) => {
      const partner = theirs[index] ?? "";
      return [
        [name, fields[partner] ?? ""],
        [partner, fields[name] ?? ""],
      ];
    }),
  );
}
