import { z } from "zod";
import type { IsoDate } from "@/lib/domain/calendar-days";
import type { Effect, UsualLead } from "@/lib/domain/what-if-effect";

/** Questions come as addresses, so that they can be sent, and asked without scripts. Actions come as forms. */

const id = z.string("Please choose one.").min(1, "Please choose one.").max(100);
const day = z.iso.date("Please give a day.");
const version = z.coerce.number<unknown>().int().min(1);
const minuteOfDay = z
  .string("Please give a time.")
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, "Please give a time.")
  .transform((time) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3)));
const weekdays = z
  .array(z.coerce.number<unknown>().int().min(1).max(7))
  .min(1, "Please tick at least one day.")
  .transform((days) => [...new Set(days)].sort());

const timeOffShape = { artisan: id, from: day, to: day };
const helperShape = { skill: id, days: weekdays, start: minuteOfDay, end: minuteOfDay };

export const questionSchema = z.discriminatedUnion("try", [
  z.object({ try: z.literal("time-off"), ...timeOffShape }),
  z.object({ try: z.literal("leaves"), artisan: id }),
  z.object({ try: z.literal("helper"), ...helperShape }),
  z.object({
    try: z.literal("first"),
    job: z
      .string("Please give the number of a piece.")
      .trim()
      .min(1, "Please give the number of a piece.")
      .max(40),
  }),
  z.object({
    try: z.literal("rush-order"),
    product: id,
    pieces: z.coerce.number<unknown>("Please give a number of pieces.").int("Please give whole pieces."),
  }),
  z.object({ try: z.literal("down"), skill: id, from: day, to: day }),
]);
export type Question = z.output<typeof questionSchema>;
export type Trial = Question["try"];

const name = z
  .string("Please type a name.")
  .trim()
  .min(1, "Please type a name.")
  .max(80, "Please use at most 80 characters.");

/** What the owner may do of it; `version` is the artisan's as it was when the question was answered. */
export const applyToBenchSchema = z.discriminatedUnion("try", [
  z.strictObject({ try: z.literal("time-off"), ...timeOffShape, version }),
  z.strictObject({ try: z.literal("leaves"), artisan: id, version }),
  z.strictObject({ try: z.literal("helper"), ...helperShape, name }),
]);
export type ApplyToBenchInput = z.output<typeof applyToBenchSchema>;
export const putFirstSchema = z.strictObject({ jobId: id, version });
export type PutFirstInput = z.output<typeof putFirstSchema>;

/** One line of the answer: the promise of one open piece. */
export type EffectRow = Effect & {
  number: string;
  orderNumber: string;
  productName: string;
  customer: string;
  dueOn: IsoDate;
};

export type WhatIfAnswer = {
  /** "Mara is away from Tue 1 Dec to Tue 8 Dec" */
  words: string;
  rows: EffectRow[];
  openJobs: number;
  uncovered: { label: string; until: IsoDate | null; jobNumbers: string[] }[];
  /** of orders like those of the last weeks; null: none, or the bench would never get there */
  lead: { before: UsualLead | null; after: UsualLead | null; of: number };
  /** when the rush order itself would leave, usually and on a bad day */
  ordered: { usually: IsoDate; badDay: IsoDate } | null;
  apply: Apply;
};

/** What "apply" would send; or why there is nothing to send. */
export type Apply =
  | { kind: "BENCH"; fields: Record<string, string | number>; days: number[] }
  | { kind: "JOB"; fields: { jobId: string; version: number } }
  | { kind: "NONE"; why: string };

export type WhatIfPage = {
  choices: WhatIfChoices;
  /** as it was asked, to fill the form again */
  asked: { values: Partial<Record<string, string>>; days: string[] };
  tried: Trial | null;
  answer: WhatIfAnswer | null;
  errors: { path: string; message: string }[];
  isOwner: boolean;
};

export type WhatIfChoices = {
  today: IsoDate;
  artisans: { id: string; name: string }[];
  skills: { id: string; label: string }[];
  products: { slug: string; name: string }[];
  jobs: { number: string; productName: string }[];
};
