"use client";

import { useEffect } from "react";

/** Once the page stands and nothing else is to be done: from then on a lost connection is said in words. */
export function OfflineWords() {
  useEffect(() => {
    if (process.env.NODE_ENV !== "production" || !("serviceWorker" in navigator)) return;
    const later = setTimeout(() => {
      // Browsers refuse it in a private window: then they say it themselves.
      navigator.serviceWorker.register("/service-worker.js").catch(() => undefined);
    }, 4_000);
    return () => clearTimeout(later);
  }, []);
  return null;
}
