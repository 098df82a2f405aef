import { Shell } from "@/components/shop/page-shell";
import { Skeleton } from "@/components/ui/skeleton";

/** What stands while a page that was asked for from another page is on its way: its places, in their final sizes. */

export function ArticleSkeleton() {
  return (
    <Shell>
      <p role="status" className="sr-only">
        Loading the page
      </p>
      <div className="h-15" />
      <div className="grid gap-4 pt-10 pb-12 sm:pt-16">
        <Skeleton className="h-14 w-2/3" />
        <Skeleton className="h-7 w-1/2" />
      </div>
      <div className="grid gap-x-12 gap-y-10 lg:grid-cols-12">
        <Skeleton className="aspect-[4/3] bg-plaster lg:order-2 lg:col-span-5" />
        <div className="grid content-start gap-3 lg:col-span-7">
          {["a", "b", "c", "d", "e", "f"].map((line) => (
            <Skeleton key={line} className="h-5" />
          ))}
        </div>
      </div>
    </Shell>
  );
}

export function GridSkeleton() {
  return (
    <Shell>
      <p role="status" className="sr-only">
        Loading the pieces
      </p>
      <div className="h-15" />
      <div className="grid gap-4 pt-10 pb-12 sm:pt-16">
        <Skeleton className="h-14 w-2/3" />
        <Skeleton className="h-7 w-1/2" />
      </div>
      <div className="grid grid-cols-2 gap-x-4 gap-y-10 sm:gap-x-6 md:grid-cols-3 xl:grid-cols-4">
        {["a", "b", "c", "d"].map((place) => (
          <div key={place} className="grid gap-3">
            <Skeleton className="aspect-square bg-plaster" />
            <Skeleton className="h-6 w-3/4" />
            <Skeleton className="h-5 w-1/2" />
          </div>
        ))}
      </div>
    </Shell>
  );
}
