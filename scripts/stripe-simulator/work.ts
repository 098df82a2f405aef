import type { Behaviour } from "./behaviour";
import type { Transaction } from "./store";

/** Everything that a state change may look at. The clock is read once, by the caller. */
export interface Work {
  transaction: Transaction;
  nowMs: number;
  behaviour: Behaviour;
  /** Where browsers reach the payment page. */
  publicUrl: string;
  /** Whether anybody listens to webhooks. */
  hasWebhook: boolean;
  request: { id: string | null; idempotencyKey: string | null };
}

export function seconds(work: Work): number {
  return Math.floor(work.nowMs / 1000);
}
