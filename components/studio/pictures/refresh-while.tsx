"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

const EVERY_MS = 1500;

/** Asks for the page anew while something on it is under way. Without scripts it says how to. */
export function RefreshWhile({ active }: { active: boolean }) {
  const router = useRouter();
  useEffect(() => {
    if (!active) return;
    const timer = setInterval(() => {
      if (document.visibilityState === "visible") router.refresh();
    }, EVERY_MS);
    return () => clearInterval(timer);
  }, [active, router]);
  if (!active) return null;
  return (
    <noscript>
      <p className="mb-4 text-ink-soft text-sm">
        Photos are being prepared: load this page again in a moment.
      </p>
    </noscript>
  );
}
