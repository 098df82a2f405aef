import type { z } from "zod";
import type { productOptionsSchema } from "@/lib/domain/options";
import type { Materials, PriceRule, ProductKind, ProductRouting } from "@/lib/domain/product";

export type OptionsInput = z.input<typeof productOptionsSchema>;
export type EngravingZoneInput = OptionsInput["engravingZones"][number];
export type StoneSlotInput = OptionsInput["stoneSlots"][number];
export type MakerSlug = "rosalind-alder" | "kit-finch" | "maud-osei";

export type SamplePicture = {
  /** file in public/pictures without width and ending */
  name: string;
  alt: string;
  /** the alloy that the picture shows; null where a piece mixes them */
  alloyId: string | null;
  /** left out: the product's usual one */
  finishId?: string;
  /** left out: 1000 */
  width?: number;
  /** the picture whose rig it shares; left out: its own */
  rig?: string;
};

export type SampleProduct = {
  slug: string;
  name: string;
  kind: ProductKind;
  maker: MakerSlug;
  summary: string;
  story: string;
  making: string;
  variationNote: string;
  care: string;
  materials: Materials;
  techniques: string[];
  motifs: string[];
  occasions: string[];
  options: OptionsInput;
  priceRule: PriceRule;
  routing: ProductRouting;
  editionSize?: number;
  pictures: SamplePicture[];
};

export type SampleMaker = {
  slug: MakerSlug;
  name: string;
  tagline: string;
  story: string;
  tradition: string;
  techniques: string[];
  location: string;
  sinceYear: number;
  picture: string;
  pictureAlt: string;
};

export type SampleGuide = {
  slug: string;
  title: string;
  summary: string;
  body: string;
  picture: string;
  pictureAlt: string;
};

export type SampleCollection = { slug: string; name: string; summary: string; products: string[] };
