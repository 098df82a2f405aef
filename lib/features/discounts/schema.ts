import { z } from "zod";

const id = z.string().min(1).max(60);
const version = z.coerce.number<unknown>().int().min(0);
const optionalDay = z
  .string()
  .trim()
  .transform((typed) => typed || null)
  .pipe(z.iso.date("Please give a day, or leave it empty.").nullable());
const optionalCount = (words: string) =>
  z
    .string()
    .trim()
    .regex(/^\d{0,6}$/, words)
    .transform((typed) => (typed === "" ? null : Number(typed)))
    .refine((count) => count === null || count >= 1, words);

export const saveDiscountSchema = z
  .strictObject({
    /** "" with version 0: a new one */
    id: id.or(z.literal("")),
    version,
    code: z
      .string("Please type a code.")
      .trim()
      .toUpperCase()
      .regex(/^[A-Z0-9-]{3,30}$/, "3 to 30 letters, digits and dashes, please."),
    kind: z.enum(["PERCENT", "AMOUNT"], "Please choose per cent or an amount."),
    /** basis points, or minor units */
    value: z
      .int("Please give a number, such as 10 or 12.50.")
      .min(1, "Please take off more than nothing.")
      .max(10_000_000, "That is too much."),
    fromDay: optionalDay,
    untilDay: optionalDay,
    minimumMinor: z.int("Please give an amount, such as 50.00.").min(0).max(10_000_000, "That is too much."),
    maxUses: optionalCount("A whole number from 1, or nothing for no limit."),
    maxUsesPerEmail: optionalCount("A whole number from 1, or nothing for no limit."),
    productIds: z.array(id).max(500),
  })
  .refine(({ kind, value }) => kind !== "PERCENT" || value <= 10_000, {
    path: ["value"],
    message: "At most 100 per cent.",
  })
  .refine(({ fromDay, untilDay }) => !fromDay || !untilDay || fromDay <= untilDay, {
    path: ["untilDay"],
    message: "The last day must not be before the first.",
  });
export type SaveDiscountInput = z.output<typeof saveDiscountSchema>;

export const pauseDiscountSchema = z.strictObject({
  id,
  version,
  paused: z.enum(["yes", "no"]).transform((word) => word === "yes"),
});
export type PauseDiscountInput = z.output<typeof pauseDiscountSchema>;

export type DiscountView = {
  id: string;
  version: number;
  code: string;
  kind: "PERCENT" | "AMOUNT";
  value: number;
  fromDay: string | null;
  untilDay: string | null;
  minimumMinor: number;
  maxUses: number | null;
  maxUsesPerEmail: number | null;
  productIds: string[];
  uses: number;
  paused: boolean;
  /** of paid orders */
  givenMinor: number;
};
export type DiscountList = {
  codes: DiscountView[];
  products: { id: string; name: string }[];
  currency: string;
};
