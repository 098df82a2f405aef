"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { studioKeys } from "@/components/studio/studio-key-table";

const PATIENCE_MS = 1_500;

/** "g b" goes to the board. Two keys, so that a stray letter does nothing (WCAG 2.1.4). */
export function StudioKeys() {
  const router = useRouter();
  useEffect(() => {
    let beganAt = 0;
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      const goes = Date.now() - beganAt < PATIENCE_MS;
      const target = goes ? studioKeys.find(({ key }) => key === event.key) : undefined;
      beganAt = event.key === "g" ? Date.now() : 0;
      if (!target) return;
      event.preventDefault();
      router.push(target.href);
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [router]);
  return null;
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  );
}
