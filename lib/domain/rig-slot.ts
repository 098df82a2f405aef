import type { RigSlot } from "@/lib/domain/rig";

// Apart from the schema of rigs: the product page asks this before anything is drawn, and needs no schemas for it.

/** Whether something is drawn for a slot: another stone, or a veil where the photo shows one that isn't there. */
export function showsOtherwise(slot: RigSlot, stone: string | undefined): boolean {
  return slot.pictured !== stone;
}
