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
    timeZone: z.string(),
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
    orders: z.array(
      z.strictObject({
        id,
        placedAt: z.iso.datetime(),
        piece: id,
        actual: z.array(z.strictObject({ stage: id, minutes })).min(1),
      }),
    ),
  })
  .superRefine((world, context) => {
    const refuse = (path: (string | number)[], message: string) =>
      context.addIssue({ code: "custom", path, message });
    const artisans = new Set(world.artisans.map((artisan) => artisan.id));
    const stages = new Map(world.stages.map((stage) => [stage.id, stage]));
    const pieces = new Set(world.pieces.map((piece) => piece.id));
    const skills = new Set(world.artisans.flatMap((artisan) => artisan.skills));
    world.stages.forEach((stage, index) => {
      if (stage.kind === "bench" && !skills.has(stage.skill ?? stage.id))
        refuse(["stages", index], `No artisan has the skill that ${stage.id} needs.`);
    });
    for (const list of ["timeOff", "absences"] as const) {
      world[list].forEach(({ artisan }, index) => {
        if (!artisans.has(artisan)) refuse([list, index, "artisan"], `There is no artisan ${artisan}.`);
      });
    }
    world.pieces.forEach((piece, index) => {
      for (const { stage } of piece.stages)
        if (!stages.has(stage)) refuse(["pieces", index], `There is no stage ${stage}.`);
    });
    world.orders.forEach((order, index) => {
      if (!pieces.has(order.piece)) refuse(["orders", index, "piece"], `There is no piece ${order.piece}.`);
      for (const { stage } of order.actual)
        if (!stages.has(stage)) refuse(["orders", index, "actual"], `There is no stage ${stage}.`);
    });
    if (new Set(world.orders.map((order) => order.id)).size !== world.orders.length)
      refuse(["orders"], "Two orders have the same id.");
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

function minuteOf(time: string): number {
  const [hour = 0, minute = 0] = time.split(":").map(Number);
  return hour * 60 + minute;
}
