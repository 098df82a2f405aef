import type { OrderBy } from "@/lib/domain/order-by";

/** The last days to order for the next occasions, by the first delivery method that goes there. */
export type OrderByView = { today: string; delivery: string; occasions: OrderBy[] };

export type PlaceOrderBy = OrderByView & { code: string; name: string };
