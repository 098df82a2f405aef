"use client";

import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";

export default function StudioError({ retry }: { error: unknown; retry: () => void }) {
  return (
    <EmptyState title="This page didn’t load" actions={<Button onClick={() => retry()}>Try again</Button>}>
      <p>
        Nothing was changed. If it happens again, the log knows more: tell whoever looks after the computer.
      </p>
    </EmptyState>
  );
}
