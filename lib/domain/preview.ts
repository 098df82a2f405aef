import { measureEngraving, zoneWidthMm } from "@/lib/domain/engraving";
import { checkEngravingText, engravingLines } from "@/lib/domain/engraving-text";
import type { EngravingZone, ProductOptions, StoneSlot } from "@/lib/domain/options";
import { type CutText, type DrawnGlyph, drawFlat, drawText } from "@/lib/domain/preview-text";
import type { Box, Rig, RigSlot } from "@/lib/domain/rig";
import { showsOtherwise } from "@/lib/domain/rig-slot";
import type { OutlineFont } from "@/lib/domain/shape-line";
import { edgeOfZone, type ZoneOutline } from "@/lib/domain/zone-outline";

/** The very piece as a drawing: layers over its photo, lowest first, in a square of SIDE units. */
export type PreviewLayer =
  | { kind: "picture"; src: string; box: Box; tint: string | null }
  /** a stone of which there is no picture, turned by `rot` degrees about its middle */
  | { kind: "gem"; cut: StoneSlot["cut"]; box: Box; rot: number; colour: string }
  /** a setting that the photo shows filled and this piece hasn't: veiled, for it can't be taken out of a photo */
  | { kind: "veil"; box: Box }
  | { kind: "cut"; metal: MetalTone; glyphs: DrawnGlyph[] };

/** What a cut's shadow and lip look like in it. */
export type MetalTone = "yellow" | "rose" | "white";

export type FlatDrawing = {
  zone: string;
  label: string;
  /** of the piece itself where that is known, else of what letters may fill */
  edge: ZoneOutline;
  glyphs: DrawnGlyph[];
  /** the photo shows every letter of it too */
  inPhoto: boolean;
};

export type PieceDrawing = {
  layers: PreviewLayer[];
  /** every engraving in true proportion, the whole of it */
  flat: FlatDrawing[];
};

export type DrawnChoices = {
  stones: readonly { slot: string; stone: string }[];
  engraving: readonly { zone: string; text: CutText }[];
};

/** The drawing's own unit: a thousandth of the photo's width. */
export const SIDE = 1000;

export type PreviewPicture = { alloyId: string | null; rig: Rig | null };

export function drawPiece(
  picture: PreviewPicture,
  { engravingZones: zones, stoneSlots }: Pick<ProductOptions, "engravingZones" | "stoneSlots">,
  choices: DrawnChoices,
  /** the stones' colours, and the size of this very piece */
  facts: { stones: readonly { id: string; colour: string }[]; sizeMm: number | null },
): PieceDrawing {
  const layers = picture.rig ? drawStones(picture.rig, choices.stones, facts.stones, stoneSlots) : [];
  const flat: FlatDrawing[] = [];
  for (const { zone: id, text } of choices.engraving) {
    const zone = zones.find((candidate) => candidate.id === id);
    if (!zone) continue;
    const placement = picture.rig?.zones.find((candidate) => candidate.id === id);
    // A photo shows only what can be made; the flat drawing shows by how much it can't.
    const glyphs = placement && text.fits ? drawText(text, placement, SIDE) : [];
    if (glyphs.length > 0) layers.push({ kind: "cut", metal: toneOf(picture.alloyId), glyphs });
    const whole = drawFlat(text);
    flat.push({
      ...{ zone: id, label: zone.label, edge: edgeOfZone(zone, zoneWidthMm(zone, facts.sizeMm)) },
      glyphs: whole,
      inPhoto: glyphs.length === whole.length,
    });
  }
  return { layers, flat };
}

/**
 * A text in the letters that will be cut; null where it can't be: the field beside it says why. `sizeMm` as for the
 * fit: the ring's inner circumference.
 */
export function cutText(
  zone: EngravingZone,
  choice: { text: string; font: string; heightMm?: number | undefined },
  sizeMm: number | null,
  fonts: { get(id: string): OutlineFont | undefined },
): CutText | null {
  const font = fonts.get(choice.font);
  if (!font || checkEngravingText(choice.text, zone.lines).length > 0) return null;
  const fit = measureEngraving(zone, { ...choice, zone: zone.id }, sizeMm, fonts);
  if (fit.missingGlyphs.length > 0) return null;
  const lines = engravingLines(choice.text).map((line) => font.shape(line));
  return { lines, capHeight: font.capHeight, heightMm: fit.heightMm, fits: fit.fits };
}

function drawStones(
  { slots, settings }: Rig,
  chosen: DrawnChoices["stones"],
  stones: readonly { id: string; colour: string }[],
  stoneSlots: readonly StoneSlot[],
): PreviewLayer[] {
  const stoneOf = (slot: RigSlot) => chosen.find((choice) => choice.slot === slot.id)?.stone;
  const others = slots.filter((slot) => showsOtherwise(slot, stoneOf(slot)));
  if (others.length === 0) return [];
  // Empty settings hide every stone of the photo, so every stone is set again.
  const set = settings ? slots : others;
  return [
    ...(settings
      ? [{ kind: "picture" as const, src: `${settings.src}.webp`, box: settings.box, tint: null }]
      : []),
    ...set.flatMap((slot): PreviewLayer[] => {
      const id = stoneOf(slot);
      const colour = stones.find((stone) => stone.id === id)?.colour;
      if (id === undefined && slot.pictured && !settings)
        return [{ kind: "veil", box: [slot.x0, slot.y0, slot.x1, slot.y1] }];
      if (id === undefined) return [];
      if (!slot.sprite) {
        const { x0, y0, x1, y1, rot = 0 } = slot;
        const cut = stoneSlots.find((candidate) => candidate.id === slot.id)?.cut ?? "round";
        return colour ? [{ kind: "gem", cut, box: [x0, y0, x1, y1], rot, colour }] : [];
      }
      const { src, box, stones: rendered } = slot.sprite;
      if (rendered.includes(id)) return [{ kind: "picture", src: `${src}-${id}.webp`, box, tint: null }];
      return colour ? [{ kind: "picture", src: `${src}-grey.webp`, box, tint: colour }] : [];
    }),
  ];
}

function toneOf(alloyId: string | null): MetalTone {
  if (alloyId?.includes("rose")) return "rose";
  return alloyId?.includes("yellow") ? "yellow" : "white";
}
