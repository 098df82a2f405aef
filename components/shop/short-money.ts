import { formatMoney } from "@/lib/domain/money";

/** "£412" rather than "£412.00", where an amount stands alone; in columns of amounts `formatMoney` lines up. */
export function shortMoney(minor: number, currency: string): string {
  return formatMoney(minor, currency).replace(/\.00$/, "");
}
