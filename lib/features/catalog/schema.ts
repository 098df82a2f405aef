import type { Alternatives } from "@/lib/domain/alternatives";
import type { ChoiceDays } from "@/lib/domain/choice-days";
import type { ProductOptions } from "@/lib/domain/options";
import type { Personalization } from "@/lib/domain/personalization";
import type { Focus } from "@/lib/domain/picture-crop";
import type { PriceLine } from "@/lib/domain/price";
import type { Materials, ProductKind } from "@/lib/domain/product";
import type { ProofSetting } from "@/lib/domain/proof";
import type { Rig } from "@/lib/domain/rig";
import type { RoutingStage } from "@/lib/domain/routing";
import type { FacetName, ShopFilter } from "@/lib/features/catalog/shop-filter";

/** What pages and components see of the catalogue: plain data, no rows, no dates as objects. */

export type Choice = { id: string; label: string };

export type PictureView = {
  /** path without width and ending: lib/domain/picture-files.ts knows its files */
  src: string;
  width: number;
  height: number;
  alt: string;
  /** the alloy it shows; null = any */
  alloyId: string | null;
  /** the finish it shows; null = any */
  finishId: string | null;
  /** what must stay in sight where only a part of it is shown; in the middle unless told */
  focus?: Focus;
  /** a data: address to show until it has come */
  placeholder?: string;
};

/** With where stones and engraving sit in it; null where nobody has said. */
export type RiggedPictureView = PictureView & { rig: Rig | null };

export type AlloyView = Choice & { colour: string; metal: string };
/** `colour` is CSS; `origin` is told word for word */
export type StoneView = Choice & { colour: string; origin: string };

export type ProductCardView = {
  slug: string;
  name: string;
  kind: ProductKind;
  makerName: string;
  priceFromMinor: number;
  currency: string;
  /** at most two: the second shows the piece differently */
  pictures: PictureView[];
  metals: Choice[];
};

export type FacetValueView = Choice & { count: number; chosen: boolean };
export type FacetView = { name: FacetName; values: FacetValueView[] };

export type ListingView = {
  products: ProductCardView[];
  total: number;
  page: number;
  pages: number;
  facets: FacetView[];
  /** what was asked for and doesn't exist: the page says so and answers the rest */
  unknown: { name: FacetName; value: string }[];
  /** the question without what is unknown */
  filter: ShopFilter;
  /** where parcels go, home first */
  destinations: { code: string; name: string }[];
  /** only where a day was asked for */
  inTime?: InTimeView;
};

export type InTimeView =
  /** the day or the country can't be answered, in words */
  | { ok: false; field: "needBy" | "country"; message: string }
  | {
      ok: true;
      day: string;
      place: string;
      delivery: string;
      /** another delivery there is quicker than the one that is counted with */
      quicker: string | null;
      /** the share of pieces that are there by the day, by slug; null: no date can be given, or (not `current`) not yet */
      chances: Record<string, number | null>;
      /** every design's days are of this very queue; else some are being worked out */
      current: boolean;
      /** where they aren't current: the moment of the oldest, in the workshop's time; null: there are none yet */
      asOf: string | null;
    };

export type MakerCardView = {
  slug: string;
  name: string;
  tagline: string;
  location: string;
  sinceYear: number;
  picture: { src: string; alt: string };
};

export type MakerView = MakerCardView & {
  story: string;
  tradition: string;
  techniques: Choice[];
  products: ProductCardView[];
};

export type ProductView = {
  slug: string;
  name: string;
  kind: ProductKind;
  summary: string;
  story: string;
  making: string;
  variationNote: string;
  care: string;
  materials: Materials;
  techniques: Choice[];
  occasions: Choice[];
  motifs: Choice[];
  editionSize: number | null;
  priceFromMinor: number;
  currency: string;
  pictures: RiggedPictureView[];
  maker: MakerCardView;
  options: ProductOptions;
  /** those that `options` offers, in the workshop's order */
  alloys: AlloyView[];
  stones: StoneView[];
  /** the size that the design is weighed and shown in; null without sizes */
  referenceMm: number | null;
  /** whose size system a form starts with */
  homeCountry: string;
  /** whether the customer sees a proof before it is made */
  proof: ProofSetting;
  /** more from the same maker, then of the same kind */
  related: ProductCardView[];
};

export type GuideCardView = {
  slug: string;
  title: string;
  summary: string;
  picture: { src: string; alt: string };
};
export type GuideView = GuideCardView & { body: string };

export type CollectionCardView = {
  slug: string;
  name: string;
  summary: string;
  pieces: number;
  picture: PictureView | null;
};
export type CollectionView = { slug: string; name: string; summary: string; products: ProductCardView[] };

export type HomeView = {
  /** the picture that stands for the shop */
  lead: ProductCardView | null;
  products: ProductCardView[];
  kinds: { kind: ProductKind; label: string; count: number; picture: PictureView | null }[];
  makers: MakerCardView[];
  collections: CollectionCardView[];
};

/** The workshop as the public may know it: imprint, structured data, the maker's address on each offer. */
export type ShopIdentityView = {
  name: string;
  email: string;
  phone: string | null;
  /** as on an envelope: the name first, the country last */
  addressLines: string[];
  city: string;
  country: string;
  timeZone: string;
  currency: string;
  /** false until the owner has set the shop up */
  ready: boolean;
};

/** What an order placed now could be told. Days as "2026-12-08". */
export type ArrivalView = { shipBy: string; arrives: { p50: string; p90: string } };

/** The same of the sample; why there is no day, in words; and the day that each choice would make it. */
export type UsualArrival = { arrival: ArrivalView | null; noDateBecause: string | null; days: ChoiceDays };

/** What can be said of a product before anything has been chosen: prices and stages of a sample of it. */
export type OfferView = {
  /** the sample's choices: what a form starts from, and what fills in for what isn't chosen yet */
  sample: Personalization;
  /** the same in words */
  sampleWords: string;
  totalMinor: number;
  lines: PriceLine[];
  /** what the sample would cost with one choice made otherwise */
  alternatives: Alternatives;
  /** what an engraving adds, by place */
  letters: Record<string, { baseMinor: number; perCharacterMinor: number }>;
  stages: Pick<RoutingStage, "stage" | "label" | "kind" | "typicalMinutes" | "badDayMinutes">[];
};
