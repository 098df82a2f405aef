import { z } from "zod";

/** How badly the simulated Stripe behaves. Everything at its default is a quiet day. */
export const behaviourSchema = z.strictObject({
  /** Every webhook is sent this much after its event. */
  webhookDelayMs: z.number().int().min(0).max(86_400_000).default(0),
  /** Every webhook is sent this many times. */
  webhookCopies: z.number().int().min(1).max(5).default(1),
  /** Webhooks arrive in a random order within this window. */
  webhookShuffleMs: z.number().int().min(0).max(60_000).default(0),
  /** No webhook is sent; the events exist, and `flush` can deliver them after all. */
  webhookNever: z.boolean().default(false),
  /** How long a bank debit takes to be paid or to fail, and a refund to settle. */
  settlementDelayMs: z.number().int().min(0).max(86_400_000).default(20_000),
  /** Every API answer takes this much longer. */
  apiDelayMs: z.number().int().min(0).max(120_000).default(0),
  /** The next so many API requests answer 500 without doing anything. */
  apiFailures: z.number().int().min(0).max(10_000).default(0),
});

export type Behaviour = z.infer<typeof behaviourSchema>;

export const quietBehaviour: Behaviour = behaviourSchema.parse({});

const changeSchema = z.strictObject({
  webhookDelayMs: behaviourSchema.shape.webhookDelayMs.removeDefault().optional(),
  webhookCopies: behaviourSchema.shape.webhookCopies.removeDefault().optional(),
  webhookShuffleMs: behaviourSchema.shape.webhookShuffleMs.removeDefault().optional(),
  webhookNever: behaviourSchema.shape.webhookNever.removeDefault().optional(),
  settlementDelayMs: behaviourSchema.shape.settlementDelayMs.removeDefault().optional(),
  apiDelayMs: behaviourSchema.shape.apiDelayMs.removeDefault().optional(),
  apiFailures: behaviourSchema.shape.apiFailures.removeDefault().optional(),
  /** Start from the quiet day instead of from the present behaviour. */
  reset: z.boolean().optional(),
});

export type BehaviourChange = { ok: true; behaviour: Behaviour } | { ok: false; problems: string[] };

export function changeBehaviour(present: Behaviour, change: unknown): BehaviourChange {
  const parsed = changeSchema.safeParse(change);
  if (!parsed.success) {
    return {
      ok: false,
      problems: parsed.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`),
    };
  }
  const { reset, ...given } = parsed.data;
  return { ok: true, behaviour: behaviourSchema.parse({ ...(reset ? {} : present), ...given }) };
}
