import Link from "next/link";
import type { ComponentProps } from "react";
import { cx } from "./class-names";

/** A link within or beside words: ink, underlined in brass. */
export function TextLink({ className, ...rest }: ComponentProps<typeof Link>) {
  return <Link className={cx("ink-link", className)} {...rest} />;
}
