import { z } from "zod";
import { addressShape, countrySchema, personalText, refuseWrongParts } from "@/lib/domain/address";
import { DAY_MS } from "@/lib/domain/calendar-days";
import { newPasswordSchema } from "@/lib/features/accounts/schema";

/** Inputs of what the owner runs: people, calendars, prices, delivery, the workshop itself. */

const id = z.string().min(1).max(60);
const version = z.coerce.number<unknown>().int().min(1);
const day = z.iso.date("Please give a day.");
const word = (missing: string, most = 80) =>
  z.string(missing).trim().min(1, missing).max(most, `Please use at most ${most} characters.`);
const minor = (missing: string) =>
  z.coerce.number<unknown>(missing).int(missing).min(0, missing).max(10_000_000, "That is too much.");

const personName = personalText("Please type a name.", 80);
const emailSchema = z
  .string("Please type an e-mail address.")
  .trim()
  .toLowerCase()
  .max(254, "This is too long for an e-mail address.")
  .pipe(z.email("This doesn’t look like an e-mail address."));

/** Days; as the what-if page has it. */
const LONGEST_TIME_OFF = 366;

const minuteOfDay = z.coerce.number<unknown>("Please give a time.").int().min(0).max(1440);
const blockSchema = z
  .strictObject({
    weekday: z.coerce.number<unknown>().int().min(1).max(7),
    startMinute: minuteOfDay,
    endMinute: minuteOfDay,
  })
  .refine(({ startMinute, endMinute }) => startMinute < endMinute, {
    path: ["endMinute"],
    message: "The end must be after the start.",
  });
export const weeklyHoursSchema = z
  .array(blockSchema)
  .max(42, "That is too many blocks for a week.")
  .superRefine((blocks, context) => {
    blocks.forEach((block, index) => {
      const clash = blocks.slice(0, index).some((other) => overlap(block, other));
      if (clash)
        context.addIssue({ code: "custom", path: [index, "startMinute"], message: "These times overlap." });
    });
  });

export const addArtisanSchema = z.strictObject({
  name: personName,
  skills: z.array(id).max(20),
  hours: weeklyHoursSchema,
});
export const updateArtisanSchema = z.strictObject({
  artisanId: id,
  version,
  name: personName,
  skills: z.array(id).max(20),
  hours: weeklyHoursSchema,
  active: z.stringbool().or(z.boolean()),
  /** the order in which free artisans are asked */
  position: z.coerce.number<unknown>().int().min(0).max(999),
});
export const addTimeOffSchema = z
  .strictObject({
    artisanId: id,
    from: day,
    to: day,
    reason: z
      .string()
      .trim()
      .max(200, "Please use at most 200 characters.")
      .transform((text) => text || null)
      .nullable()
      .default(null),
  })
  .refine(({ from, to }) => from <= to, { path: ["to"], message: "The last day is before the first." })
  // Asked also of what is no day at all: that has been said, and is nothing here.
  .refine(({ from, to }) => !(Date.parse(to) - Date.parse(from) >= LONGEST_TIME_OFF * DAY_MS), {
    path: ["to"],
    message: "That is more than a year. Whoever is gone so long has left: change that instead.",
  });
export const removeTimeOffSchema = z.strictObject({ timeOffId: id });
export const addClosureSchema = z.strictObject({ date: day, name: word("Please say what for.") });
export const removeClosureSchema = z.strictObject({ date: day });

