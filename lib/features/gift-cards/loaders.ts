import { connection } from "next/server";
import { getPrintedCards, listGiftCards } from "@/lib/features/gift-cards/data";
import type { GiftCardList, PrintedCard } from "@/lib/features/gift-cards/schema";
import { getWorkshop } from "@/lib/features/workshop/data";
import { requireStaff } from "@/lib/platform/auth";

export async function loadGiftCards(): Promise<GiftCardList> {
  await requireStaff("OWNER", "/studio/settings/gift-cards");
  return listGiftCards();
}

/** Never cached: what it shows is money, and its address is a secret. */
export async function loadPrintedCards(token: string): Promise<PrintedCard[]> {
  await connection();
  return getPrintedCards(token);
}

export async function loadGiftCardCurrency(): Promise<string> {
  await connection();
  return (await getWorkshop())?.currency ?? "GBP";
}
