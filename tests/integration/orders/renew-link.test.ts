import { Temporal } from "temporal-polyfill";
import { beforeEach, expect, it } from "vitest";
import type { OutgoingMail } from "@/lib/adapters/mail/outgoing-mail";
import { sendMail } from "@/lib/features/mailbox/jobs";
import { queueMail } from "@/lib/features/mailbox/mutations";
import { renewOrderLink } from "@/lib/features/orders/link";
import { withTransaction } from "@/lib/platform/db";
import { emptyDatabase, testDb } from "../../support/database";
import { placeOrder } from "../../support/orders";
import { createShop } from "../../support/shop";

const db = testDb();
const now = Temporal.Now.instant();

beforeEach(emptyDatabase);

it("a renewed link is mailed to the buyer, and a mail that still waited carries it too", async () => {
  const { productId } = await createShop();
  const { id, token: old, number } = await placeOrder(productId);
  const user = await db.user.create({
    data: { email: "i@example.com", name: "Imogen", passwordHash: "x", role: "OWNER" },
  });
  await withTransaction((tx) =>
    queueMail(tx, {
      ...{ template: "payment-pending", dedupeKey: "one", recipient: "ada@example.com", orderId: id },
      data: { orderNumber: number, token: old, buyerName: "Ada", currency: "GBP", totalMinor: 1 },
    }),
  );
  const actor = { kind: "STAFF", id: user.id, name: "Imogen", role: "OWNER" } as const;
  expect(await renewOrderLink({ orderId: id }, { now, actor })).toEqual({ ok: true, value: null });
  const { token } = await db.order.findUniqueOrThrow({ where: { id } });
  const sent: OutgoingMail[] = [];
  const mailer = {
    send: async (mail: OutgoingMail) => {
      sent.push(mail);
      return { ok: true } as const;
    },
  };
  for (const { id: mailId } of await db.mail.findMany()) await sendMail({ mailId }, { now, mailer });
  expect(sent.map(({ template, to }) => [template, to]).sort()).toEqual([
    ["order-link", "ada@example.com"],
    ["payment-pending", "ada@example.com"],
  ]);
  for (const { text } of sent) {
    expect(text).toContain(`/orders/${token}`);
    expect(text).not.toContain(old);
  }
});
