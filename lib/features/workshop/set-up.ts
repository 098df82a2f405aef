import type { Temporal } from "temporal-polyfill";
import { hallmarkCountryOf } from "@/lib/domain/alloy";
import { recordEvent } from "@/lib/features/orders/events";
import type { SetUpWorkshopInput } from "@/lib/features/workshop/management-schema";
import { tagsTouchedBy } from "@/lib/platform/cache";
import { notifyCacheTags } from "@/lib/platform/cache-signals";
import { toDate } from "@/lib/platform/clock";
import { db, isUniqueViolation, type Tx, withTransaction } from "@/lib/platform/db";
import { ok, type Result, refuse } from "@/lib/platform/errors";
import { hashPassword } from "@/lib/platform/password";

const MONDAY_TO_FRIDAY = [1, 2, 3, 4, 5];
const NINE_TO_FIVE = { startMinute: 9 * 60, endMinute: 17 * 60 };

export async function isSetUp(): Promise<boolean> {
  return (await db.workshop.count({ where: { setUpAt: { not: null } } })) > 0;
}

/**
 * An empty shop's first page: the workshop, its owner, its first bench. Whoever comes first is the owner; the second
 * finds it done. Stages, alloys, stones, delivery and tax are there already (they come with the database), made for a
 * workshop in Great Britain: elsewhere their taxes and carriers are switched off, for the owner to name their own.
 */
export async function setUpWorkshop(
  input: SetUpWorkshopInput,
  { now }: { now: Temporal.Instant },
): Promise<Result<{ userId: string; artisanId: string }, "ALREADY_SET_UP">> {
  const done = refuse("ALREADY_SET_UP", { message: "This workshop is set up already. Please sign in." });
  if (await isSetUp()) return done;
  const passwordHash = await hashPassword(input.password);
  try {
    return await withTransaction(async (tx) => {
      await createWorkshop(tx, input, now);
      const { skills, bench } = await createBench(tx, input);
      if (skills.length === 0) throw new Error("There are no stages: the reference data is missing");
      const user = await tx.user.create({
        data: {
          email: input.ownerEmail,
          name: input.ownerName,
          passwordHash,
          role: "OWNER",
          artisanId: input.artisanName === "" || input.artisanName === input.ownerName ? bench.id : null,
          createdAt: toDate(now),
        },
      });
      if (input.country !== "GB") await switchOffBritishDefaults(tx);
      const actor = { kind: "STAFF", id: user.id, name: user.name, role: "OWNER" } as const;
      await recordEvent(tx, { type: "WORKSHOP_SET_UP", data: { name: input.workshopName }, actor, at: now });
      await notifyCacheTags(tx, [
        ...tagsTouchedBy({ kind: "workshop" }),
        ...tagsTouchedBy({ kind: "prices" }),
      ]);
      return ok({ userId: user.id, artisanId: bench.id });
    });
  } catch (error) {
    if (isUniqueViolation(error)) return done;
    throw error;
  }
}

async function createWorkshop(tx: Tx, input: SetUpWorkshopInput, now: Temporal.Instant): Promise<void> {
  const { workshopName, email, phone, line1, line2, city, region, postalCode, country, timeZone, currency } =
    input;
  // A first price list to change: 45 of the currency an hour, a quarter on top, rounded to whole units.
  const unit = 10 ** minorDigits(currency);
  await tx.workshop.create({
    data: {
      id: 1,
      name: workshopName,
      ...{ email, phone, line1, line2, city, region, postalCode, country, timeZone, currency },
      hourlyRateMinor: 45 * unit,
      marginBps: 2500,
      roundToMinor: unit,
      hallmarkCountry: hallmarkCountryOf(country),
      setUpAt: toDate(now),
    },
  });
}

/** The first artisan does everything, in office hours, until the owner says otherwise. */
async function createBench(tx: Tx, input: SetUpWorkshopInput) {
  const stages = await tx.stage.findMany({ where: { skill: { not: null } }, orderBy: { position: "asc" } });
  const skills = [...new Set(stages.flatMap(({ skill }) => (skill === null ? [] : [skill])))];
  const bench = await tx.artisan.create({
    data: {
      name: input.artisanName || input.ownerName,
      skills,
      position: 0,
      hours: { create: MONDAY_TO_FRIDAY.map((weekday) => ({ weekday, ...NINE_TO_FIVE })) },
    },
  });
  return { skills, bench };
}

async function switchOffBritishDefaults(tx: Tx): Promise<void> {
  await tx.taxRate.deleteMany({ where: { country: { in: ["GB", "IM"] } } });
  await tx.shippingMethod.updateMany({ data: { active: false } });
}

function minorDigits(currency: string): number {
  return (
    new Intl.NumberFormat("en", { style: "currency", currency }).resolvedOptions().maximumFractionDigits ?? 2
  );
}
