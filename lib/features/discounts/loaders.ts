import { listDiscounts } from "@/lib/features/discounts/data";
import type { DiscountList } from "@/lib/features/discounts/schema";
import { requireStaff } from "@/lib/platform/auth";

export async function loadDiscounts(): Promise<DiscountList> {
  await requireStaff("OWNER", "/studio/settings/codes");
  return listDiscounts();
}
