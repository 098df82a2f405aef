import { getProductForStudio, listProductsForStudio } from "@/lib/features/catalog/studio-data";
import type { StudioProduct, StudioProductRow } from "@/lib/features/catalog/studio-schema";
import { requireStaff } from "@/lib/platform/auth";

export async function loadProductsForStudio(): Promise<StudioProductRow[]> {
  await requireStaff("OWNER", "/studio/products");
  return listProductsForStudio();
}

export async function loadProductForStudio(slug: string): Promise<StudioProduct | null> {
  await requireStaff("OWNER", `/studio/products/${encodeURIComponent(slug)}`);
  return getProductForStudio(slug);
}
