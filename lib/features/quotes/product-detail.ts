import type { Temporal } from "temporal-polyfill";
import { findEngravingFont } from "@/lib/domain/engraving-fonts";
import { finishLabel } from "@/lib/domain/finish";
import { lengthSystems } from "@/lib/domain/length";
import type { EngravingZone, ProductOptions, SizeOption } from "@/lib/domain/options";
import type { ProductRouting } from "@/lib/domain/product";
import { plainBackMm } from "@/lib/domain/resizing";
import { ringSystems } from "@/lib/domain/ring-size";
import { recentProduct, recentWorkshopFacts } from "@/lib/features/quotes/facts";
import { type ProductDetailView, slugSchema } from "@/lib/features/quotes/schema";
import type { WorkshopFacts } from "@/lib/features/workshop/schema";

type Options = ProductDetailView["options"];

/** All that somebody needs to know to ask for a quote. Null where nothing of that name is on sale. */
export async function getProductDetail(
  slug: string,
  now: Temporal.Instant,
): Promise<ProductDetailView | null> {
  if (!slugSchema.safeParse(slug).success) return null;
  const [product, facts] = await Promise.all([recentProduct(slug, now), recentWorkshopFacts(now)]);
  if (!product || !facts) return null;
  const { name, kind, priceFromMinor, maker, options, routing } = product;
  return {
    ...{ slug, name, kind, priceFromMinor, maker },
    currency: facts.workshop.currency,
    options: viewOptions(options, facts),
    required: requiredKeys(options),
    routing: viewRouting(routing, facts),
  };
}

function viewOptions(options: ProductOptions, facts: WorkshopFacts): Options {
  const finishes = new Set(options.metals.flatMap((metal) => metal.finishes));
  const { size } = options;
  return {
    metals: facts.alloys
      .filter((alloy) => options.metals.some((metal) => metal.alloy === alloy.id))
      .map(({ id, label }) => ({ id, label })),
    finishes: [...finishes].map((id) => ({ id, label: finishLabel(id) })),
    size: size && viewSize(size),
    resizable: plainBackMm(options) > 0,
    stoneSlots: options.stoneSlots.map(({ id, label, allowed, required }) => ({
      id,
      label,
      allowed,
      required,
    })),
    stoneRow: options.stoneRow ?? false,
    engravingZones: options.engravingZones.map(viewZone),
    motifs: options.motifs.map(({ id, label }) => ({ id, label })),
  };
}

function viewSize({ kind, minMm, maxMm, stepMm }: SizeOption): NonNullable<Options["size"]> {
  return { kind, minMm, maxMm, stepMm, systems: [...(kind === "ring" ? ringSystems : lengthSystems)] };
}

function viewZone(zone: EngravingZone): Options["engravingZones"][number] {
  const { id, label, lines, minHeightMm, maxHeightMm, required } = zone;
  const fonts = zone.fonts.flatMap((fontId) => {
    const font = findEngravingFont(fontId);
    return font ? [{ id: fontId, label: font.label, url: font.file }] : [];
  });
  const { besideSlot, maxCharacters } = zone;
  return {
    ...{ id, label, lines, minHeightMm, maxHeightMm, fonts, required },
    ...(besideSlot === undefined ? {} : { besideSlot }),
    ...(maxCharacters === undefined ? {} : { maxCharacters }),
  };
}

function requiredKeys({ size, stoneSlots, engravingZones, motifRequired }: ProductOptions): string[] {
  return [
    "metal",
    ...(size ? ["size"] : []),
    ...(stoneSlots.some((slot) => slot.required) ? ["stones"] : []),
    ...(engravingZones.some((zone) => zone.required) ? ["engraving"] : []),
    ...(motifRequired ? ["motif"] : []),
  ];
}

function viewRouting(routing: ProductRouting, { stages }: WorkshopFacts): ProductDetailView["routing"] {
  return stages
    .filter((stage) => routing.some((entry) => entry.stage === stage.id))
    .map(({ id, kind }) => ({ stage: id, kind }));
}
