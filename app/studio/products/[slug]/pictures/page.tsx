import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PictureList } from "@/components/studio/pictures/picture-list";
import { readOne } from "@/components/studio/read-page";
import { saveDraftAction, savePictureAction } from "@/lib/features/catalog/studio-actions";
import { loadStudioPictures } from "@/lib/features/catalog/studio-loaders";
import { readAnswer } from "@/lib/platform/form-answer";

export const metadata: Metadata = { title: "Pictures" };

// As the product's own page: rendered whole, so that it works without scripts.
export const instant = false;

type Props = {
  params: Promise<{ slug: string }>;
  searchParams: Promise<{ photo?: string | string[]; kept?: string | string[] }>;
};

export default async function PicturesPage({ params, searchParams }: Props) {
  const product = await loadStudioPictures(decodeURIComponent((await params).slug));
  if (!product) notFound();
  const [draft, picture, { photo, kept }] = await Promise.all([
    readAnswer(saveDraftAction),
    readAnswer(savePictureAction),
    searchParams,
  ]);
  const uploaded = { answer: readOne(photo), kept: readOne(kept) };
  return <PictureList product={product} uploaded={uploaded} answers={{ draft, picture }} />;
}
