import type { Route } from "next";
import type { ReactNode } from "react";
import { PrintButton } from "@/components/studio/print-button";
import { TextLink } from "@/components/ui/text-link";

/** Above a sheet of paper, and not on it. */
export function PrintBar({
  back,
  backLabel,
  children,
}: {
  back: Route;
  backLabel: string;
  /** other ways to have it on paper */
  children?: ReactNode;
}) {
  return (
    <div className="mb-5 flex items-center justify-between gap-4 print:hidden">
      <TextLink href={back} className="inline-flex min-h-11 items-center">
        {backLabel}
      </TextLink>
      <span className="flex flex-wrap items-center justify-end gap-x-5 gap-y-2">
        {children}
        <PrintButton />
      </span>
    </div>
  );
}
