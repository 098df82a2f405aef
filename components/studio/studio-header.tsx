import { type ReactNode, Suspense } from "react";
import { type NavItem, NavLinks, PlainNavLinks } from "@/components/studio/nav-links";
import { TextLink } from "@/components/ui/text-link";
import { studioRoutes } from "@/lib/platform/studio-routes";

type Props = { staffRole: "OWNER" | "ARTISAN" | null; name?: string; children?: ReactNode };

/** `staffRole` is null while we don't know who looks: then only what everybody sees. */
export function StudioHeader({ staffRole, name, children }: Props) {
  const items = staffRole === "OWNER" ? [...forAll, ...forOwner] : forAll;
  return (
    <header className="sticky top-0 z-10 border-line border-b bg-paper print:hidden">
      <div className="mx-auto flex max-w-[96rem] items-center gap-x-5 px-4 sm:px-6">
        <nav aria-label="Studio" className="min-w-0 grow overflow-x-auto">
          <ul className="flex">
            <Suspense fallback={<PlainNavLinks items={items} />}>
              <NavLinks items={items} />
            </Suspense>
            {/* On a phone there is no room for the name beside. */}
            <li className="sm:hidden">
              <TextLink
                href={studioRoutes.account}
                className="inline-flex min-h-12 items-center px-3 font-medium text-ink-soft decoration-transparent"
              >
                Account
              </TextLink>
            </li>
          </ul>
        </nav>
        {name && (
          <TextLink
            href={studioRoutes.account}
            className="hidden min-h-11 items-center whitespace-nowrap decoration-transparent sm:inline-flex"
          >
            {name}
          </TextLink>
        )}
        {children}
      </div>
    </header>
  );
}

const forAll: NavItem[] = [
  { href: studioRoutes.today, label: "Today" },
  { href: studioRoutes.board, label: "Board" },
  { href: studioRoutes.jobs, label: "List" },
  { href: studioRoutes.orders, label: "Orders" },
  { href: studioRoutes.mails, label: "Mail" },
  { href: studioRoutes.promises, label: "Promises" },
];

const forOwner: NavItem[] = [
  { href: studioRoutes.products, label: "Products" },
  { href: studioRoutes.settings, label: "Settings" },
];
