import { z } from "zod";

/** What an upload led to, in the address that the form comes back to (?photo=added). */
export const uploadAnswers = {
  added: "The photo is added.",
  "too-large": "This photo is too large. Please send one under 15 MB.",
  "not-a-photo": "We can’t read this as a photo. JPEG, PNG and WebP work.",
  missing: "Please choose a photo first.",
  "not-found": "This piece isn’t there any more.",
} as const;
export type UploadAnswer = keyof typeof uploadAnswers;

/** The form's words; its file is read apart. `number` only says where to come back to. */
export const uploadSchema = z.strictObject({
  jobId: z.string().min(1).max(40),
  number: z
    .string()
    .regex(/^[A-Z]{1,6}-\d{1,9}-\d{1,4}$/)
    .optional(),
  caption: z.string().trim().max(200, "Please use at most 200 characters.").default(""),
});
