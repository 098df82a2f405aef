import { connection } from "next/server";
import { getSharedDesign } from "@/lib/features/designs/data";
import type { SharedDesignView } from "@/lib/features/designs/schema";

export async function loadSharedDesign(hash: string): Promise<SharedDesignView | null> {
  await connection();
  return getSharedDesign(hash);
}
