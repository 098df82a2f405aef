"use client";

import { usePathname } from "next/navigation";
import { Suspense, useCallback, useEffect, useState } from "react";
import { BAG_CHANGED } from "@/components/shop/bag-changed";

/**
 * The pages are the same for everybody and cached; what is this visitor's own is asked for once the page stands.
 * The number stands in the margin, so nothing moves when it comes.
 */
export function BagCount() {
  const [pieces, setPieces] = useState<number | null>(null);

  const ask = useCallback((signal: AbortSignal) => {
    fetch("/api/bag/count", { signal })
      .then(async (response) => setPieces(response.ok ? readCount(await response.json()) : null))
      .catch(() => undefined);
  }, []);

  if (!pieces) return null;
  return (
    <span className="absolute start-full ps-1 text-ink-soft text-xs tabular-nums">
      <span aria-hidden="true">{pieces}</span>
      <span className="sr-only">
        , {pieces} {pieces === 1 ? "piece" : "pieces"}
      </span>
    </span>
  );
}

function readCount(answer: unknown): number | null {
  const pieces: unknown =
    typeof answer === "object" && answer !== null ? Reflect.get(answer, "pieces") : null;
  return typeof pieces === "number" ? pieces : null;
}
