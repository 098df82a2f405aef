import { engravingInWords } from "@/lib/domain/engraving-words";
import { andList, lowerFirst } from "@/lib/domain/sentence";
import type { Spec } from "@/lib/domain/spec";

/** What a picture of the very piece shows, for whoever can't see it. */
export type PreviewWords = {
  product: string;
  metal: string;
  finish: string | null;
  stones: readonly string[];
  motif: string | null;
  engraving: readonly { zone: string; text: string; font: string }[];
};

/** "Trio ring in sterling silver, polished, with ruby and opal. Engraving, inside: “Ada” in Garamond." */
export function previewSentence({ product, metal, finish, stones, motif, engraving }: PreviewWords): string {
  const parts = [
    `${product} in ${lowerFirst(metal)}`,
    ...(finish ? [lowerFirst(finish)] : []),
    ...(stones.length > 0 ? [`with ${andList(stones.map(lowerFirst))}`] : []),
  ];
  const cut = engraving.map(
    ({ zone, text, font }) => ` Engraving, ${lowerFirst(zone)}: ${engravingInWords(text)} in ${font}.`,
  );
  const drawn = motif ? ` Motif: ${lowerFirst(motif)}.` : "";
  return `${parts.join(", ")}.${drawn}${cut.join("")}`;
}

export function wordsOfSpec(spec: Spec): PreviewWords {
  return {
    product: spec.product.name,
    metal: spec.metal.label,
    finish: spec.finish.label,
    stones: spec.stones.map(({ stone }) => stone.label),
    motif: spec.motif?.label ?? null,
    engraving: spec.engraving.map(({ zone, text, font }) => ({
      zone: zone.label,
      text,
      font: font.label,
    })),
  };
}
