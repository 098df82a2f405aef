"use client";

import { useEffect, useState } from "react";
import { Notice } from "@/components/ui/notice";
import type { ClaimedProduct } from "@/lib/domain/claims";
import type { CopyFinding, ProductCopy } from "@/lib/features/catalog/studio-schema";

type Props = {
  /** of what is stored */
  findings: readonly CopyFinding[];
  copy: ProductCopy;
  /** what it is made of and how, against which the words are held */
  made: Omit<ClaimedProduct, keyof ProductCopy>;
  /** within it lies the form that is read along */
  scope: string;
};

const QUIET_MS = 300;

/** Reads along while somebody writes. It finds; a person decides. */
export function ClaimFindings({ findings, copy, made, scope }: Props) {
  const [live, setLive] = useState<readonly CopyFinding[] | null>(null);

  useEffect(() => {
    const root = document.getElementById(scope);
    let timer: ReturnType<typeof setTimeout>;
    const read = ({ target }: Event) => {
      const form = target instanceof Element ? target.closest("form") : null;
      if (!form) return;
      clearTimeout(timer);
      timer = setTimeout(() => {
        const typed = new FormData(form);
        const words = Object.fromEntries(
          Object.entries(copy).map(([field, stored]) => [field, String(typed.get(field) ?? stored)]),
        );
        import("@/lib/domain/claims").then(
          ({ lintClaims }) => setLive(lintClaims({ ...made, ...copy, ...words })),
          // Offline: what is stored was judged when it was saved.
          () => undefined,
        );
      }, QUIET_MS);
    };
    root?.addEventListener("input", read);
    return () => {
      clearTimeout(timer);
      root?.removeEventListener("input", read);
    };
  }, [copy, made, scope]);

  const shown = live ?? findings;
  return (
    <div aria-live="polite">
      {shown.length === 0 ? (
        <p className="text-ink-soft">Nothing here claims more than how it is made bears out.</p>
      ) : (
        <ul className="grid gap-3">
          {shown.map((finding) => (
            <li key={`${finding.field} ${finding.excerpt} ${finding.reason}`}>
              <Notice tone="warning" title={`“${finding.excerpt}”`}>
                {finding.reason} <span className="text-ink-faint">({finding.field})</span>
              </Notice>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
