"use client";

import type { Route } from "next";
import { useRouter } from "next/navigation";
import { type ReactNode, useTransition } from "react";
import { SubmitButton } from "@/components/ui/submit-button";
import { studioRoutes } from "@/lib/platform/studio-routes";

/** A question as an address. Without scripts the browser asks it by itself; with them, the page says that it counts. */
export function TrialForm({ trial, children }: { trial: string; children: ReactNode }) {
  const router = useRouter();
  const [pending, startTransition] = useTransition();
  return (
    <form
      method="get"
      action={studioRoutes.whatIf}
      aria-busy={pending}
      className="grid gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        if (pending) return;
        const query = new URLSearchParams();
        for (const [name, value] of new FormData(event.currentTarget)) query.append(name, String(value));
        startTransition(() => router.push(`${studioRoutes.whatIf}?${query}` as Route));
      }}
    >
      <input type="hidden" name="try" value={trial} />
      {children}
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <SubmitButton size="sm" pending={pending} pendingLabel="Playing it through…">
          Try it
        </SubmitButton>
        <p role="status" className="text-ink-soft text-sm">
          {pending && "The bench is played forward 500 times, as it is and as it would be."}
        </p>
      </div>
    </form>
  );
}
