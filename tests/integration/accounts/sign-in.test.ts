import { Temporal } from "temporal-polyfill";
import { beforeEach, describe, expect, it } from "vitest";
import { getSessions } from "@/lib/features/accounts/data";
import {
  changePassword,
  revokeOtherSessions,
  revokeSession,
  signOut,
} from "@/lib/features/accounts/mutations";
import { signIn } from "@/lib/features/accounts/sign-in";
import {
  openSessionCookie,
  readSession,
  readSessionCookie,
  type Staff,
  sealSessionCookie,
} from "@/lib/platform/auth";
import { takeFromRateLimit } from "@/lib/platform/rate-limit";
import { emptyDatabase, testDb } from "../../support/database";
import { quickHash } from "./quick-hash";

const db = testDb();
const now = Temporal.Now.instant();
const firefox = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";
const passwordHash = quickHash("hammer and anvil");

beforeEach(async () => {
  await emptyDatabase();
  await db.user.create({
    data: { id: "mara", email: "mara@example.com", name: "Mara", passwordHash, role: "ARTISAN" },
  });
});

describe("signing in", () => {
  it("opens a session that the cookie names and the row carries", async () => {
    const session = await openedSession();
    const cookie = await sealSessionCookie(session);
    expect(cookie.name).toBe("next-auth.session-token");
    expect(cookie.options).toMatchObject({ httpOnly: true, sameSite: "lax", path: "/", secure: false });
    expect(await readSessionCookie(cookie.value, now)).toEqual({
      userId: "mara",
      sessionId: session.id,
      name: "Mara",
      email: "mara@example.com",
      role: "ARTISAN",
      artisanId: null,
    });
  });

  it("answers an unknown e-mail, a wrong password and a disabled account alike", async () => {
    await db.user.create({
      data: { email: "gone@example.com", name: "G", passwordHash, role: "OWNER", disabledAt: new Date(0) },
    });
    const answers = [
      await attempt({ email: "nobody@example.com" }),
      await attempt({ password: "hammer and tongs" }),
      await attempt({ email: "gone@example.com" }),
    ];
    const refusal = {
      ok: false,
      code: "INVALID_CREDENTIALS",
      message: "That e-mail address and password don't go together.",
    };
    expect(answers).toEqual([refusal, refusal, refusal]);
  });

  it("stops guessing at one account from one address, even with the right password in the end", async () => {
    for (let count = 0; count < 9; count += 1)
      await countFailure("account", '["mara@example.com","10.0.1.1"]');
    expect((await attempt({ password: "wrong", address: "10.0.1.1" })).ok).toBe(false);
    expect(await attempt({ address: "10.0.1.1" })).toMatchObject({ code: "TOO_MANY_ATTEMPTS" });
  });

  it("can't be closed to an account by one stranger at one address", async () => {
    for (let count = 0; count < 40; count += 1) await attempt({ password: "wrong", address: "203.0.113.9" });
    expect(await attempt({ address: "198.51.100.7" })).toMatchObject({ ok: true });
  });

  it("stops guessing at many accounts from one address, and lets in again a quarter of an hour later", async () => {
    for (let count = 0; count < 29; count += 1) await countFailure("address", "10.9.9.9");
    expect((await attempt({ email: "nobody@example.com" })).ok).toBe(false);
    const refused = await attempt({});
    expect(refused).toMatchObject({ ok: false, code: "TOO_MANY_ATTEMPTS" });
    expect(!refused.ok && refused.message).toMatch(
      /^Too many attempts\. Please wait (a minute|\d+ minutes) and try again\.$/,
    );
    expect((await attempt({}, now.add({ minutes: 16 }))).ok).toBe(true);
  });

  it("doesn't count what succeeds", async () => {
    for (let time = 0; time < 12; time += 1) expect((await attempt({})).ok).toBe(true);
  });
});

