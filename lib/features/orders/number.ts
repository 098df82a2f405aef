import type { Tx } from "@/lib/platform/db";

/** 160 random bits: the buyer's key to the order's page. */
export const ORDER_TOKEN_BYTES = 20;

/** What people say on the phone. A sequence may skip; it never repeats. */
export async function nextOrderNumber(tx: Tx): Promise<string> {
  const [row] = await tx.$queryRaw<{ number: bigint }[]>`SELECT nextval('order_number_seq') AS number`;
  if (!row) throw new Error("The sequence of order numbers gave none");
  return `TM-${row.number}`;
}
