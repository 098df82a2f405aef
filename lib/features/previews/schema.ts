import { differsFromLook, type Pictured, type PicturedAs, pictureOfLook } from "@/lib/domain/pictured";
import { SIDE } from "@/lib/domain/preview";
import { previewSentence, wordsOfSpec } from "@/lib/domain/preview-words";
import { readRig } from "@/lib/domain/rig";
import { showsOtherwise } from "@/lib/domain/rig-slot";
import type { Spec } from "@/lib/domain/spec";

export type PiecePicture = PicturedAs & { src: string; alt: string; width: number; height: number };

/** What is read of a product's pictures, to choose or draw one for a piece. */
export const pieceColumns = {
  src: true,
  alt: true,
  width: true,
  height: true,
  alloyId: true,
  finishId: true,
  rig: true,
} as const;

/** A product's pictures, in their order. */
export const picturesOfPiece = {
  pictures: { orderBy: { position: "asc" }, select: pieceColumns },
} as const;

export type StoredPicture = Omit<PiecePicture, keyof PicturedAs> & Pictured & { rig: unknown };

/** The picture of this very piece: drawn, where its photo can be drawn into; else the photo in its metal and finish, or the nearest. */
export function pictureOfPiece(
  pictures: readonly StoredPicture[],
  spec: Spec,
  specHash: string,
): PiecePicture | null {
  const look = lookOfSpec(spec);
  const photo = pictureOfLook(pictures, look);
  if (!photo) return null;
  const { width, height } = photo;
  const shown = { width, height, ...picturedAs(photo, spec) };
  if (!canBeDrawn(photo, spec)) return { src: photo.src, alt: photo.alt, ...shown };
  return {
    // The files are drawn when they are asked for: app/pictures/pieces.
    src: `/pictures/pieces/${specHash}`,
    alt: previewSentence(wordsOfSpec(spec)),
    // However large its photo is, it is drawn in this size.
    ...{ ...shown, width: SIDE, height: SIDE },
  };
}

/** Metal: a photo that names none may show any, so it counts as another. */
export function picturedAs(photo: Pictured, spec: Spec): PicturedAs {
  return {
    inOrderedMetal: photo.alloyId === spec.metal.id,
    inOrderedFinish: !differsFromLook(photo, lookOfSpec(spec)).finish,
  };
}

export function lookOfSpec({ metal, finish }: Spec) {
  return { metal: metal.id, finish: finish?.id };
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
