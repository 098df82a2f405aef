import { z } from "zod";

const id = z.string().min(1);
const day = z.iso.date();
const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/);
const minutes = z.number().positive().max(1_000_000);
const weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;

/** A workshop's year as the backtest reads it: its bench, its plan, its orders, and what each really took. */
export const worldSchema = z
  .strictObject({
    version: z.literal(1),
    name: z.string(),
    timeZone: z.string().refine(isTimeZone, "There is no such time zone."),
    artisans: z
      .array(
        z.strictObject({
          id,
          skills: z.array(id),
          hours: z.partialRecord(z.enum(weekdays), z.array(z.tuple([clock, clock]))),
        }),
      )
      .min(1),
    timeOff: z.array(z.strictObject({ artisan: id, from: day, to: day })),
    absences: z.array(z.strictObject({ artisan: id, date: day })),
    stages: z.array(z.strictObject({ id, kind: z.enum(["bench", "external"]), skill: id.optional() })),
    pieces: z.array(
      z.strictObject({
        id,
        stages: z
          .array(z.strictObject({ stage: id, typicalMinutes: minutes, badDayMinutes: minutes }))
          .min(1),
      }),
    ),
    orders: z
      .array(
        z.strictObject({
          id,
          placedAt: z.iso.datetime(),
          piece: id,
          actual: z.array(z.strictObject({ stage: id, minutes })).min(1),
        }),
      )
      .min(1, "Nobody orders anything."),
  })
  .superRefine((world, context) => {
    const refuse = (path: (string | number)[], message: string) =>
      context.addIssue({ code: "custom", path, message });
    const artisans = new Set(world.artisans.map((artisan) => artisan.id));
    const stages = new Map(world.stages.map((stage) => [stage.id, stage]));
    const pieces = new Set(world.pieces.map((piece) => piece.id));
    const skills = new Set(world.artisans.flatMap((artisan) => artisan.skills));
    const worked = new Set(
      world.artisans.flatMap((artisan) => (weeklyBlocks(artisan.hours).length > 0 ? artisan.skills : [])),
    );
    world.stages.forEach((stage, index) => {
      const skill = stage.skill ?? stage.id;
      if (stage.kind !== "bench") return;
      if (!skills.has(skill)) refuse(["stages", index], `No artisan has the skill that ${stage.id} needs.`);
      else if (!worked.has(skill))
        refuse(["stages", index], `Whoever has the skill that ${stage.id} needs has no working hours.`);
    });
    world.artisans.forEach(({ hours }, index) => {
      for (const wrong of wrongHours(hours)) refuse(["artisans", index, "hours", wrong.day], wrong.message);
    });
    world.timeOff.forEach(({ from, to }, index) => {
      if (to < from) refuse(["timeOff", index, "to"], "The last day is before the first.");
    });
    for (const list of ["artisans", "stages", "pieces", "orders"] as const) {
      const ids = world[list].map((entry) => entry.id);
      const twice = ids.findIndex((one, index) => ids.indexOf(one) < index);
      if (twice >= 0) refuse([list, twice, "id"], `Two of the ${list} have the same id, ${ids[twice]}.`);
    }
    for (const list of ["timeOff", "absences"] as const) {
      world[list].forEach(({ artisan }, index) => {
        if (!artisans.has(artisan)) refuse([list, index, "artisan"], `There is no artisan ${artisan}.`);
      });
    }
    world.pieces.forEach((piece, index) => {
      piece.stages.forEach(({ stage, typicalMinutes, badDayMinutes }, step) => {
        const path = ["pieces", index, "stages", step];
        if (!stages.has(stage)) refuse(path, `There is no stage ${stage}.`);
        if (badDayMinutes < typicalMinutes) refuse(path, "A bad day is shorter than a typical one.");
        // What is done over comes of a failed check, in `actual`.
        if (piece.stages.findIndex((one) => one.stage === stage) < step)
          refuse(path, `It comes back to ${stage}: a plan goes to each stage once.`);
      });
    });
    world.orders.forEach((order, index) => {
      if (!pieces.has(order.piece)) refuse(["orders", index, "piece"], `There is no piece ${order.piece}.`);
      for (const { stage } of order.actual)
        if (!stages.has(stage)) refuse(["orders", index, "actual"], `There is no stage ${stage}.`);
    });
  });

export type World = z.output<typeof worldSchema>;

/** Hours as the calendar takes them: 1 = Monday, minutes of the local day. */
export function weeklyBlocks(hours: World["artisans"][number]["hours"]) {
  return weekdays.flatMap((name, index) =>
    (hours[name] ?? []).map(([from, to]) => ({
      weekday: index + 1,
      startMinute: minuteOf(from),
      endMinute: minuteOf(to),
    })),
  );
}

function wrongHours(hours: World["artisans"][number]["hours"]): { day: string; message: string }[] {
  return weekdays.flatMap((day) => {
    const blocks = (hours[day] ?? []).map(([from, to]) => ({ from: minuteOf(from), to: minuteOf(to) }));
    const sorted = blocks.toSorted((a, b) => a.from - b.from);
    if (blocks.some(({ from, to }) => to <= from))
      return [{ day, message: "The end must be after the start." }];
    const overlaps = sorted.some(({ from }, index) => from < (sorted[index - 1]?.to ?? 0));
    return overlaps ? [{ day, message: "These times overlap." }] : [];
  });
}

function isTimeZone(name: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat("en", { timeZone: name }));
  } catch {
    return false;
  }
}

function minuteOf(time: string): number {
  const [hour = 0, minute = 0] = time.split(":").map(Number);
  return hour * 60 + minute;
}
