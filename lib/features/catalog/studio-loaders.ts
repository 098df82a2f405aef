import { getStudioPictures } from "@/lib/features/catalog/picture-data";
import type { StudioPictures } from "@/lib/features/catalog/picture-schema";
import { getPictureToRig } from "@/lib/features/catalog/rig-data";
import type { PictureToRig } from "@/lib/features/catalog/rig-schema";
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

export async function loadStudioPictures(slug: string): Promise<StudioPictures | null> {
  await requireStaff("OWNER", `/studio/products/${encodeURIComponent(slug)}/pictures`);
  return getStudioPictures(slug);
}

export async function loadPictureToRig(slug: string, id: string): Promise<PictureToRig | null> {
  const address = `/studio/products/${encodeURIComponent(slug)}/pictures/${encodeURIComponent(id)}`;
  await requireStaff("OWNER", address);
  return getPictureToRig(slug, id);
}
