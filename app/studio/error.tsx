"use client";

import { Nowhere } from "@/components/studio/nowhere";
import { Button } from "@/components/ui/button";

export default function StudioError({ retry }: { error: unknown; retry: () => void }) {
  return (
    <Nowhere title="This page didn’t load" actions={<Button onClick={() => retry()}>Try again</Button>}>
      <p>
        Nothing was changed. If it happens again, the log knows more: tell whoever looks after the computer.
      </p>
    </Nowhere>
  );
}
