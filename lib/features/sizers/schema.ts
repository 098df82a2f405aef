import { z } from "zod";
import { addressShape, refuseWrongParts, tidyPostalCode } from "@/lib/domain/address";

/** Kept so long, for a sizer that gets lost; then name and address are deleted. */
export const SIZER_KEPT_DAYS = 90;

export const askForSizerSchema = z
  .strictObject({
    email: z
      .string("We need an e-mail address, to tell you when it’s in the post.")
      .transform((typed) => typed.trim().toLowerCase())
      .pipe(
        z
          .email("That doesn’t look like an e-mail address; they look like ada@example.com.")
          .max(254, "That’s longer than an e-mail address can be."),
      ),
    ...addressShape,
    /** the piece they were looking at */
    piece: z
      .string()
      .regex(/^([a-z0-9]+(-[a-z0-9]+)*)?$/, "We don’t know that piece.")
      .max(120, "We don’t know that piece.")
      .default(""),
  })
  .superRefine((form, context) => {
    refuseWrongParts(form, (path, message) => context.addIssue({ code: "custom", path: [path], message }));
  })
  .transform((form) => ({ ...form, postalCode: tidyPostalCode(form.country, form.postalCode) }));
export type AskForSizer = z.output<typeof askForSizerSchema>;

export const sizerIdSchema = z.strictObject({ sizerId: z.string().min(1).max(40) });

/** One to be put into an envelope, or that was. */
export type SizerView = {
  sizerId: string;
  /** as on an envelope, a line each */
  address: string[];
  productName: string | null;
  requestedAt: string;
  postedAt: string | null;
};
