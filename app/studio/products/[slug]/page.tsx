import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Suspense } from "react";
import { PageSkeleton } from "@/components/studio/page-skeleton";
import { ProductEditor } from "@/components/studio/product-editor";
import { loadProductForStudio } from "@/lib/features/catalog/studio-loaders";

export const metadata: Metadata = { title: "Product" };

type Props = { params: Promise<{ slug: string }> };

export default function ProductPage(props: Props) {
  return (
    <Suspense fallback={<PageSkeleton />}>
      <ProductContent {...props} />
    </Suspense>
  );
}

async function ProductContent({ params }: Props) {
  const product = await loadProductForStudio(decodeURIComponent((await params).slug));
  if (!product) notFound();
  return <ProductEditor product={product} />;
}
