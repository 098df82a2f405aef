import type { Metadata } from "next";
import { Suspense } from "react";
import { PageSkeleton } from "@/components/studio/page-skeleton";
import { ProductList } from "@/components/studio/product-list";
import { loadProductsForStudio } from "@/lib/features/catalog/studio-loaders";

export const metadata: Metadata = { title: "Products" };

export default function ProductsPage() {
  return (
    <Suspense fallback={<PageSkeleton rows={10} />}>
      <ProductsContent />
    </Suspense>
  );
}

async function ProductsContent() {
  return <ProductList products={await loadProductsForStudio()} />;
}
