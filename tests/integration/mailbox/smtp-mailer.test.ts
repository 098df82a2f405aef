import { afterEach, describe, expect, it } from "vitest";
import { createSmtpMailer } from "@/lib/adapters/mail/smtp-mailer";
import { type FakeSmtp, startFakeSmtp } from "./fake-smtp";

const mail = {
  id: "mail1",
  template: "payment-pending",
  queuedAt: "2026-11-23T09:00:00.000Z",
  from: { name: "Alder & Finch", address: "hello@alderandfinch.example" },
  to: "anna@example.com",
  subject: "Order TM-1042: für Zoë",
  html: "<p>Hello</p>",
  text: "Hello",
};
let server: FakeSmtp;

afterEach(() => server.close());

describe("a mail server", () => {
  it("gets the mail in both forms, under the mail's own id each time", async () => {
    server = await startFakeSmtp();
    const mailer = createSmtpMailer(server.url);
    expect(await mailer.send(mail)).toEqual({ ok: true });
    expect(await mailer.send(mail)).toEqual({ ok: true });
    const [first = "", second = ""] = server.received;
    for (const message of [first, second]) {
      expect(message).toContain("Message-ID: <mail1@alderandfinch.example>");
      expect(message).toContain('From: "Alder & Finch" <hello@alderandfinch.example>');
      expect(message).toContain("Date: Mon, 23 Nov 2026 09:00:00 +0000");
      expect(message).toContain("Content-Type: text/plain");
      expect(message).toContain("Content-Type: text/html");
      expect(message).toContain("Auto-Submitted: auto-generated");
    }
  });

  it("that refuses the recipient for good says so", async () => {
    server = await startFakeSmtp({ RCPT: "550 no such mailbox" });
    const outcome = await createSmtpMailer(server.url).send(mail);
    expect(outcome).toMatchObject({ ok: false, permanent: true });
  });

  it("that is busy is asked again later", async () => {
    server = await startFakeSmtp({ MAIL: "421 try later" });
    expect(await createSmtpMailer(server.url).send(mail)).toMatchObject({ ok: false, permanent: false });
  });

  it("that isn't there is asked again later", async () => {
    server = await startFakeSmtp();
    const { url } = server;
    await server.close();
    expect(await createSmtpMailer(url).send(mail)).toMatchObject({ ok: false, permanent: false });
    server = await startFakeSmtp();
  });

  it("can't be talked into another recipient by a name or a subject", async () => {
    server = await startFakeSmtp();
    const subject = "Hello\r\nBcc: everybody@example.com";
    expect(await createSmtpMailer(server.url).send({ ...mail, subject })).toEqual({ ok: true });
    const [headers = ""] = (server.received[0] ?? "").split("\r\n\r\n");
    expect(headers).not.toMatch(/^Bcc:/im);
  });
});
