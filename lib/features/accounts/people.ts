import type { Temporal } from "temporal-polyfill";
import type { NewPerson } from "@/lib/features/accounts/schema";
import { queueMail } from "@/lib/features/mailbox/mutations";
import type { MailTemplate } from "@/lib/features/mailbox/schema";
import { recordEvent, staffActor } from "@/lib/features/orders/events";
import type { Staff } from "@/lib/platform/auth";
import { toDate } from "@/lib/platform/clock";
import { isUniqueViolation, type Tx, withTransaction } from "@/lib/platform/db";
import { ok, type Result, refuse } from "@/lib/platform/errors";
import { noPassword } from "@/lib/platform/password";

type WhenAndWho = { now: Temporal.Instant; actor: Staff };

const WELCOME_DAYS = 7;
const RESET_DAYS = 1;

/** A new account has no password yet: the mail brings a link to choose one. */
export async function addPerson(
  person: NewPerson,
  { now, actor }: WhenAndWho,
): Promise<Result<{ userId: string }, "EMAIL_TAKEN" | "BENCH_TAKEN" | "NOT_FOUND">> {
  try {
    return await withTransaction(async (tx) => {
      if (person.artisanId && !(await tx.artisan.findUnique({ where: { id: person.artisanId } }))) {
        return refuse("NOT_FOUND");
      }
      const user = await tx.user.create({
        data: { ...person, passwordHash: noPassword(), createdAt: toDate(now) },
      });
      await sendLink(tx, "studio-welcome", user, WELCOME_DAYS, { now, actor });
      const data = { person: user.name, role: user.role };
      await recordEvent(tx, { type: "PERSON_ADDED", data, actor: staffActor(actor), at: now });
      return ok({ userId: user.id });
    });
  } catch (error) {
    if (isUniqueViolation(error, ["email"])) {
      return fieldRefusal("EMAIL_TAKEN", "email", "Somebody has an account with this address already.");
    }
    if (isUniqueViolation(error, ["artisanId"])) {
      return fieldRefusal("BENCH_TAKEN", "artisanId", "Somebody else signs in for this bench already.");
    }
    throw error;
  }
}

/** The old password stops working at once, and every browser is signed out. */
export async function resetPassword(
  { userId }: { userId: string },
  { now, actor }: WhenAndWho,
): Promise<Result<null, "NOT_FOUND">> {
  return withTransaction(async (tx) => {
    const user = await tx.user.findUnique({ where: { id: userId, disabledAt: null } });
    if (!user) return refuse("NOT_FOUND");
    await tx.user.update({ where: { id: userId }, data: { passwordHash: noPassword() } });
    await revokeAll(tx, userId, now);
    await sendLink(tx, "password-reset", user, RESET_DAYS, { now, actor });
    await noteChange(tx, "PASSWORD_RESET", user.name, { now, actor });
    return ok(null);
  });
}

export async function disablePerson(
  { userId }: { userId: string },
  { now, actor }: WhenAndWho,
): Promise<Result<null, "NOT_FOUND" | "LAST_OWNER" | "YOURSELF">> {
  if (userId === actor.userId) {
    return refuse("YOURSELF", { message: "You can't disable your own account; another owner can." });
  }
  return withTransaction(async (tx) => {
    // All owners are locked, in one order: two owners who disable each other at once must not both succeed.
    const owners = await tx.$queryRaw<{ id: string }[]>`
      SELECT "id" FROM "user" WHERE "role" = 'OWNER' AND "disabledAt" IS NULL ORDER BY "id" FOR UPDATE`;
    if (owners.length === 1 && owners[0]?.id === userId) {
      return refuse("LAST_OWNER", { message: "The studio needs at least one owner." });
    }
    const [user] = await tx.user.updateManyAndReturn({
      where: { id: userId, disabledAt: null },
      data: { disabledAt: toDate(now) },
    });
    if (!user) return refuse("NOT_FOUND");
    await revokeAll(tx, userId, now);
    await noteChange(tx, "PERSON_DISABLED", user.name, { now, actor });
    return ok(null);
  });
}

export async function enablePerson(
  { userId }: { userId: string },
  { now, actor }: WhenAndWho,
): Promise<Result<null, "NOT_FOUND">> {
  return withTransaction(async (tx) => {
    const [user] = await tx.user.updateManyAndReturn({
      where: { id: userId, disabledAt: { not: null } },
      data: { disabledAt: null },
    });
    if (!user) return refuse("NOT_FOUND");
    await noteChange(tx, "PERSON_ENABLED", user.name, { now, actor });
    return ok(null);
  });
}

async function sendLink(
  tx: Tx,
  template: Extract<MailTemplate, "studio-welcome" | "password-reset">,
  user: { id: string; name: string; email: string },
  days: number,
  { now, actor }: WhenAndWho,
): Promise<void> {
  await queueMail(tx, {
    template,
    dedupeKey: `${template}:${user.id}:${now.epochMilliseconds}`,
    recipient: user.email,
    data: {
      userId: user.id,
      name: user.name,
      byName: actor.name,
      linkExpiresAt: now.add({ hours: days * 24 }).toString({ smallestUnit: "second" }),
    },
  });
}

async function noteChange(
  tx: Tx,
  type: "PASSWORD_RESET" | "PERSON_DISABLED" | "PERSON_ENABLED",
  person: string,
  { now, actor }: WhenAndWho,
): Promise<void> {
  await recordEvent(tx, { type, data: { person }, actor: staffActor(actor), at: now });
}

async function revokeAll(tx: Tx, userId: string, now: Temporal.Instant): Promise<void> {
  await tx.userSession.updateMany({ where: { userId, revokedAt: null }, data: { revokedAt: toDate(now) } });
}

function fieldRefusal<C extends string>(code: C, path: string, message: string) {
  return refuse(code, { message, errors: [{ path, code, message }] });
}
