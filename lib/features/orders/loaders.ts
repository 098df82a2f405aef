import { connection } from "next/server";
import { getOrderStory } from "@/lib/features/orders/data";
import type { OrderStory } from "@/lib/features/orders/schema";
import { now } from "@/lib/platform/clock";

/** Never cached: its address is a secret, and what it tells changes under the bench's hands. */
export async function loadOrderStory(token: string): Promise<OrderStory | null> {
  await connection();
  return getOrderStory(token, now());
}
