import { fromIsoDay, toIsoDay } from "@/lib/features/orders/days";
import type { WhenAndWho } from "@/lib/features/workshop/change-job";
import { changedFields, manage } from "@/lib/features/workshop/manage";
import type {
  AddArtisanInput,
  AddTimeOffInput,
  RemoveTimeOffInput,
  UpdateArtisanInput,
} from "@/lib/features/workshop/management-schema";
import { tagsTouchedBy } from "@/lib/platform/cache";
import { toDate } from "@/lib/platform/clock";
import type { Tx } from "@/lib/platform/db";
import { type Result, refuse } from "@/lib/platform/errors";

const tags = tagsTouchedBy({ kind: "bench" });

/** With `once`, not where somebody of this name, skills and hours is at the bench already. */
export async function addArtisan(
  { name, skills, hours }: AddArtisanInput,
  who: WhenAndWho,
  { once = false } = {},
): Promise<Result<{ artisanId: string }, "UNKNOWN_SKILL" | "FORBIDDEN" | "SO_ALREADY">> {
  return manage(who, tags, async (tx) => {
    const refusal = await refuseUnknownSkills(tx, skills);
    if (refusal) return refusal;
    if (once && (await isAtTheBench(tx, { name, skills, hours }))) {
      const message = `${name} is at the bench with this skill and these hours already.`;
      return refuse("SO_ALREADY", { message });
    }
    const last = await tx.artisan.aggregate({ _max: { position: true } });
    const artisan = await tx.artisan.create({
      data: {
        name,
        skills: unique(skills),
        position: (last._max.position ?? -1) + 1,
        hours: { create: hours },
      },
    });
    return {
      ok: true,
      value: { artisanId: artisan.id },
      event: { type: "ARTISAN_ADDED", data: { artisan: name } },
    };
  });
}

/** The very same person, skills and hours; whoever adds somebody at the same moment waits for the answer. */
async function isAtTheBench(tx: Tx, { name, skills, hours }: AddArtisanInput): Promise<boolean> {
  await tx.$queryRaw`SELECT 1 FROM "workshop" WHERE "id" = 1 FOR NO KEY UPDATE`;
  const namesakes = await tx.artisan.findMany({
    where: { active: true, name },
    select: {
      skills: true,
      hours: { select: { weekday: true, startMinute: true, endMinute: true } },
    },
  });
  const print = (one: Pick<AddArtisanInput, "skills" | "hours">) =>
    JSON.stringify([
      unique(one.skills).sort(),
      one.hours
        .map(({ weekday, startMinute, endMinute }) => [weekday, startMinute, endMinute])
        .sort(([dayA = 0, startA = 0], [dayB = 0, startB = 0]) => dayA - dayB || startA - startB),
    ]);
  return namesakes.some((known) => print(known) === print({ skills, hours }));
}

/** Who leaves is made inactive: what they made stays theirs, what they had begun waits for others. */
export async function updateArtisan(
  { artisanId, version, hours, ...input }: UpdateArtisanInput,
  who: WhenAndWho,
): Promise<Result<{ version: number }, "UNKNOWN_SKILL" | "NOT_FOUND" | "STALE" | "FORBIDDEN">> {
  return manage(who, tags, async (tx) => {
    const refusal = await refuseUnknownSkills(tx, input.skills);
    if (refusal) return refusal;
    const fields = { ...input, skills: unique(input.skills) };
    const before = await tx.artisan.findUnique({
      where: { id: artisanId },
      include: {
        hours: {
          select: { weekday: true, startMinute: true, endMinute: true },
          orderBy: [{ weekday: "asc" }, { startMinute: "asc" }],
        },
      },
    });
    if (!before) return refuse("NOT_FOUND");
    const sorted = [...hours].sort((a, b) => a.weekday - b.weekday || a.startMinute - b.startMinute);
    const changed = changedFields({ ...before }, { ...fields, hours: sorted });
    if (changed.length === 0) return { ok: true, value: { version: before.version }, event: null };
    const { count } = await tx.artisan.updateMany({
      where: { id: artisanId, version },
      data: { ...fields, version: { increment: 1 } },
    });
    if (count === 0) return stale();
    if (changed.includes("hours")) {
      await tx.workingHours.deleteMany({ where: { artisanId } });
      await tx.workingHours.createMany({ data: sorted.map((block) => ({ ...block, artisanId })) });
    }
    const event = { type: "ARTISAN_CHANGED", data: { artisan: fields.name, fields: changed } } as const;
    return { ok: true, value: { version: version + 1 }, event };
  });
}

