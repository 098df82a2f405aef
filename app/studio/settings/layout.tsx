import { type ReactNode, Suspense } from "react";
import { type NavItem, NavLinks, PlainNavLinks } from "@/components/studio/nav-links";
import { studioRoutes } from "@/lib/platform/studio-routes";

const items: NavItem[] = [
  { href: studioRoutes.settings, label: "Workshop" },
  { href: studioRoutes.bench, label: "Bench" },
  { href: studioRoutes.calendar, label: "Closed days" },
  { href: studioRoutes.metals, label: "Metals" },
  { href: studioRoutes.delivery, label: "Delivery" },
  { href: studioRoutes.codes, label: "Codes" },
  { href: studioRoutes.giftCards, label: "Gift cards" },
  { href: studioRoutes.people, label: "People" },
];

export default function SettingsLayout({ children }: { children: ReactNode }) {
  return (
    <>
      <nav aria-label="Settings" className="-mt-3 mb-6 overflow-x-auto border-line border-b">
        <ul className="flex">
          <Suspense fallback={<PlainNavLinks items={items} />}>
            <NavLinks items={items} exact />
          </Suspense>
        </ul>
      </nav>
      {children}
    </>
  );
}
