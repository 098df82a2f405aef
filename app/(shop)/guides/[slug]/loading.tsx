import { ArticleSkeleton } from "@/components/shop/page-skeletons";

export default function Loading() {
  return <ArticleSkeleton />;
}
