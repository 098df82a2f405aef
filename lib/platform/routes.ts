import type { Route } from "next";

/** Every address of the house, by name. Pages link through here, so that moving one is one change. */
export const routes = {
  home: "/" as Route,
  shop: "/shop" as Route,
  makers: "/makers" as Route,
  guides: "/guides" as Route,
  ringSizer: "/guides/ring-sizes/sizer" as Route,
  askForSizer: (slug?: string) => `/guides/ring-sizes/sizer/post${slug ? `?piece=${slug}` : ""}` as Route,
  bag: "/bag" as Route,
  checkout: "/checkout" as Route,
  signIn: "/sign-in" as Route,
  studio: "/studio" as Route,
  product: (slug: string) => `/products/${slug}` as Route,
  design: (hash: string) => `/designs/${hash}` as Route,
  maker: (slug: string) => `/makers/${slug}` as Route,
  guide: (slug: string) => `/guides/${slug}` as Route,
  collection: (slug: string) => `/collections/${slug}` as Route,
  bagLine: (id: string) => `/bag/lines/${id}` as Route,
  orderBy: "/order-by" as Route,
  giftCards: "/gift-cards" as Route,
  giftCardBalance: "/gift-cards/balance" as Route,
  printedGiftCard: (token: string) => `/orders/${token}/gift-card` as Route,
  order: (token: string) => `/orders/${token}` as Route,
  proposal: (token: string) => `/proposals/${token}` as Route,
  certificate: (token: string, number: string) => `/orders/${token}/certificates/${number}` as Route,
} as const;
