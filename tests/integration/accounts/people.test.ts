import { Temporal } from "temporal-polyfill";
import { beforeEach, describe, expect, it } from "vitest";
import { getPasswordLinkName, getPeople } from "@/lib/features/accounts/data";
import { choosePassword } from "@/lib/features/accounts/mutations";
import { addPerson, disablePerson, enablePerson, resetPassword } from "@/lib/features/accounts/people";
import { signIn } from "@/lib/features/accounts/sign-in";
import { readSession, type Staff } from "@/lib/platform/auth";
import { signPasswordLink } from "@/lib/platform/password-link";
import { emptyDatabase, testDb } from "../../support/database";
import { quickHash } from "./quick-hash";

const db = testDb();
const now = Temporal.Instant.from("2026-11-23T09:00:00Z");
const secret = process.env.AUTH_SECRET ?? "";
const mara = { name: "Mara", email: "mara@example.com", role: "ARTISAN", artisanId: null } as const;
const passwordHash = quickHash("hammer and anvil");
let actor: Staff;

beforeEach(async () => {
  await emptyDatabase();
  await db.user.create({
    data: { id: "jonas", email: "jonas@example.com", name: "Jonas", passwordHash, role: "OWNER" },
  });
  actor = {
    userId: "jonas",
    sessionId: "s",
    name: "Jonas",
    email: "jonas@example.com",
    role: "OWNER",
    artisanId: null,
  };
});

describe("adding a person", () => {
  it("sends them a link, with which they choose a password once", async () => {
    const added = await addPerson(mara, { now, actor });
    if (!added.ok) throw new Error(added.code);
    const { userId } = added.value;
    expect(await db.mail.findMany()).toMatchObject([
      { template: "studio-welcome", recipient: "mara@example.com" },
    ]);
    expect((await getPeople(now)).find(({ id }) => id === userId)).toMatchObject({
      hasPassword: false,
      sessions: 0,
    });

    const token = await linkFor(userId, now.add({ hours: 24 }));
    expect(await getPasswordLinkName(token, now)).toBe("Mara");
    const choice = { token, password: "three quiet words", userAgent: null };
    const chosen = await choosePassword(choice, { now });
    expect(chosen.ok && (await readSession(chosen.value.id, now))?.name).toBe("Mara");

    expect(await getPasswordLinkName(token, now)).toBeNull();
    expect(await choosePassword(choice, { now })).toMatchObject({ ok: false, code: "LINK_EXPIRED" });
    expect((await signInAsMara("three quiet words")).ok).toBe(true);
  });

  it("is refused for an address or a bench that somebody has", async () => {
    await db.artisan.create({ data: { id: "bench", name: "Mara", skills: [], position: 1 } });
    expect((await addPerson({ ...mara, artisanId: "bench" }, { now, actor })).ok).toBe(true);
    expect(await addPerson(mara, { now, actor })).toMatchObject({
      code: "EMAIL_TAKEN",
      errors: [{ path: "email" }],
    });
    expect(
      await addPerson({ ...mara, email: "m2@example.com", artisanId: "bench" }, { now, actor }),
    ).toMatchObject({ code: "BENCH_TAKEN", errors: [{ path: "artisanId" }] });
    expect(
      await addPerson({ ...mara, email: "m3@example.com", artisanId: "nobody" }, { now, actor }),
    ).toMatchObject({ code: "NOT_FOUND" });
    expect(await db.mail.count()).toBe(1);
  });
});

describe("a password link", () => {
  it("is worth nothing when it is old, forged, or another person's", async () => {
    const added = await addPerson(mara, { now, actor });
    if (!added.ok) throw new Error(added.code);
    const { userId } = added.value;
    const good = await linkFor(userId, now.add({ hours: 1 }));
    const bad = [
      await linkFor(userId, now.subtract({ seconds: 1 })),
      good.replace(userId, "jonas"),
      good.replace(/\.\d+\./, ".9999999999."),
      good.slice(0, -1),
      "",
      "x".repeat(5_000),
    ];
    for (const token of bad) {
      expect(await getPasswordLinkName(token, now)).toBeNull();
      expect(
        (await choosePassword({ token, password: "three quiet words", userAgent: null }, { now })).ok,
      ).toBe(false);
    }
  });
});

describe("resetting a password", () => {
  it("ends the old password and every session at once", async () => {
    await db.user.create({
      data: { id: "mara", email: "mara@example.com", name: "Mara", passwordHash, role: "ARTISAN" },
    });
    const session = await signInAsMara("hammer and anvil");
    if (!session.ok) throw new Error(session.code);
    expect(await resetPassword({ userId: "mara" }, { now, actor })).toEqual({ ok: true, value: null });
    expect(await readSession(session.value.id, now)).toBeNull();
    expect((await signInAsMara("hammer and anvil")).ok).toBe(false);
    expect(await db.mail.findMany()).toMatchObject([
      { template: "password-reset", recipient: "mara@example.com" },
    ]);
  });
});

describe("disabling a person", () => {
  it("signs them out, and is undone by enabling", async () => {
    await db.user.create({
      data: { id: "mara", email: "mara@example.com", name: "Mara", passwordHash, role: "ARTISAN" },
    });
    const session = await signInAsMara("hammer and anvil");
    expect(await disablePerson({ userId: "mara" }, { now, actor })).toEqual({ ok: true, value: null });
    expect(session.ok && (await readSession(session.value.id, now))).toBeNull();
    expect((await signInAsMara("hammer and anvil")).ok).toBe(false);
    expect(await enablePerson({ userId: "mara" }, { now, actor })).toEqual({ ok: true, value: null });
    expect((await signInAsMara("hammer and anvil")).ok).toBe(true);
  });

  it("never leaves the studio without an owner, not even when two owners do it to each other at once", async () => {
    expect(await disablePerson({ userId: "jonas" }, { now, actor })).toMatchObject({ code: "YOURSELF" });
    await db.user.create({
      data: { id: "ida", email: "ida@example.com", name: "Ida", passwordHash, role: "OWNER" },
    });
    const ida: Staff = { ...actor, userId: "ida", name: "Ida" };
    const outcomes = await Promise.all([
      disablePerson({ userId: "ida" }, { now, actor }),
      disablePerson({ userId: "jonas" }, { now, actor: ida }),
    ]);
    expect(outcomes.map((outcome) => (outcome.ok ? "OK" : outcome.code)).sort()).toEqual([
      "LAST_OWNER",
      "OK",
    ]);
    expect(await db.user.count({ where: { role: "OWNER", disabledAt: null } })).toBe(1);
  });
});

async function linkFor(userId: string, expiresAt: Temporal.Instant): Promise<string> {
  const user = await db.user.findUniqueOrThrow({ where: { id: userId } });
  return signPasswordLink({ userId, passwordHash: user.passwordHash, expiresAt }, secret);
}

function signInAsMara(password: string) {
  return signIn({ email: "mara@example.com", password, address: "10.0.0.1", userAgent: null }, { now });
}
