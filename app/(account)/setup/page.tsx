import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { Suspense } from "react";
import { SetUpForm } from "@/components/studio/set-up-form";
import { Skeleton } from "@/components/ui/skeleton";
import { loadIsSetUp } from "@/lib/features/workshop/set-up-loader";
import { routes } from "@/lib/platform/routes";

export const metadata: Metadata = { title: "Set up your workshop" };

/** An empty shop's first page. Whoever comes first is the owner; afterwards it leads to the sign-in. */
export default function SetUpPage() {
  return (
    <>
      <div className="grid gap-2">
        <h1 className="font-display text-3xl">Set up your workshop</h1>
        <p className="text-ink-soft">
          A few facts, and the bench is ready. All of it but the currency can be changed later, in the
          studio’s settings.
        </p>
      </div>
      <Suspense fallback={<Skeleton className="h-[60rem]" />}>
        <EmptyShop />
      </Suspense>
    </>
  );
}

async function EmptyShop() {
  if (await loadIsSetUp()) redirect(routes.signIn);
  return <SetUpForm />;
}
