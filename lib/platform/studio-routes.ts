import type { Route } from "next";

/** The studio's addresses, by name; the shop's are in routes.ts. */
export const studioRoutes = {
  today: "/studio" as Route,
  board: "/studio/board" as Route,
  jobs: "/studio/jobs" as Route,
  orders: "/studio/orders" as Route,
  mails: "/studio/mail" as Route,
  sizers: "/studio/sizers" as Route,
  account: "/studio/account" as Route,
  promises: "/studio/promises" as Route,
  whatIf: "/studio/what-if" as Route,
  products: "/studio/products" as Route,
  settings: "/studio/settings" as Route,
  people: "/studio/settings/people" as Route,
  bench: "/studio/settings/bench" as Route,
  calendar: "/studio/settings/calendar" as Route,
  metals: "/studio/settings/metals" as Route,
  delivery: "/studio/settings/delivery" as Route,
  codes: "/studio/settings/codes" as Route,
  giftCards: "/studio/settings/gift-cards" as Route,
  noAccess: "/studio/no-access" as Route,
  setUp: "/setup" as Route,
  job: (number: string) => `/studio/jobs/${encodeURIComponent(number)}` as Route,
  whatIfFirst: (number: string) => `/studio/what-if?try=first&job=${encodeURIComponent(number)}` as Route,
  changePiece: (number: string) => `/studio/jobs/${encodeURIComponent(number)}/change` as Route,
  ticket: (number: string) => `/studio/jobs/${encodeURIComponent(number)}/ticket` as Route,
  certificate: (number: string) => `/studio/jobs/${encodeURIComponent(number)}/certificate` as Route,
  ticketPdf: (number: string, paper: "a5" | "a6") =>
    `/studio/jobs/${encodeURIComponent(number)}/ticket/${paper}.pdf` as Route,
  engravingFile: (number: string, zone: string, format: "svg" | "dxf") =>
    `/studio/jobs/${encodeURIComponent(number)}/engraving/${encodeURIComponent(zone)}.${format}` as Route,
  order: (number: string) => `/studio/orders/${encodeURIComponent(number)}` as Route,
  /** of a parcel that has left; without one, of what is ready to leave */
  slip: (number: string, shipmentId?: string) =>
    `/studio/orders/${encodeURIComponent(number)}/slip${shipmentId ? `?parcel=${shipmentId}` : ""}` as Route,
  mail: (id: string) => `/studio/mail/${id}` as Route,
  product: (slug: string) => `/studio/products/${slug}` as Route,
  productPictures: (slug: string) => `/studio/products/${slug}/pictures` as Route,
  productPicture: (slug: string, id: string) => `/studio/products/${slug}/pictures/${id}` as Route,
} as const;
