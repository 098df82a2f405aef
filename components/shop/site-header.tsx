import Link from "next/link";
import { Suspense } from "react";
import { BagCount } from "@/components/shop/bag-count";
import { Shell } from "@/components/shop/page-shell";
import { IntentLink } from "@/components/ui/intent-link";
import { routes } from "@/lib/platform/routes";

const rooms = [
  { href: routes.shop, label: "Shop" },
  { href: routes.makers, label: "Makers" },
  { href: routes.guides, label: "Guides" },
];

export function SiteHeader({ shopName, contentId }: { shopName: string; contentId: string }) {
  return (
    <header className="border-line border-b print:hidden">
      <a
        href={`#${contentId}`}
        className="absolute -top-24 left-4 z-10 rounded-md bg-ink px-4 py-3 text-on-ink text-sm focus-visible:top-3"
      >
        Skip to the content
      </a>
      <Shell className="grid grid-cols-2 items-center gap-x-6 md:h-20 md:grid-cols-[1fr_auto_1fr]">
        <IntentLink
          href={routes.home}
          className="inline-flex min-h-14 items-center justify-self-start font-display text-xl md:order-2 md:justify-self-center md:text-2xl"
        >
          {shopName}
        </IntentLink>
        <div className="justify-self-end text-sm md:order-3">
          <Link
            href={routes.bag}
            className="relative inline-flex min-h-11 min-w-11 items-center justify-end hover:underline"
          >
            Bag
            {/* Where the address is known only at request time, its hook waits behind this. */}
            <Suspense fallback={null}>
              <BagCount />
            </Suspense>
          </Link>
        </div>
        <nav aria-label="Main" className="col-span-2 md:order-1 md:col-span-1">
          <ul className="flex gap-7 text-sm">
            {rooms.map(({ href, label }) => (
              <li key={href}>
                <Link href={href} className="touch-line hover:underline">
                  {label}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
      </Shell>
    </header>
  );
}
