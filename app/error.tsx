"use client";

import { BrokenPage } from "@/components/shop/broken-page";

export default function RootError({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  return (
    <main>
      <BrokenPage digest={error.digest} onRetry={reset} />
    </main>
  );
}
