import type { ProductOptions } from "@/lib/domain/options";
import { cutText, drawPiece, type PieceDrawing, type PreviewPicture } from "@/lib/domain/preview";
import type { OutlineFont } from "@/lib/domain/shape-line";
import { type Spec, zonesOfSpec } from "@/lib/domain/spec";

/** A frozen spec drawn, with its letters at the height that was frozen. */
export function drawSpec(
  spec: Spec,
  picture: PreviewPicture,
  options: Pick<ProductOptions, "engravingZones" | "stoneSlots">,
  facts: {
    stones: readonly { id: string; colour: string }[];
    fonts: { get(id: string): OutlineFont | undefined };
  },
): PieceDrawing {
  const sizeMm = spec.size?.kind === "ring" ? spec.size.mm : null;
  const engravingZones = zonesOfSpec(spec, options);
  const engraving = spec.engraving.flatMap(({ zone: { id }, text, font, heightMm }) => {
    // A place that the product no longer has is told in words alone.
    const zone = engravingZones.find((candidate) => candidate.id === id);
    const cut = zone && cutText(zone, { text, font: font.id, heightMm }, sizeMm, facts.fonts);
    return cut ? [{ zone: id, text: cut }] : [];
  });
  const stones = spec.stones.map(({ slot, stone }) => ({ slot: slot.id, stone: stone.id }));
  return drawPiece(
    picture,
    { ...options, engravingZones },
    { stones, engraving },
    { stones: facts.stones, sizeMm },
  );
}
