import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PictureList } from "@/components/studio/rig/picture-list";
import { loadStudioPictures } from "@/lib/features/catalog/studio-loaders";

export const metadata: Metadata = { title: "Pictures" };

// As the product's own page: rendered whole, so that it works without scripts.
export const instant = false;

type Props = { params: Promise<{ slug: string }> };

export default async function PicturesPage({ params }: Props) {
  const product = await loadStudioPictures(decodeURIComponent((await params).slug));
  if (!product) notFound();
  return <PictureList product={product} />;
}
