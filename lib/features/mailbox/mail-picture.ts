import { z } from "zod";
import { pictureNote, pictureOfLook } from "@/lib/domain/pictured";
import { previewSentence, wordsOfSpec } from "@/lib/domain/preview-words";
import { readSpec } from "@/lib/domain/spec";
import { lookOfSpec, picturedAs, type StoredPicture } from "@/lib/features/previews/schema";

type OrderedLine = {
  gift: boolean;
  specHash: string;
  spec: { canonical: string };
  product: { pictures: readonly StoredPicture[] };
};

export const mailPictureSchema = z.strictObject({
  ...{ specHash: z.string(), alt: z.string() },
  /** what of it isn't as the piece will be; mails that were queued before there was one have none */
  note: z.string().nullable().default(null),
});
export type MailPicture = z.infer<typeof mailPictureSchema>;

/**
 * The very piece, for a mail about it, with what its photo shows otherwise. A present is told in words alone: mails
 * are open on kitchen tables.
 */
export function mailPicture({ gift, specHash, spec: stored, product }: OrderedLine): MailPicture | null {
  if (gift) return null;
  const spec = readSpec(stored.canonical);
  const photo = pictureOfLook(product.pictures, lookOfSpec(spec));
  const note = photo ? pictureNote(picturedAs(photo, spec)) : null;
  return { specHash, alt: previewSentence(wordsOfSpec(spec)), note };
}
