import { mkdtemp, readdir, readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { Temporal } from "temporal-polyfill";
import { beforeEach, describe, expect, it } from "vitest";
import { createLocalMailer, readLocalMail } from "@/lib/adapters/mail/local-mailer";
import type { Delivery, Mailer, OutgoingMail } from "@/lib/adapters/mail/outgoing-mail";
import { requeueForgottenMails, sendMail } from "@/lib/features/mailbox/jobs";
import { queueMail, retryMail } from "@/lib/features/mailbox/mutations";
import { withTransaction } from "@/lib/platform/db";
import { emptyDatabase, testDb, waitingJobs } from "../../support/database";

const db = testDb();
const now = Temporal.Instant.from("2026-11-23T09:00:00Z");
const mail = {
  template: "payment-pending",
  dedupeKey: "payment-pending:o1",
  recipient: "anna@example.com",
  data: { orderNumber: "TM-1042", token: "tok", buyerName: "Anna", currency: "GBP", totalMinor: 18_500 },
} as const;

beforeEach(async () => {
  await emptyDatabase();
  await db.workshop.create({
    data: {
      name: "Alder & Finch",
      email: "hello@alderandfinch.example",
      line1: "14 Tannery Row",
      city: "Bristol",
      postalCode: "BS1 6QF",
      country: "GB",
      timeZone: "Europe/London",
      currency: "GBP",
      hourlyRateMinor: 6000,
      marginBps: 2000,
      roundToMinor: 500,
    },
  });
});

describe("queueing a mail", () => {
  it("writes the mail and its job together, or neither", async () => {
    const failing = withTransaction(async (tx) => {
      await queueMail(tx, mail);
      throw new Error("the order could not be written");
    });
    await expect(failing).rejects.toThrow("could not be written");
    expect(await db.mail.count()).toBe(0);
    expect(await waitingJobs()).toEqual([]);

    await queue();
    const row = await db.mail.findFirstOrThrow();
    expect(row).toMatchObject({ status: "QUEUED", attempts: 0, recipient: "anna@example.com" });
    expect(await waitingJobs()).toMatchObject([{ task: "send-mail", payload: { mailId: row.id } }]);
  });

  it("happens once for one cause, however often the cause is told", async () => {
    const written = [await queue(), await queue(), ...(await Promise.all([queue(), queue(), queue()]))];
    expect(written).toEqual([true, false, false, false, false]);
    expect(await db.mail.count()).toBe(1);
    expect(await waitingJobs()).toHaveLength(1);
  });

  it("refuses data that its template couldn't show", async () => {
    const wrong = withTransaction((tx) => queueMail(tx, { ...mail, data: { ...mail.data, totalMinor: -1 } }));
    await expect(wrong).rejects.toThrow();
    expect(await db.mail.count()).toBe(0);
  });
});

describe("sending a mail", () => {
  it("goes out once, however many jobs name it", async () => {
    const mailId = await queuedMail();
    const post = postOffice();
    await sendMail({ mailId }, { now, mailer: post });
    await sendMail({ mailId }, { now, mailer: post });
    expect(post.sent).toMatchObject([
      {
        id: mailId,
        to: "anna@example.com",
        from: { name: "Alder & Finch", address: "hello@alderandfinch.example" },
        subject: "Order TM-1042: your payment is on its way to us",
      },
    ]);
    expect(await db.mail.findUniqueOrThrow({ where: { id: mailId } })).toMatchObject({
      status: "SENT",
      attempts: 1,
      sentAt: new Date("2026-11-23T09:00:00Z"),
      subject: "Order TM-1042: your payment is on its way to us",
      lastError: null,
    });
  });

  it("goes out once when two workers take it at the same moment", async () => {
    const mailId = await queuedMail();
    const post = postOffice({ delayMs: 150 });
    const outcomes = await Promise.allSettled(
      [1, 2, 3].map(() => sendMail({ mailId }, { now, mailer: post })),
    );
    expect(post.sent).toHaveLength(1);
    // Those that came too late are tried again by the queue, and then find it sent.
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected", "rejected"]);
    await sendMail({ mailId }, { now, mailer: post });
    expect(post.sent).toHaveLength(1);
  });

  it("killed after sending and before noting it, goes out again under the same id, onto the same files", async () => {
    const mailId = await queuedMail();
    const dataDir = await mkdtemp(path.join(tmpdir(), "touchmark-mail-"));
    const mailer = createLocalMailer(dataDir);
    const killed: Mailer = {
      send: async (letter) => {
        await mailer.send(letter);
        throw new Error("killed");
      },
    };
    await expect(sendMail({ mailId }, { now, mailer: killed })).rejects.toThrow("killed");
    expect(await db.mail.findUniqueOrThrow({ where: { id: mailId } })).toMatchObject({ status: "QUEUED" });

    await sendMail({ mailId }, { now, mailer });
    const row = await db.mail.findUniqueOrThrow({ where: { id: mailId } });
    expect(row.status).toBe("SENT");
    const files = await readdir(path.join(dataDir, "mail"));
    expect(files.map((file) => path.extname(file)).sort()).toEqual([".html", ".json", ".txt"]);
    const json = files.find((file) => file.endsWith(".json")) ?? "";
    expect(JSON.parse(await readFile(path.join(dataDir, "mail", json), "utf8"))).toMatchObject({
      id: mailId,
    });
    const named = { id: mailId, template: row.template, queuedAt: row.createdAt.toISOString() };
    expect((await readLocalMail(dataDir, named))?.text).toContain("Your payment is on its way");
  });

  it("is tried again after a passing failure, and says what it was", async () => {
    const mailId = await queuedMail();
    const busy = postOffice({ outcome: { ok: false, permanent: false, reason: "421 try later" } });
    await expect(sendMail({ mailId }, { now, mailer: busy })).rejects.toThrow("421 try later");
    expect(await db.mail.findUniqueOrThrow({ where: { id: mailId } })).toMatchObject({
      status: "QUEUED",
      attempts: 1,
      lastError: "421 try later",
    });
    const post = postOffice();
    await sendMail({ mailId }, { now, mailer: post });
    expect(post.sent).toHaveLength(1);
  });

  it("is given a job again where its own is gone or has given up, and only there", async () => {
    const mailId = await queuedMail();
    const { createdAt } = await db.mail.findFirstOrThrow();
    const later = Temporal.Instant.fromEpochMilliseconds(createdAt.getTime()).add({ minutes: 11 });
    expect(await requeueForgottenMails({ now: later })).toBe(0);
    await db.$executeRaw`UPDATE graphile_worker._private_jobs SET attempts = max_attempts`;
    expect(await requeueForgottenMails({ now: later.subtract({ minutes: 5 }) })).toBe(0);
    expect(await requeueForgottenMails({ now: later })).toBe(1);
    await db.$executeRaw`DELETE FROM graphile_worker._private_jobs`;
    expect(await requeueForgottenMails({ now: later })).toBe(1);
    expect(await waitingJobs()).toMatchObject([{ task: "send-mail", payload: { mailId } }]);
  });

  it("is given up at once where trying again can't help, and can be sent again by hand", async () => {
    const mailId = await queuedMail();
    const refused = postOffice({ outcome: { ok: false, permanent: true, reason: "550 no such mailbox" } });
    await sendMail({ mailId }, { now, mailer: refused });
    expect(await db.mail.findUniqueOrThrow({ where: { id: mailId } })).toMatchObject({ status: "FAILED" });

    expect(await retryMail({ mailId })).toEqual({ ok: true, value: null });
    expect(await retryMail({ mailId })).toMatchObject({ ok: false, code: "NOT_FAILED" });
    const post = postOffice();
    await sendMail({ mailId }, { now, mailer: post });
    expect(post.sent).toHaveLength(1);
  });

  it("with a password link makes the link when it is sent, so that it never lies in the database", async () => {
    const user = await db.user.create({
      data: { email: "mara@example.com", name: "Mara", passwordHash: "!x", role: "ARTISAN" },
    });
    await withTransaction((tx) =>
      queueMail(tx, {
        template: "studio-welcome",
        dedupeKey: "studio-welcome:1",
        recipient: user.email,
        data: { userId: user.id, name: "Mara", byName: "Jonas", linkExpiresAt: "2026-11-30T09:00:00Z" },
      }),
    );
    const row = await db.mail.findFirstOrThrow();
    expect(JSON.stringify(row)).not.toContain("token");
    const post = postOffice();
    await sendMail({ mailId: row.id }, { now, mailer: post });
    expect(post.sent[0]?.text).toMatch(/http:\/\/localhost:3000\/choose-password\?token=\S{60,}/);
  });

  it("to an account disabled meanwhile is not sent", async () => {
    const user = await db.user.create({
      data: {
        email: "m@example.com",
        name: "Mara",
        passwordHash: "!x",
        role: "ARTISAN",
        disabledAt: new Date(0),
      },
    });
    await withTransaction((tx) =>
      queueMail(tx, {
        template: "password-reset",
        dedupeKey: "password-reset:1",
        recipient: user.email,
        data: { userId: user.id, name: "Mara", byName: "Jonas", linkExpiresAt: "2026-11-30T09:00:00Z" },
      }),
    );
    const { id } = await db.mail.findFirstOrThrow();
    const post = postOffice();
    await sendMail({ mailId: id }, { now, mailer: post });
    expect(post.sent).toEqual([]);
    expect(await db.mail.findFirstOrThrow()).toMatchObject({ status: "FAILED" });
  });
});

function queue(): Promise<boolean> {
  return withTransaction((tx) => queueMail(tx, mail));
}

async function queuedMail(): Promise<string> {
  await queue();
  return (await db.mail.findFirstOrThrow()).id;
}

function postOffice({
  outcome = { ok: true } as Delivery,
  delayMs = 0,
} = {}): Mailer & { sent: OutgoingMail[] } {
  const sent: OutgoingMail[] = [];
  return {
    sent,
    send: async (letter) => {
      await new Promise((resolve) => setTimeout(resolve, delayMs));
      sent.push(letter);
      return outcome;
    },
  };
}
