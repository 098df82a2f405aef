import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ProductEditor } from "@/components/studio/product-editor";
import {
  changeProductMakingAction,
  changeProductOptionsAction,
  previewProductMakingAction,
  updateProductCopyAction,
} from "@/lib/features/catalog/studio-actions";
import { loadProductForStudio } from "@/lib/features/catalog/studio-loaders";
import { readAnswer } from "@/lib/platform/form-answer";

export const metadata: Metadata = { title: "Product" };

// Rendered whole before it is sent, so that it works without scripts.
export const instant = false;

type Props = { params: Promise<{ slug: string }> };

export default async function ProductPage({ params }: Props) {
  const product = await loadProductForStudio(decodeURIComponent((await params).slug));
  if (!product) notFound();
  const [copy, options, save, look] = await Promise.all([
    readAnswer(updateProductCopyAction),
    readAnswer(changeProductOptionsAction),
    readAnswer(changeProductMakingAction),
    readAnswer(previewProductMakingAction),
  ]);
  return <ProductEditor product={product} answers={{ copy, options, making: { save, look } }} />;
}
