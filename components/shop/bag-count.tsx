"use client";

import { usePathname } from "next/navigation";
import { useEffect, useState } from "react";
import { BAG_CHANGED } from "@/components/shop/bag-changed";

/**
 * The pages are the same for everybody and cached; what is this visitor's own is asked for once the page stands.
 * The number stands in the margin, so nothing moves when it comes.
 */
export function BagCount() {
  const path = usePathname();
  const [pieces, setPieces] = useState<number | null>(null);

  // Asked again on every page, and whenever something says that it has changed the bag.
  useEffect(() => {
    const abort = new AbortController();
    const ask = () =>
      fetch("/api/bag/count", { signal: abort.signal })
        .then(async (response) => setPieces(response.ok ? readCount(await response.json()) : null))
        .catch(() => undefined);
    void ask();
    window.addEventListener(BAG_CHANGED, ask, { signal: abort.signal });
    return () => abort.abort();
  }, [path]);

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
