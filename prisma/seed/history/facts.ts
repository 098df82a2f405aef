import type { AlloyFacts } from "@/lib/domain/alloy";
import type { IsoDate } from "@/lib/domain/calendar-days";
import type { EngravingFaces } from "@/lib/domain/engraving";
import type { ProductOptions } from "@/lib/domain/options";
import type { PriceRule, ProductRouting } from "@/lib/domain/product";
import type { StageFacts } from "@/lib/domain/routing";
import type { sampleWorkshop } from "../sample-workshop";
import type { MetalPriceRow } from "./metal-prices";

export type HistoryProduct = {
  id: string;
  slug: string;
  name: string;
  options: ProductOptions;
  priceRule: PriceRule;
  routing: ProductRouting;
  editionSize: number | null;
};

export type HistoryArtisan = {
  id: string;
  name: string;
  userId: string;
  role: "OWNER" | "ARTISAN";
  skills: readonly string[];
  hours: readonly { weekday: number; startMinute: number; endMinute: number }[];
  /** `known` from that day on: illness isn't announced */
  timeOff: readonly { from: IsoDate; to: IsoDate; reason: string; known: IsoDate }[];
};

export type HistoryMethod = {
  id: string;
  label: string;
  carrier: string;
  countries: readonly string[];
  priceMinor: number;
  typicalDays: number;
  slowDays: number;
  trackingUrl: string | null;
};

/** All that the invented year is made from: the shop as it was set up. */
export type HistoryFacts = {
  workshop: typeof sampleWorkshop;
  stages: readonly (StageFacts & { buyerLabel: string })[];
  alloys: readonly AlloyFacts[];
  prices: readonly MetalPriceRow[];
  stones: readonly { id: string; label: string; floorMinor: number; perCubicMmMinor: number }[];
  homeTax: { label: string; rateBps: number };
  methods: readonly HistoryMethod[];
  products: readonly HistoryProduct[];
  /** in the order in which free hands are asked */
  artisans: readonly HistoryArtisan[];
  closures: readonly IsoDate[];
  holidays: readonly IsoDate[];
  faces: EngravingFaces;
  nowMs: number;
};

export const MINUTE_MS = 60_000;
export const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;
