import { Skeleton } from "@/components/ui/skeleton";

export function CheckoutSkeleton() {
  return (
    <div
      aria-busy="true"
      className="grid items-start gap-x-16 gap-y-10 pb-20 lg:grid-cols-[minmax(0,1fr)_24rem]"
    >
      <div className="grid gap-6">
        <Skeleton className="h-8 w-40" />
        {["email", "phone", "country", "name", "line1", "line2", "city"].map((field) => (
          <Skeleton key={field} className="h-20 w-full" />
        ))}
      </div>
      <Skeleton className="h-96 w-full" />
    </div>
  );
}
