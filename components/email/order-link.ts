import type { MailContext } from "@/lib/features/mailbox/schema";

export function orderUrl(shop: MailContext["shop"], token: string): string {
  return `${shop.url}/orders/${token}`;
}

export function orderBecause(orderNumber: string): string {
  return `You get this mail because of your order ${orderNumber}. We send no advertising.`;
}
