import { studioRoutes } from "@/lib/platform/studio-routes";

/** Pressed after "g". */
export const studioKeys = [
  { key: "t", label: "Today", href: studioRoutes.today },
  { key: "b", label: "Board", href: studioRoutes.board },
  { key: "l", label: "List by due date", href: studioRoutes.jobs },
  { key: "o", label: "Orders, to search", href: studioRoutes.orders },
  { key: "m", label: "Mail", href: studioRoutes.mails },
  { key: "p", label: "Promises", href: studioRoutes.promises },
] as const;
