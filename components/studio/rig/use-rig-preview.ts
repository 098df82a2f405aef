import { useEffect, useState } from "react";
import { findEngravingFont, outlinesOf } from "@/lib/domain/engraving-fonts";
import type { OutlineFontData } from "@/lib/domain/outline-font";
import { cutText, drawPiece } from "@/lib/domain/preview";
import { previewMarkup } from "@/lib/domain/preview-svg";
import type { Rig } from "@/lib/domain/rig";
import { type OutlineFont, openOutlineFont } from "@/lib/domain/shape-line";
import type { PictureToRig } from "@/lib/features/catalog/rig-schema";

export type Sample = {
  words: string;
  font: string;
  /** in every slot that takes it; "": as the photo shows them */
  stone: string;
};

const noFonts: ReadonlyMap<string, OutlineFont> = new Map();

/** Sample words and stones through the renderer that shop, bag and bench ticket use. */
export function useRigPreview(
  { picture, options, stones, referenceMm }: PictureToRig,
  rig: Rig | null,
  { words, font: id, stone }: Sample,
): { markup: string; tooLong: string[] } {
  const [fonts, setFonts] = useState(noFonts);

  useEffect(() => {
    const font = findEngravingFont(id);
    if (!font) return;
    let gone = false;
    fetch(outlinesOf(font))
      .then((response) => response.json())
      .then((data: OutlineFontData) => {
        if (!gone) setFonts((before) => new Map(before).set(id, openOutlineFont(data)));
      })
      // Offline: the lines are there to draw by, and letters come with the next typeface that is chosen.
      .catch(() => undefined);
    return () => {
      gone = true;
    };
  }, [id]);

  const sizeMm = options.size?.kind === "ring" ? referenceMm : null;
  const engraving = options.engravingZones.flatMap((zone) => {
    const text = cutText(zone, { text: words, font: id }, sizeMm, fonts);
    return text ? [{ zone: zone.id, text }] : [];
  });
  const chosen = options.stoneSlots.flatMap((slot) => {
    const pictured = rig?.slots.find((candidate) => candidate.id === slot.id)?.pictured;
    const shown = stone !== "" && slot.allowed.includes(stone) ? stone : (pictured ?? slot.default);
    return [{ slot: slot.id, stone: shown }];
  });
  const { layers } = drawPiece(
    { alloyId: picture.alloyId, rig },
    options,
    { stones: chosen, engraving },
    { stones, sizeMm },
  );
  return {
    markup: previewMarkup(layers),
    tooLong: engraving.flatMap(({ zone, text }) => (text.fits ? [] : [zone])),
  };
}
