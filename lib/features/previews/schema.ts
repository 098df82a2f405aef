import { pictureInMetal, SIDE } from "@/lib/domain/preview";
import { previewSentence, wordsOfSpec } from "@/lib/domain/preview-words";
import { readRig } from "@/lib/domain/rig";
import { showsOtherwise } from "@/lib/domain/rig-slot";
import type { Spec } from "@/lib/domain/spec";

export type PiecePicture = {
  src: string;
  alt: string;
  width: number;
  height: number;
  /** false: it shows the design in another metal */
  inOrderedMetal: boolean;
};

/** What is read of a product's pictures, to choose or draw one for a piece. */
export const pieceColumns = {
  src: true,
  alt: true,
  width: true,
  height: true,
  alloyId: true,
  rig: true,
} as const;

type StoredPicture = Omit<PiecePicture, "inOrderedMetal"> & { alloyId: string | null; rig: unknown };

/** The picture of this very piece: drawn, where its photo can be drawn into; else the photo in its metal, or the first. */
export function pictureOfPiece(
  pictures: readonly StoredPicture[],
  spec: Spec,
  specHash: string,
): PiecePicture | null {
  const photo = pictureInMetal(pictures, spec.metal.id);
  if (!photo) return null;
  const { width, height } = photo;
  const inOrderedMetal = photo.alloyId === spec.metal.id;
  if (!canBeDrawn(photo, spec)) return { src: photo.src, alt: photo.alt, width, height, inOrderedMetal };
  return {
    // The files are drawn when they are asked for: app/pictures/pieces.
    src: `/pictures/pieces/${specHash}`,
    alt: previewSentence(wordsOfSpec(spec)),
    // However large its photo is, it is drawn in this size.
    ...{ width: SIDE, height: SIDE, inOrderedMetal },
  };
}

function canBeDrawn(photo: StoredPicture, spec: Spec): boolean {
  // Letters that the photo has no place for are drawn at its foot, true to scale.
  if (spec.engraving.length > 0) return true;
  const rig = readRig(photo.rig);
  if (!rig) return false;
  return rig.slots.some((slot) =>
    showsOtherwise(slot, spec.stones.find((choice) => choice.slot.id === slot.id)?.stone.id),
  );
}
