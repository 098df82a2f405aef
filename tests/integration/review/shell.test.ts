import { setTimeout as pause } from "node:timers/promises";
import { Temporal } from "temporal-polyfill";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { resetPassword } from "@/lib/features/accounts/people";
import { newPasswordSchema } from "@/lib/features/accounts/schema";
import { signIn } from "@/lib/features/accounts/sign-in";
import { sendMail } from "@/lib/features/mailbox/jobs";
import { queueMail } from "@/lib/features/mailbox/mutations";
import { getPhotoForBuyer } from "@/lib/features/workshop/job-photos";
import { readSession } from "@/lib/platform/auth";
import { withTransaction } from "@/lib/platform/db";
import { hashPassword } from "@/lib/platform/password";
import { emptyDatabase, testDb } from "../../support/database";
import { placeOrder } from "../../support/orders";
import { createShop } from "../../support/shop";
import { quickHash } from "../accounts/quick-hash";

/** Runs while a password is being checked: the moment at which something else may happen. */
let whileChecking = async () => {};
vi.mock("@/lib/platform/password", async (original) => {
  const real = await original<typeof import("@/lib/platform/password")>();
  return {
    ...real,
    verifyPassword: async (password: string, stored: string) => {
      await whileChecking();
      return real.verifyPassword(password, stored);
    },
  };
});

// Each says what should be so and is not yet: whoever mends it takes the ".fails" away.
const db = testDb();
const now = Temporal.Now.instant();

beforeEach(emptyDatabase);

async function user(id: string, role: "OWNER" | "ARTISAN", password: string) {
  await db.user.create({
    data: { id, email: `${id}@example.com`, name: id, passwordHash: quickHash(password), role },
  });
}
const attempt = (password: string, address: string) =>
  signIn({ email: "mara@example.com", password, address, userAgent: null }, { now });

describe("signing in", () => {
  it.fails("that began before a reset doesn't outlive it", async () => {
    await user("mara", "ARTISAN", "hammer and anvil");
    await user("boss", "OWNER", "tongs and bellows");
    const boss = {
      userId: "boss",
      sessionId: "s",
      name: "boss",
      email: "",
      role: "OWNER",
      artisanId: null,
    } as const;
    whileChecking = async () => {
      await resetPassword({ userId: "mara" }, { now, actor: boss });
    };
    const session = await attempt("hammer and anvil", "203.0.113.9");
    whileChecking = async () => {};
    expect(session.ok ? await readSession(session.value.id, now) : null).toBeNull();
  });

  it.fails("every password that the form takes can be hashed", async () => {
    const password = "e\u0301".repeat(5);
    expect(newPasswordSchema.safeParse(password).success).toBe(true);
    await expect(hashPassword(password)).resolves.toContain("$scrypt$");
  });
});

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

  it.fails("whose row another worker holds is tried again, not taken for done", async () => {
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

  it.fails("that can't be written is counted, so that the studio hears of it", async () => {
    const mail = await queued();
    await db.mail.update({ where: { id: mail.id }, data: { data: { from: "an older version" } } });
    await sendMail({ mailId: mail.id }, { now, mailer: { send: async () => ({ ok: true }) } }).catch(
      () => undefined,
    );
    expect((await db.mail.findFirstOrThrow()).attempts).toBe(1);
  });
});

describe("bad input", () => {
  it.fails("a photo's address with a NUL in it is not found, and no failure", async () => {
    expect(await getPhotoForBuyer({ photoId: "\0", orderToken: "x" })).toBeNull();
  });
  it.fails("a sign-in with a NUL in it is a wrong sign-in", async () => {
    expect(
      await signIn({ email: "a\0@b", password: "x", address: "1", userAgent: null }, { now }),
    ).toMatchObject({ ok: false });
  });
});
