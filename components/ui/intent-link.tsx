"use client";

import Link from "next/link";
import { type ComponentProps, useState } from "react";

/** A link that fetches its whole page when a pointer, a finger or the keyboard comes to it, and nothing before. */
export function IntentLink(props: ComponentProps<typeof Link>) {
  const [wanted, setWanted] = useState(false);
  const want = () => setWanted(true);
  return <Link {...props} prefetch={wanted} onPointerEnter={want} onTouchStart={want} onFocus={want} />;
}
