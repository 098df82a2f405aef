import { setTimeout as pause } from "node:timers/promises";
import { Temporal } from "temporal-polyfill";
import { beforeEach, describe, expect, it } from "vitest";
import { sendMail } from "@/lib/features/mailbox/jobs";
import { queueMail } from "@/lib/features/mailbox/mutations";
import { withTransaction } from "@/lib/platform/db";
import { emptyDatabase, testDb } from "../../support/database";
import { placeOrder } from "../../support/orders";
import { createShop } from "../../support/shop";

const db = testDb();
const now = Temporal.Now.instant();

beforeEach(emptyDatabase);

describe("a mail", () => {
  async function queued() {
    const { productId } = await createShop();
    const order = await placeOrder(productId);
    await withTransaction((tx) =>
      queueMail(tx, {
        template: "payment-pending",
        dedupeKey: "one",
        recipient: "ada@example.com",
        data: {
          orderNumber: order.number,
          token: order.token,
          buyerName: "Ada",
          currency: "GBP",
          totalMinor: 1,
        },
      }),
    );
    return db.mail.findFirstOrThrow();
  }

  it("whose row another worker holds is tried again, not taken for done", async () => {
    const mail = await queued();
    let second: Promise<unknown> = Promise.resolve();
    await db
      .$transaction(
        async (tx) => {
          await tx.$queryRaw`SELECT 1 FROM mail WHERE id = ${mail.id} FOR UPDATE`;
          // The first worker fell silent, its job was given to a second one.
          second = sendMail({ mailId: mail.id }, { now, mailer: { send: async () => ({ ok: true }) } }).then(
            () => "done",
            () => "again",
          );
          await Promise.race([second, pause(4_000)]);
          throw new Error("the first worker's connection ends");
        },
        { timeout: 15_000 },
      )
      .catch(() => undefined);
    const outcome = await second;
    const { status } = await db.mail.findFirstOrThrow();
    expect([outcome, status]).not.toEqual(["done", "QUEUED"]);
  });

  it("that can't be written is counted, so that the studio hears of it", async () => {
    const mail = await queued();
    await db.mail.update({ where: { id: mail.id }, data: { data: { from: "an older version" } } });
    await sendMail({ mailId: mail.id }, { now, mailer: { send: async () => ({ ok: true }) } }).catch(
      () => undefined,
    );
    expect((await db.mail.findFirstOrThrow()).attempts).toBe(1);
  });
});
