import { Skeleton } from "@/components/ui/skeleton";

export function OrderSkeleton() {
  return (
    <div aria-busy="true" className="grid gap-5 pt-10 pb-24 sm:pt-16">
      <Skeleton className="h-5 w-64" />
      <Skeleton className="h-16 w-80 max-w-full" />
      <Skeleton className="h-24 w-full max-w-text" />
      <Skeleton className="mt-10 h-96 w-full" />
    </div>
  );
}
