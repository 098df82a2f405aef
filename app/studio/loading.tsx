import { PageSkeleton } from "@/components/studio/page-skeleton";

export default function Loading() {
  return <PageSkeleton />;
}
