import { Temporal } from "temporal-polyfill";
import type {
  CheckoutInput,
  CreatedCheckout,
  ExpireResult,
  GatewayCheckout,
  GatewayRefund,
  PaymentGateway,
  RefundInput,
  RefundResult,
  WebhookResult,
} from "@/lib/adapters/stripe/payment-gateway";

/**
 * A payment provider in memory, for tests that must force the moment at which things happen: what the simulator
 * does over HTTP, without the HTTP. `before` runs ahead of any answer, and may throw.
 */
export class FakeGateway implements PaymentGateway {
  readonly checkouts = new Map<string, GatewayCheckout>();
  readonly refunds = new Map<string, GatewayRefund>();
  readonly asked: string[] = [];
  before: (what: keyof PaymentGateway) => Promise<void> | void = () => undefined;
  refundAnswers: GatewayRefund["status"] | "REFUSED" = "succeeded";

  readonly #byKey = new Map<string, { input: string; sessionId: string }>();
  readonly #refundsByKey = new Map<string, string>();
  #count = 0;

  async createCheckout(input: CheckoutInput): Promise<CreatedCheckout> {
    await this.#ask("createCheckout");
    const known = this.#byKey.get(input.idempotencyKey);
    if (known && known.input !== JSON.stringify(input)) throw new Error("another input under the same key");
    const sessionId = known?.sessionId ?? `cs_test_${this.#next()}`;
    const url = `https://pay.example/${sessionId}`;
    if (!known) {
      this.#byKey.set(input.idempotencyKey, { input: JSON.stringify(input), sessionId });
      const lines = input.lines.reduce((sum, line) => sum + line.unitAmountMinor * line.quantity, 0);
      this.checkouts.set(sessionId, {
        sessionId,
        status: "open",
        paymentStatus: "unpaid",
        paymentFailed: false,
        amountTotalMinor: lines + (input.delivery?.amountMinor ?? 0),
        amountRefundedMinor: 0,
        currency: input.currency,
        paymentIntentId: null,
        chargeId: null,
        orderId: input.orderId,
        customerEmail: input.customerEmail ?? null,
        url,
        createdAt: input.expiresAt.subtract({ hours: 1 }),
        expiresAt: input.expiresAt,
      });
    }
    return { sessionId, url, expiresAt: input.expiresAt };
  }

  async getCheckout(sessionId: string): Promise<GatewayCheckout | null> {
    await this.#ask("getCheckout");
    return this.checkouts.get(sessionId) ?? null;
  }

  async expireCheckout(sessionId: string): Promise<ExpireResult> {
    await this.#ask("expireCheckout");
    const checkout = this.checkouts.get(sessionId);
    if (!checkout) return { ok: false, code: "UNKNOWN_CHECKOUT" };
    if (checkout.status === "complete") return { ok: false, code: "ALREADY_COMPLETE" };
    if (checkout.status === "expired") return { ok: false, code: "ALREADY_EXPIRED" };
    this.expire(sessionId);
    return { ok: true };
  }

  async refund(input: RefundInput): Promise<RefundResult> {
    await this.#ask("refund");
    if (this.refundAnswers === "REFUSED") return { ok: false, code: "AMOUNT_TOO_LARGE" };
    const id = this.#refundsByKey.get(input.idempotencyKey) ?? `re_${this.#next()}`;
    this.#refundsByKey.set(input.idempotencyKey, id);
    const refund = this.refunds.get(id) ?? {
      refundId: id,
      status: this.refundAnswers,
      amountMinor: input.amountMinor ?? 0,
      currency: "GBP",
      paymentIntentId: input.paymentIntentId,
      ourRefundId: input.metadata?.refund_id ?? null,
    };
    this.refunds.set(id, refund);
    return { ok: true, ...refund };
  }

  async getRefund(refundId: string): Promise<GatewayRefund | null> {
    return this.refunds.get(refundId) ?? null;
  }

  async listRefunds(paymentIntentId: string): Promise<GatewayRefund[]> {
    await this.#ask("listRefunds");
    return [...this.refunds.values()].filter((refund) => refund.paymentIntentId === paymentIntentId);
  }

  async *listRecentCheckouts(): AsyncIterable<GatewayCheckout> {
    await this.#ask("listRecentCheckouts");
    for (const checkout of [...this.checkouts.values()].reverse()) yield checkout;
  }

  /** The body is the event itself; the signature is "good" or isn't. */
  parseWebhook(rawBody: string | Uint8Array, signatureHeader: string | null): WebhookResult {
    if (signatureHeader !== "good") return { ok: false, code: "BAD_SIGNATURE" };
    const { id, type, sessionId, paymentIntentId } = JSON.parse(String(rawBody));
    return {
      ok: true,
      event: {
        id,
        type,
        objectId: sessionId ?? "re_1",
        objectKind: sessionId ? "checkout" : paymentIntentId ? "refund" : "other",
        sessionId: sessionId ?? null,
        paymentIntentId: paymentIntentId ?? null,
        createdAt: Temporal.Instant.fromEpochMilliseconds(0),
      },
    };
  }

  async isReachable(): Promise<boolean> {
    return true;
  }

  /** The buyer pays; `amountMinor` where the sum isn't the one asked for. */
  pay(sessionId: string, amountMinor?: number): void {
    const paymentIntentId = `pi_${sessionId}`;
    this.#change(sessionId, {
      status: "complete",
      paymentStatus: "paid",
      paymentIntentId,
      url: null,
      ...(amountMinor === undefined ? {} : { amountTotalMinor: amountMinor }),
    });
  }

  /** The buyer finishes with a method whose money comes later. */
  announce(sessionId: string): void {
    this.#change(sessionId, { status: "complete", paymentIntentId: `pi_${sessionId}`, url: null });
  }

  fail(sessionId: string): void {
    this.#change(sessionId, { paymentFailed: true });
  }

  expire(sessionId: string): void {
    this.#change(sessionId, { status: "expired", url: null });
  }

  #change(sessionId: string, change: Partial<GatewayCheckout>): void {
    const checkout = this.checkouts.get(sessionId);
    if (!checkout) throw new Error(`no checkout ${sessionId}`);
    this.checkouts.set(sessionId, { ...checkout, ...change });
  }

  async #ask(what: keyof PaymentGateway): Promise<void> {
    this.asked.push(what);
    await this.before(what);
  }

  #next(): number {
    this.#count += 1;
    return this.#count;
  }
}
