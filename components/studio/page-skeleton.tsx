import { Skeleton } from "@/components/ui/skeleton";

/** Title and a column of rows: what most pages of the studio become. */
export function PageSkeleton({ rows = 6 }: { rows?: number }) {
  return (
    <div aria-busy="true">
      <span className="sr-only" role="status">
        Loading
      </span>
      <Skeleton className="mb-6 h-8 w-48" />
      <div className="grid gap-3">
        {Array.from({ length: rows }, (_none, row) => (
          <Skeleton key={row} className="h-14" />
        ))}
      </div>
    </div>
  );
}
