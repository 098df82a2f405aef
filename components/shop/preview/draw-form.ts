import type { Fields } from "@/components/shop/personalize/fields";
import { engravingFontLabel, findEngravingFont, outlinesOf } from "@/lib/domain/engraving-fonts";
import { finishLabel } from "@/lib/domain/finish";
import type { OutlineFontData } from "@/lib/domain/outline-font";
import { type Pictured, pictureOfLook } from "@/lib/domain/pictured";
import { cutText, drawPiece } from "@/lib/domain/preview";
import { flatMarkup, previewMarkup } from "@/lib/domain/preview-svg";
import { previewSentence } from "@/lib/domain/preview-words";
import { plainBackMm, zonesLeaving } from "@/lib/domain/resizing";
import type { Rig } from "@/lib/domain/rig";
import { checkRingSize, ringSystems } from "@/lib/domain/ring-size";
import { type OutlineFont, openOutlineFont } from "@/lib/domain/shape-line";
import {
  personalizationFromFields,
  type TypedPersonalization,
} from "@/lib/features/cart/personalization-form";
import type { ProductView } from "@/lib/features/catalog/schema";

export type PreviewedProduct = Pick<ProductView, "name" | "options" | "alloys" | "stones" | "referenceMm"> & {
  pictures: readonly (Pictured & { rig: Rig | null })[];
};

/** Markup for <svg>; the stones apart from the letters, so that typing doesn't touch them. */
export type DrawnForm = {
  stones: string;
  cut: string;
  flat: { zone: string; viewBox: string; markup: string }[];
  label: string;
};

/** Draws what a form's fields say. A font that isn't there yet is fetched, and `onFont` called when it came. */
export function openDrawing(
  product: PreviewedProduct,
  onFont: () => void,
): { draw(fields: Fields): DrawnForm } {
  const fonts = new Map<string, OutlineFont>();
  const asked = new Set<string>();

  const fetchFont = (id: string) => {
    const font = findEngravingFont(id);
    if (!font || asked.has(id)) return;
    asked.add(id);
    fetch(outlinesOf(font))
      .then((response) => response.json())
      .then((data: OutlineFontData) => {
        fonts.set(id, openOutlineFont(data));
        onFont();
      })
      // Asked for again with the next change.
      .catch(() => asked.delete(id));
  };

  return {
    draw(fields) {
      const typed = personalizationFromFields(fields);
      for (const zone of product.options.engravingZones)
        fetchFont(fields[`engraving.${zone.id}.font`] ?? zone.fonts[0] ?? "");
      return drawTyped(product, typed, fonts);
    },
  };
}

const NO_PICTURE = { alloyId: null, rig: null };

/** The same drawing from the same choices, wherever it is made. */
export function drawTyped(
  product: PreviewedProduct,
  typed: TypedPersonalization,
  fonts: { get(id: string): OutlineFont | undefined },
): DrawnForm {
  const { options, stones } = product;
  const zones = zonesLeaving(options.engravingZones, typed.resizable ? plainBackMm(options) : 0);
  const sizeMm = sizeOf(product, typed);
  const picture = pictureOfLook(product.pictures, { metal: typed.metal, finish: typed.finish }) ?? NO_PICTURE;
  const engraving = (typed.engraving ?? []).flatMap((choice) => {
    const zone = zones.find((candidate) => candidate.id === choice.zone);
    const text = zone && cutText(zone, choice, sizeMm, fonts);
    return text ? [{ zone: zone.id, text }] : [];
  });
  const { layers, flat } = drawPiece(
    picture,
    { engravingZones: zones, stoneSlots: options.stoneSlots },
    { stones: typed.stones ?? [], engraving },
    { stones, sizeMm },
  );
  return {
    stones: previewMarkup(layers.filter((layer) => layer.kind !== "cut")),
    cut: previewMarkup(layers.filter((layer) => layer.kind === "cut")),
    flat: flat.map((drawing) => ({ zone: drawing.zone, ...flatMarkup(drawing) })),
    label: sentenceOf(product, typed),
  };
}

/** Until a size is chosen, the size that the design is shown in. */
function sizeOf(
  { options, referenceMm }: PreviewedProduct,
  { size }: Pick<TypedPersonalization, "size">,
): number | null {
  if (options.size?.kind !== "ring") return null;
  const system = ringSystems.find((id) => id === size?.system);
  const parsed = system && size ? checkRingSize(options.size, system, size.value) : null;
  return parsed?.ok ? parsed.mm : referenceMm;
}

function sentenceOf(
  { name, options, alloys, stones }: PreviewedProduct,
  typed: TypedPersonalization,
): string {
  const labelIn = (list: readonly { id: string; label: string }[], id: string | undefined) =>
    list.find((entry) => entry.id === id)?.label ?? "";
  return previewSentence({
    product: name,
    metal: labelIn(alloys, typed.metal),
    finish: typed.finish ? finishLabel(typed.finish) : null,
    stones: (typed.stones ?? []).map(({ stone }) => labelIn(stones, stone)),
    motif: typed.motif ? labelIn(options.motifs, typed.motif) : null,
    engraving: (typed.engraving ?? []).map(({ zone, text, font }) => ({
      zone: labelIn(options.engravingZones, zone),
      text,
      font: engravingFontLabel(font),
    })),
  });
}
