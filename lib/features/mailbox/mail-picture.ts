import { previewSentence, wordsOfSpec } from "@/lib/domain/preview-words";
import { readSpec } from "@/lib/domain/spec";

type OrderedLine = { gift: boolean; specHash: string; spec: { canonical: string } };

/** The very piece, for a mail about it. A present is told in words alone: mails are open on kitchen tables. */
export function mailPicture({ gift, specHash, spec }: OrderedLine): { specHash: string; alt: string } | null {
  return gift ? null : { specHash, alt: previewSentence(wordsOfSpec(readSpec(spec.canonical))) };
}
