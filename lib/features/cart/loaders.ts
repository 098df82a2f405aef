import { connection } from "next/server";
import { getBag } from "@/lib/features/cart/data";
import type { BagLineView, BagView } from "@/lib/features/cart/schema";
import { readBagKey } from "@/lib/platform/bag-cookie";
import { now } from "@/lib/platform/clock";

/** This browser's bag; null where it has none. Never cached. */
export async function loadBag(): Promise<BagView | null> {
  await connection();
  const bagKey = await readBagKey();
  return bagKey ? getBag(bagKey, now()) : null;
}

/** One line of this browser's bag, with the version that an edit must name; null where it isn't in it. */
export async function loadBagLine(id: string): Promise<{ version: number; line: BagLineView } | null> {
  const bag = await loadBag();
  const line = bag?.lines.find((candidate) => candidate.id === id);
  return bag && line ? { version: bag.version, line } : null;
}