export const setMetalPriceSchema = z.strictObject({
  alloyId: id,
  pricePerGramMinor: minor("Please give the price of a gram.").min(1, "Please give the price of a gram."),
});
export const saveShippingMethodSchema = z
  .strictObject({
    /** 0 for a new one; else the version that the screen showed */
    version: z.coerce.number<unknown>().int().min(0).max(2_147_483_647),
    id: z
      .string()
      .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "Use lower-case letters, digits and dashes.")
      .max(60),
    label: word("Please name it as the shopper reads it."),
    carrier: word("Please name the carrier.", 60),
    countries: z.array(z.union([z.literal("*"), countrySchema])).min(1, "Please choose where it goes."),
    priceMinor: minor("Please give a price."),
    typicalDays: z.coerce.number<unknown>().int().min(0).max(90),
    slowDays: z.coerce.number<unknown>().int().min(0).max(90),
    trackingUrl: z
      .union([
        z.literal("").transform(() => null),
        z.null(),
        z
          .url({ protocol: /^https$/, error: "Please give an https address." })
          .max(300)
          .refine((url) => url.includes("{number}"), "Write {number} where the tracking number goes."),
      ])
      .default(null),
    active: z.stringbool().or(z.boolean()),
  })
  .refine(({ typicalDays, slowDays }) => slowDays >= typicalDays, {
    path: ["slowDays"],
    message: "A slow delivery takes at least as long as a typical one.",
  });

const { name: _recipient, ...placeShape } = addressShape;
const workshopShape = {
  workshopName: word("Please name the workshop."),
  email: emailSchema,
  phone: z
    .string()
    .trim()
    .max(40, "Please use at most 40 characters.")
    .transform((text) => text || null)
    .nullable()
    .default(null),
  ...placeShape,
  timeZone: z.string().refine(isTimeZone, "Please choose a time zone from the list."),
};
const days = (most: number) =>
  z.coerce
    .number<unknown>("Please give a number of days.")
    .int("Please give whole days.")
    .min(1, "At least a day.")
    .max(most, `At most ${most} days.`);

export const updateWorkshopSchema = z
  .strictObject({
    version,
    ...workshopShape,
    hourlyRateMinor: minor("Please give what an hour at the bench costs."),
    marginBps: z.coerce.number<unknown>().int().min(0).max(100_000),
    roundToMinor: z.coerce.number<unknown>().int().min(1).max(100_000),
    checkoutMinutes: z.coerce
      .number<unknown>()
      .int()
      .min(30, "At least 30 minutes.")
      .max(1440, "At most a day."),
    proofReminderDays: days(60),
    proofHoldDays: days(90),
    proposalDays: days(60),
    quoteHours: z.coerce.number<unknown>().int().min(1, "At least an hour.").max(720, "At most 30 days."),
  })
  .superRefine(placeIsWhole);

export const setUpWorkshopSchema = z
  .strictObject({
    ...workshopShape,
    currency: z
      .string()
      .trim()
      .toUpperCase()
      .refine((code) => Intl.supportedValuesOf("currency").includes(code), "Please choose a currency."),
    ownerName: personName,
    ownerEmail: emailSchema,
    password: newPasswordSchema,
    /** left empty: the owner's own name, and the owner signs in for this bench */
    artisanName: z.string().trim().max(80, "Please use at most 80 characters.").default(""),
  })
  .superRefine(placeIsWhole);

export type AddArtisanInput = z.output<typeof addArtisanSchema>;
export type UpdateArtisanInput = z.output<typeof updateArtisanSchema>;
export type AddTimeOffInput = z.output<typeof addTimeOffSchema>;
export type RemoveTimeOffInput = z.output<typeof removeTimeOffSchema>;
export type AddClosureInput = z.output<typeof addClosureSchema>;
export type RemoveClosureInput = z.output<typeof removeClosureSchema>;
export type SetMetalPriceInput = z.output<typeof setMetalPriceSchema>;
export type SaveShippingMethodInput = z.output<typeof saveShippingMethodSchema>;
export type UpdateWorkshopInput = z.output<typeof updateWorkshopSchema>;
export type SetUpWorkshopInput = z.output<typeof setUpWorkshopSchema>;

type Block = z.output<typeof blockSchema>;

function overlap(a: Block, b: Block): boolean {
  return a.weekday === b.weekday && a.startMinute < b.endMinute && b.startMinute < a.endMinute;
}

function isTimeZone(name: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat("en", { timeZone: name })) && name.length <= 60;
  } catch {
    return false;
  }
}

function placeIsWhole(
  place: { country: string; postalCode: string; region: string | null },
  context: z.core.$RefinementCtx,
): void {
  refuseWrongParts(place, (path, message) => context.addIssue({ code: "custom", path: [path], message }));
}
