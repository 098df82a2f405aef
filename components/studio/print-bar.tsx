import type { Route } from "next";
import { PrintButton } from "@/components/studio/print-button";
import { TextLink } from "@/components/ui/text-link";

/** Above a sheet of paper, and not on it. */
export function PrintBar({ back, backLabel }: { back: Route; backLabel: string }) {
  return (
    <div className="mb-5 flex items-center justify-between gap-4 print:hidden">
      <TextLink href={back} className="inline-flex min-h-11 items-center">
        {backLabel}
      </TextLink>
      <PrintButton />
    </div>
  );
}
