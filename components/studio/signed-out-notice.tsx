"use client";

import { useSearchParams } from "next/navigation";
import { Notice } from "@/components/ui/notice";

export function SignedOutNotice() {
  const query = useSearchParams();
  if (query.has("signedOut")) return <Notice role="status">You are signed out.</Notice>;
  if (query.has("next")) return <Notice role="status">Please sign in to go on.</Notice>;
  return null;
}