/** Who leaves, and nothing else of theirs. */
export async function retireArtisan(
  { artisanId, version }: { artisanId: string; version: number },
  who: WhenAndWho,
): Promise<Result<null, "NOT_FOUND" | "STALE" | "FORBIDDEN">> {
  return manage(who, tags, async (tx) => {
    const artisan = await tx.artisan.findUnique({ where: { id: artisanId } });
    if (!artisan) return refuse("NOT_FOUND");
    if (!(await nextVersion(tx, artisanId, version, { active: false }))) return stale();
    const data = { artisan: artisan.name, fields: ["active"] };
    return { ok: true, value: null, event: artisan.active ? { type: "ARTISAN_CHANGED", data } : null };
  });
}

/** With `version`, only as the artisan was when it was decided: pressed twice, it is entered once. */
export async function addTimeOff(
  { artisanId, from, to, reason, version }: AddTimeOffInput & { version?: number },
  who: WhenAndWho,
): Promise<Result<{ timeOffId: string }, "NOT_FOUND" | "STALE" | "FORBIDDEN">> {
  return manage(who, tags, async (tx, { now }) => {
    const artisan = await tx.artisan.findUnique({ where: { id: artisanId }, select: { name: true } });
    if (!artisan) return refuse("NOT_FOUND");
    if (version !== undefined && !(await nextVersion(tx, artisanId, version, {}))) return stale();
    const timeOff = await tx.timeOff.create({
      data: { artisanId, fromDate: fromIsoDay(from), toDate: fromIsoDay(to), reason, enteredAt: toDate(now) },
    });
    const event = { type: "TIME_OFF_ADDED", data: { artisan: artisan.name, from, to } } as const;
    return { ok: true, value: { timeOffId: timeOff.id }, event };
  });
}

export async function removeTimeOff(
  { timeOffId }: RemoveTimeOffInput,
  who: WhenAndWho,
): Promise<Result<null, "NOT_FOUND" | "FORBIDDEN">> {
  return manage(who, tags, async (tx) => {
    const [gone] = await tx.$queryRaw<{ artisanId: string; fromDate: Date; toDate: Date }[]>`
      DELETE FROM "time_off" WHERE "id" = ${timeOffId} RETURNING "artisanId", "fromDate", "toDate"`;
    if (!gone) return refuse("NOT_FOUND");
    const { name } = await tx.artisan.findUniqueOrThrow({
      where: { id: gone.artisanId },
      select: { name: true },
    });
    const data = { artisan: name, from: toIsoDay(gone.fromDate), to: toIsoDay(gone.toDate) };
    return { ok: true, value: null, event: { type: "TIME_OFF_REMOVED", data } };
  });
}

async function nextVersion(
  tx: Tx,
  id: string,
  version: number,
  data: { active?: boolean },
): Promise<boolean> {
  const { count } = await tx.artisan.updateMany({
    where: { id, version },
    data: { ...data, version: { increment: 1 } },
  });
  return count > 0;
}

function stale() {
  return refuse("STALE", { message: "Somebody changed this meanwhile. Please look again." });
}

async function refuseUnknownSkills(tx: Tx, skills: readonly string[]) {
  const known = await tx.stage.findMany({ where: { skill: { in: [...skills] } }, select: { skill: true } });
  const unknown = skills.find((skill) => !known.some((stage) => stage.skill === skill));
  if (unknown === undefined) return null;
  const message = "No stage needs this skill.";
  return refuse("UNKNOWN_SKILL", { message, errors: [{ path: "skills", code: "UNKNOWN_SKILL", message }] });
}

function unique(skills: readonly string[]): string[] {
  return [...new Set(skills)];
}
