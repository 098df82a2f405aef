"use client";

import { BrokenPage } from "@/components/shop/broken-page";

export default function ShopError({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  return <BrokenPage digest={error.digest} onRetry={reset} />;
}