describe("a session", () => {
  it("ends when it is signed out, revoked, over, or its account disabled", async () => {
    const [one, two, three, four] = [
      await openedSession(),
      await openedSession(),
      await openedSession(),
      await openedSession(),
    ];
    await signOut(one.id, { now });
    expect(await readSession(one.id, now)).toBeNull();

    const actor = await staffOf(two.id);
    expect(await revokeSession({ sessionId: three.id }, { now, actor })).toEqual({ ok: true, value: null });
    expect(await readSession(three.id, now)).toBeNull();
    expect(await readSession(two.id, now)).not.toBeNull();

    expect(await readSession(four.id, now.add({ hours: 30 * 24 + 1 }))).toBeNull();
    await db.user.update({ where: { id: "mara" }, data: { disabledAt: new Date() } });
    expect(await readSession(two.id, now)).toBeNull();
  });

  it("of somebody else can't be revoked", async () => {
    await db.user.create({
      data: { id: "jonas", email: "jonas@example.com", name: "Jonas", passwordHash, role: "OWNER" },
    });
    const hers = await openedSession();
    const his = await openedSession({ email: "jonas@example.com" });
    const actor = await staffOf(his.id);
    expect(await revokeSession({ sessionId: hers.id }, { now, actor })).toEqual({
      ok: false,
      code: "NOT_FOUND",
    });
    expect(await readSession(hers.id, now)).not.toBeNull();
  });

  it("shows where it was opened; all others can be ended at once", async () => {
    const old = await openedSession();
    const current = await openedSession();
    const actor = await staffOf(current.id);
    const sessions = await getSessions(actor, now);
    expect(sessions.map(({ device }) => device)).toEqual(["Firefox on Linux", "Firefox on Linux"]);
    expect(sessions.filter((session) => session.current).map(({ id }) => id)).toEqual([current.id]);
    expect(await revokeOtherSessions({ now, actor })).toEqual({ ok: true, value: { count: 1 } });
    expect(await readSession(old.id, now)).toBeNull();
    expect(await readSession(current.id, now)).not.toBeNull();
  });

  it("survives a change of password only where it was changed", async () => {
    const other = await openedSession();
    const current = await openedSession();
    const actor = await staffOf(current.id);
    const wrong = await changePassword(
      { current: "something else", password: "a new long one" },
      { now, actor },
    );
    expect(wrong).toMatchObject({ ok: false, code: "WRONG_PASSWORD", errors: [{ path: "current" }] });
    const right = await changePassword(
      { current: "hammer and anvil", password: "a new long one" },
      { now, actor },
    );
    expect(right.ok).toBe(true);
    expect(await readSession(other.id, now)).toBeNull();
    expect(await readSession(current.id, now)).not.toBeNull();
    expect((await attempt({})).ok).toBe(false);
    expect((await attempt({ password: "a new long one" })).ok).toBe(true);
  });
});

describe("a session cookie", () => {
  it("that is forged, cut off, empty or enormous opens nothing", async () => {
    const { value } = await sealSessionCookie(await openedSession());
    const bad = [
      undefined,
      "",
      "x",
      value.slice(0, -3),
      `${value}a`,
      value.replace(/.$/, "!"),
      "a".repeat(100_000),
    ];
    for (const cookie of bad) expect(await openSessionCookie(cookie)).toBeNull();
  });
});

async function countFailure(what: "account" | "address", subject: string): Promise<void> {
  await takeFromRateLimit(`sign-in:${what}`, subject, { limit: 1_000, windowSeconds: 15 * 60 }, now);
}

function attempt(change: { email?: string; password?: string; address?: string }, at = now) {
  const given = { email: "mara@example.com", password: "hammer and anvil", address: "10.9.9.9", ...change };
  return signIn({ ...given, userAgent: firefox }, { now: at });
}

async function openedSession(change: { email?: string } = {}) {
  const result = await attempt(change);
  if (!result.ok) throw new Error(result.code);
  return result.value;
}

async function staffOf(sessionId: string): Promise<Staff> {
  const staff = await readSession(sessionId, now);
  if (!staff) throw new Error("nobody is signed in");
  return staff;
}
