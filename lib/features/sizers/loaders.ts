import { connection } from "next/server";
import { countWaitingSizers, getPieceName, listSizers } from "@/lib/features/sizers/data";
import type { SizerView } from "@/lib/features/sizers/schema";
import { requireStaff } from "@/lib/platform/auth";

export async function loadPieceName(slug: string): Promise<string | null> {
  await connection();
  return getPieceName(slug);
}

export async function loadSizers(): Promise<{ waiting: SizerView[]; posted: SizerView[] }> {
  await requireStaff("ARTISAN", "/studio/sizers");
  return listSizers();
}

export async function loadWaitingSizers(): Promise<number> {
  await requireStaff("ARTISAN");
  return countWaitingSizers();
}
