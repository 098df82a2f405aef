import { Shell } from "@/components/shop/page-shell";
import { TextLink } from "@/components/ui/text-link";
import type { GuideCardView, ShopIdentityView } from "@/lib/features/catalog/schema";
import { routes } from "@/lib/platform/routes";

export function SiteFooter({
  shop,
  guides,
}: {
  shop: ShopIdentityView | null;
  guides: readonly GuideCardView[];
}) {
  return (
    <footer className="mt-16 border-line border-t bg-paper-sunk text-sm print:hidden">
      <Shell className="grid gap-10 py-14 sm:grid-cols-2 lg:grid-cols-4">
        {shop && (
          <section aria-labelledby="footer-shop" className="lg:col-span-2">
            <h2 id="footer-shop" className="font-display text-xl">
              {shop.name}
            </h2>
            <address className="mt-3 text-ink-soft not-italic leading-relaxed">
              {shop.addressLines.slice(1).map((line) => (
                <span key={line} className="block">
                  {line}
                </span>
              ))}
              <a href={`mailto:${shop.email}`} className="touch-line underline underline-offset-4">
                {shop.email}
              </a>
              {shop.phone && (
                <a
                  href={`tel:${shop.phone.replaceAll(" ", "")}`}
                  className="ms-6 touch-line underline underline-offset-4"
                >
                  {shop.phone}
                </a>
              )}
            </address>
          </section>
        )}
        <nav aria-labelledby="footer-guides">
          <h2 id="footer-guides" className="font-medium">
            Good to know
          </h2>
          <ul className="mt-2 text-ink-soft">
            {guides.map((guide) => (
              <li key={guide.slug}>
                <FooterLink href={routes.guide(guide.slug)}>{guide.title}</FooterLink>
              </li>
            ))}
          </ul>
        </nav>
        <nav aria-labelledby="footer-house">
          <h2 id="footer-house" className="font-medium">
            The house
          </h2>
          <ul className="mt-2 text-ink-soft">
            <li>
              <FooterLink href={routes.shop}>All pieces</FooterLink>
            </li>
            <li>
              <FooterLink href={routes.makers}>The makers</FooterLink>
            </li>
            <li>
              <FooterLink href={routes.orderBy}>When to order by</FooterLink>
            </li>
            <li>
              <FooterLink href={routes.giftCards}>Gift cards</FooterLink>
            </li>
            <li>
              <FooterLink href={routes.bag}>Your bag</FooterLink>
            </li>
            <li>
              <FooterLink href={routes.studio}>For the workshop</FooterLink>
            </li>
          </ul>
        </nav>
      </Shell>
    </footer>
  );
}

function FooterLink(props: Parameters<typeof TextLink>[0]) {
  return <TextLink className="touch-line decoration-transparent hover:decoration-accent-bright" {...props} />;
}
