"use client";

import type { Route } from "next";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { cx } from "@/components/ui/class-names";
import { studioRoutes } from "@/lib/platform/studio-routes";

export type NavItem = { href: Route; label: string };

/** `exact`: a link is current on its own page alone, not on those below it. */
export function NavLinks({ items, exact = false }: { items: readonly NavItem[]; exact?: boolean }) {
  return <Links items={items} path={usePathname()} exact={exact} />;
}

/** The same before the address is known: no link is marked yet. */
export function PlainNavLinks({ items }: { items: readonly NavItem[] }) {
  return <Links items={items} path={null} exact />;
}

type LinksProps = { items: readonly NavItem[]; path: string | null; exact: boolean };

function Links({ items, path, exact }: LinksProps) {
  return items.map(({ href, label }) => {
    const current = path === href || (!exact && href !== studioRoutes.today && path?.startsWith(`${href}/`));
    return (
      <li key={href}>
        <Link
          href={href}
          {...(current ? { "aria-current": "page" as const } : {})}
          className={cx(
            "inline-flex min-h-12 items-center border-b-2 px-3 font-medium",
            current ? "border-accent text-ink" : "border-transparent text-ink-soft hover:text-ink",
          )}
        >
          {label}
        </Link>
      </li>
    );
  });
}
