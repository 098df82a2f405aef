import { Temporal } from "temporal-polyfill";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { changePassword } from "@/lib/features/accounts/mutations";
import { disablePerson, resetPassword } from "@/lib/features/accounts/people";
import { signIn } from "@/lib/features/accounts/sign-in";
import type { Staff } from "@/lib/platform/auth";
import { hasPassword } from "@/lib/platform/password";
import { emptyDatabase, testDb } from "../../support/database";
import { quickHash } from "./quick-hash";

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

const db = testDb();
const now = Temporal.Now.instant();
const staff = (id: string, role: Staff["role"]): Staff => ({
  ...{ userId: id, sessionId: "s", name: id, email: `${id}@example.com`, role, artisanId: null },
});

beforeEach(async () => {
  await emptyDatabase();
  whileChecking = async () => {};
  const passwordHash = quickHash("hammer and anvil");
  await db.user.createMany({
    data: [
      { id: "mara", email: "mara@example.com", name: "Mara", passwordHash, role: "ARTISAN" },
      { id: "boss", email: "boss@example.com", name: "Boss", passwordHash, role: "OWNER" },
    ],
  });
});

const attempt = () =>
  signIn(
    { email: "mara@example.com", password: "hammer and anvil", address: "203.0.113.9", userAgent: null },
    { now },
  );

describe("while a password is being checked", () => {
  it("a reset ends the sign-in that began before it", async () => {
    whileChecking = async () => {
      await resetPassword({ userId: "mara" }, { now, actor: staff("boss", "OWNER") });
    };
    expect(await attempt()).toMatchObject({ ok: false, code: "INVALID_CREDENTIALS" });
    expect(await db.userSession.count({ where: { revokedAt: null } })).toBe(0);
  });

  it("a disabled account opens no session", async () => {
    whileChecking = async () => {
      await disablePerson({ userId: "mara" }, { now, actor: staff("boss", "OWNER") });
    };
    expect(await attempt()).toMatchObject({ ok: false, code: "INVALID_CREDENTIALS" });
    expect(await db.userSession.count()).toBe(0);
  });

  it("a change of password that began before a reset doesn't undo it", async () => {
    whileChecking = async () => {
      await resetPassword({ userId: "mara" }, { now, actor: staff("boss", "OWNER") });
    };
    const changed = await changePassword(
      { current: "hammer and anvil", password: "tongs and bellows" },
      { now, actor: staff("mara", "ARTISAN") },
    );
    expect(changed).toMatchObject({ ok: false, code: "WRONG_PASSWORD" });
    const { passwordHash } = await db.user.findUniqueOrThrow({ where: { id: "mara" } });
    expect(hasPassword(passwordHash)).toBe(false);
  });
});
