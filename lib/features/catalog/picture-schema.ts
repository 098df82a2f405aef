import { z } from "zod";
import type { Focus } from "@/lib/domain/picture-crop";
import type { Choice } from "@/lib/features/catalog/schema";

/** A photo that came in, as the studio shows it. `at` is where a small copy of all of it is found. */
export type StudioUpload = {
  id: string;
  look: string;
  width: number;
  height: number;
  focus: Focus;
  status: "PROCESSING" | "READY" | "FAILED";
  failure: string | null;
};

/** In the shop. `upload`: null for pictures of the sample shop, of which there is no larger photo. */
export type StudioPicture = {
  id: string;
  src: string;
  width: number;
  alt: string;
  alloyId: string | null;
  finishId: string | null;
  zones: string[];
  stones: string[];
  upload: StudioUpload | null;
};

/** Not in the shop yet. */
export type StudioDraft = {
  upload: StudioUpload;
  alt: string;
  alloyId: string | null;
  finishId: string | null;
  /** it goes there as soon as its sizes are made */
  publish: boolean;
  /** the picture that it was sent to take the place of */
  replaces: string | null;
};

/** A product's photos, and how much is drawn into each. */
export type StudioPictures = {
  slug: string;
  name: string;
  version: number;
  /** it is in the shop, which shows its pictures */
  onSale: boolean;
  /** nothing can be drawn where neither stones nor engraving can be chosen */
  drawable: boolean;
  alloys: Choice[];
  finishes: Choice[];
  pictures: StudioPicture[];
  drafts: StudioDraft[];
};

const of = {
  slug: z.string().min(1).max(100),
  version: z.coerce.number<unknown>().int().min(1),
};
const id = z.string().min(1).max(40);
const notPercent = "Give a whole number from 0 to 100.";
const percent = z
  .string(notPercent)
  .regex(/^(100|[1-9]?\d)$/, notPercent)
  .transform((typed) => Number(typed) / 100);

const anyOr = z
  .string()
  .max(60)
  .transform((typed) => typed || null);

const words = {
  alt: z
    .string("Say what the picture shows.")
    .transform((typed) => typed.replace(/\s+/g, " ").trim())
    .pipe(z.string().max(300, "300 characters at most.")),
  /** "" where it may be any metal, any finish */
  alloyId: anyOr,
  finishId: anyOr,
};
const focus = { focusX: percent, focusY: percent };

/** What a picture in the shop is said to show. Without a focus: it was never uploaded, so there is nothing to cut. */
export const savePictureSchema = z.strictObject({
  ...of,
  picture: id,
  ...words,
  alt: words.alt.pipe(
    z.string().min(1, "Say what the picture shows: it is read out to people who can’t see it."),
  ),
  /** the photo that the focus is chosen in: another may take its place meanwhile */
  upload: id.optional(),
  focusX: percent.optional(),
  focusY: percent.optional(),
});
export type SavePictureInput = z.output<typeof savePictureSchema>;

/** The same of one that isn't there yet; `publish` puts it there, and then it needs its words. */
export const saveDraftSchema = z
  .strictObject({
    ...of,
    upload: id,
    ...words,
    ...focus,
    intent: z.enum(["keep", "publish"]).default("keep"),
  })
  .refine(({ alt, intent }) => intent === "keep" || alt !== "", {
    path: ["alt"],
    message:
      "Say what the picture shows before it goes into the shop: it is read out to people who can’t see it.",
  });
export type SaveDraftInput = z.output<typeof saveDraftSchema>;

export const movePictureSchema = z.strictObject({ ...of, picture: id, to: z.enum(["earlier", "later"]) });
export type MovePictureInput = z.output<typeof movePictureSchema>;

export const removePictureSchema = z.strictObject({ ...of, picture: id });
export type RemovePictureInput = z.output<typeof removePictureSchema>;

export const draftSchema = z.strictObject({ slug: of.slug, upload: id });
export type DraftInput = z.output<typeof draftSchema>;
