import { z } from "zod";
import type { AlloyFacts } from "@/lib/domain/alloy";
import type { IsoDate } from "@/lib/domain/calendar-days";
import type { StageFacts } from "@/lib/domain/routing";

/** Views: plain data, safe to cache and to send. Moments are ISO instants, days "YYYY-MM-DD". */

export type WorkshopView = {
  name: string;
  email: string;
  phone: string | null;
  line1: string;
  line2: string | null;
  city: string;
  region: string | null;
  postalCode: string;
  country: string;
  timeZone: string;
  currency: string;
  hourlyRateMinor: number;
  marginBps: number;
  roundToMinor: number;
  checkoutMinutes: number;
  /** how long the price of what lies in a bag is kept, though metal has become dearer */
  quoteHours: number;
  hallmarkCountry: string | null;
  proofReminderDays: number;
  proofHoldDays: number;
  proposalDays: number;
  version: number;
};

/** What the buyer reads while the stage is under way stands beside what routing needs. */
export type StageView = StageFacts & { buyerLabel: string };

export type StoneView = {
  id: string;
  label: string;
  origin: string;
  floorMinor: number;
  perCubicMmMinor: number;
  colour: string;
};

export type TaxRateView = { country: string; label: string; rateBps: number };

export type ShippingMethodView = {
  id: string;
  label: string;
  carrier: string;
  /** ISO alpha-2; "*": everywhere not named by another method */
  countries: string[];
  priceMinor: number;
  typicalDays: number;
  slowDays: number;
  trackingUrl: string | null;
  active: boolean;
};

/** For whoever changes it: `version` is what the screen showed. */
export type StudioShippingMethod = ShippingMethodView & { version: number };

export type DayView = { date: IsoDate; name: string };

/** All that pages, prices and promises know of the workshop. Alloys without a price in force can't be sold: left out. */
export type WorkshopFacts = {
  workshop: WorkshopView;
  stages: StageView[];
  alloys: AlloyFacts[];
  stones: StoneView[];
  taxRates: TaxRateView[];
  /** active ones */
  shippingMethods: ShippingMethodView[];
  /** the workshop's own closed days, from 60 days ago */
  closures: DayView[];
  /** public holidays of its country, last year to three years ahead: workshop closed, carriers at rest */
  holidays: DayView[];
};

/** Inputs of the bench. `version` is the one that was on the screen. */

const id = z.string().min(1).max(40);
const version = z.coerce.number<unknown>().int().min(1);
const position = z.coerce.number<unknown>().int().min(0).max(200);
const text = (most: number, missing: string) =>
  z
    .string(missing)
    .trim()
    .min(1, missing)
    .max(most, `Please use at most ${most.toLocaleString("en-GB")} characters.`);
/** left empty: the clock knows */
const minutes = z
  .union([z.literal("").transform(() => null), z.null(), z.coerce.number<unknown>()])
  .pipe(
    z
      .number()
      .int("Please give whole minutes.")
      .min(0, "Please give minutes.")
      .max(200_000, "That is too long.")
      .nullable(),
  )
  .default(null);

export const jobSchema = z.strictObject({ jobId: id, version });
export const startStageSchema = z.strictObject({
  jobId: id,
  version,
  position,
  /** in whose hands; left empty: one's own */
  artisanId: z
    .string()
    .max(40)
    .transform((value) => value || null)
    .default(null),
});
export const putBackStageSchema = z.strictObject({ jobId: id, version, position });
export const finishStageSchema = z.strictObject({ jobId: id, version, position, minutes });
export const recordCheckSchema = z
  .strictObject({
    jobId: id,
    version,
    position,
    result: z.enum(["passed", "failed"], "Please say whether the piece passed."),
    note: z.string().trim().max(1000, "Please use at most 1,000 characters.").default(""),
    minutes,
  })
  .refine(({ result, note }) => result === "passed" || note !== "", {
    path: ["note"],
    message: "Please say what is wrong, for whoever polishes it again.",
  });
export const holdJobSchema = z.strictObject({
  jobId: id,
  version,
  reason: text(300, "Please say why, for whoever finds it on hold."),
});
export const setRushSchema = z.strictObject({ jobId: id, version, rush: z.stringbool().or(z.boolean()) });
export const addNoteSchema = z.strictObject({ jobId: id, body: text(2000, "Please write something.") });
export const photoCaptionSchema = z.strictObject({
  jobId: id,
  caption: z.string().trim().max(200, "Please use at most 200 characters.").default(""),
});
export const setPhotoVisibleSchema = z.strictObject({ photoId: id, visible: z.stringbool().or(z.boolean()) });
export const shipOrderSchema = z.strictObject({
  orderId: id,
  jobIds: z.array(id).min(1, "Please choose what is in the parcel.").max(100),
  carrier: text(60, "Please name the carrier."),
  trackingNumber: text(60, "Please give the tracking number."),
});
export const noticeDelaySchema = z.strictObject({
  orderId: id,
  /** which of its parcels is late; the only one, where it isn't said */
  parcel: z
    .string()
    .regex(/^[1-9]\d?$/, "Please say which parcel.")
    .transform(Number)
    .optional(),
  /** null: nobody knows yet */
  newShipBy: z
    .union([z.literal("").transform(() => null), z.null(), z.iso.date("Please give a day.")])
    .default(null),
  reason: text(500, "Please say why; the buyer reads it."),
});

export type JobInput = z.output<typeof jobSchema>;
export type StartStageInput = z.output<typeof startStageSchema>;
export type PutBackStageInput = z.output<typeof putBackStageSchema>;
export type FinishStageInput = z.output<typeof finishStageSchema>;
export type RecordCheckInput = z.output<typeof recordCheckSchema>;
export type HoldJobInput = z.output<typeof holdJobSchema>;
export type SetRushInput = z.output<typeof setRushSchema>;
export type AddNoteInput = z.output<typeof addNoteSchema>;
export type SetPhotoVisibleInput = z.output<typeof setPhotoVisibleSchema>;
export type ShipOrderInput = z.output<typeof shipOrderSchema>;
export type NoticeDelayInput = z.output<typeof noticeDelaySchema>;
