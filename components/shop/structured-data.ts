import { minorDigits } from "@/lib/domain/money";
import { pictureFile } from "@/lib/domain/picture-files";
import type { MakerCardView, ProductView, ShopIdentityView } from "@/lib/features/catalog/schema";
import { routes } from "@/lib/platform/routes";

/** schema.org, as plain objects. `origin` is the site's address without a slash at its end. */

export function organizationData(shop: ShopIdentityView, origin: string) {
  const [, ...address] = shop.addressLines;
  return {
    "@type": "JewelryStore",
    "@id": `${origin}/#shop`,
    name: shop.name,
    url: `${origin}/`,
    email: shop.email,
    ...(shop.phone ? { telephone: shop.phone } : {}),
    address: {
      "@type": "PostalAddress",
      streetAddress: address[0],
      addressLocality: shop.city,
      addressCountry: shop.country,
    },
  };
}

export function productData(product: ProductView, shop: ShopIdentityView, origin: string) {
  const url = `${origin}${routes.product(product.slug)}`;
  const digits = minorDigits(product.currency);
  return {
    "@type": "Product",
    "@id": `${url}#product`,
    url,
    name: product.name,
    description: product.summary,
    // One in full of each side: what search engines show is the design, not its every metal.
    image: product.pictures
      .filter(({ width }) => width >= 1000)
      .map(({ src }) => `${origin}${pictureFile(src, 1000)}`),
    brand: { "@type": "Brand", name: shop.name },
    category: product.kind,
    material: product.alloys.map((alloy) => alloy.label).join(", "),
    offers: {
      "@type": "Offer",
      url,
      availability: "https://schema.org/MadeToOrder",
      itemCondition: "https://schema.org/NewCondition",
      priceCurrency: product.currency,
      // the cheapest way to have it made: what the page calls "from"
      price: (product.priceFromMinor / 10 ** digits).toFixed(digits),
      seller: { "@id": `${origin}/#shop`, "@type": "JewelryStore", name: shop.name },
    },
  };
}

export function makerData(maker: MakerCardView, shop: ShopIdentityView, origin: string) {
  return {
    "@type": "Person",
    name: maker.name,
    description: maker.tagline,
    url: `${origin}${routes.maker(maker.slug)}`,
    worksFor: { "@id": `${origin}/#shop`, "@type": "JewelryStore", name: shop.name },
  };
}

export function breadcrumbData(crumbs: readonly { label: string; href?: string }[], origin: string) {
  return {
    "@type": "BreadcrumbList",
    itemListElement: crumbs.map(({ label, href }, index) => ({
      "@type": "ListItem",
      position: index + 1,
      name: label,
      ...(href ? { item: `${origin}${href}` } : {}),
    })),
  };
}
