import type { Temporal } from "temporal-polyfill";
import type { Personalization } from "@/lib/domain/personalization";
import { openCheckout } from "@/lib/features/payments/open-checkout";
import { settleCheckout } from "@/lib/features/payments/settle-checkout";
import { proposalToken } from "@/lib/features/proposals/link";
import { db } from "@/lib/platform/db";
import type { FakeGateway } from "./fake-gateway";
import { placeOrder, silverRing } from "./orders";
import { TUESDAY } from "./shop";

/** An order whose money came by the payment provider, so that it can go back by it. */
export async function boughtOrder(
  productId: string,
  gateway: FakeGateway,
  { quantity = 1, proof = false, unitMinor = 20_000 } = {},
) {
  const lines = [{ personalization: silverRing, quantity, unitMinor, proof }];
  const order = await placeOrder(productId, { lines });
  const opened = await openCheckout(order.id, { now: TUESDAY, gateway });
  if (!opened.ok) throw new Error(opened.code);
  await pay(opened.value.url, gateway);
  const jobs = await db.job.findMany({
    where: { orderLine: { orderId: order.id } },
    orderBy: { number: "asc" },
  });
  return { ...order, jobIds: jobs.map(({ id }) => id) };
}

/** Pays on the page at this address, and lets the shop hear of it. */
export async function pay(
  url: string,
  gateway: FakeGateway,
  { now = TUESDAY, amountMinor }: { now?: Temporal.Instant; amountMinor?: number } = {},
) {
  const sessionId = url.slice("https://pay.example/".length);
  gateway.pay(sessionId, amountMinor);
  return settleCheckout(sessionId, { now, gateway });
}

export async function readJob(jobId: string) {
  return db.job.findUniqueOrThrow({
    where: { id: jobId },
    include: { stages: { orderBy: { position: "asc" } }, spec: true, madeAs: true },
  });
}

/** The newest proposal, with the key that its mail carries. */
export async function lastProposal() {
  const proposal = await db.proposal.findFirstOrThrow({ orderBy: [{ sentAt: "desc" }, { number: "desc" }] });
  return { ...proposal, token: proposalToken(proposal.id) };
}

export const biggerRing: Personalization = { ...silverRing, size: { system: "us", value: "8" } };
export const emeraldRing: Personalization = { ...silverRing, stones: [{ slot: "left", stone: "emerald" }] };
export const plainSmallerRing: Personalization = { ...silverRing, size: { system: "us", value: "5" } };
