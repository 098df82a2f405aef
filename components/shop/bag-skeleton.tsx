import { Skeleton } from "@/components/ui/skeleton";

/** One line of a bag and its summary, in their sizes: most bags hold one. */
export function BagSkeleton() {
  return (
    <div
      aria-busy="true"
      className="grid items-start gap-x-16 gap-y-10 pb-24 lg:grid-cols-[minmax(0,1fr)_22rem]"
    >
      <div className="grid grid-cols-[5.5rem_minmax(0,1fr)] gap-x-5 border-line border-y py-7 sm:grid-cols-[9rem_minmax(0,1fr)] sm:gap-x-8">
        <Skeleton className="aspect-square w-full rounded-md" />
        <div className="grid content-start gap-4">
          <Skeleton className="h-8 w-3/5" />
          <Skeleton className="h-5 w-2/5" />
          <Skeleton className="h-20 w-4/5" />
          <Skeleton className="h-12 w-3/5" />
        </div>
      </div>
      <Skeleton className="h-72 w-full" />
    </div>
  );
}
