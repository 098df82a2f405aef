import { care, careText } from "../care-kit";
import { findings, GOLD_AND_SILVER, ownStock, stones } from "../materials-kit";
import { gold9, metals, options, rose14, silver, slot, white18, yellow18 } from "../options-kit";
import { bench } from "../routing-kit";
import type { SampleProduct } from "../types";
import { bezels, lump, together, wire } from "../volumes";

export const birthstoneStuds: SampleProduct = {
  slug: "birthstone-studs",
  name: "Birthstone studs",
  kind: "earrings",
  maker: "kit-finch",
  summary: "A pair of 5 mm stones in plain closed rims on posts. Both ears alike, or each its own month.",
  story: `Most studs are sold as a pair because that's how they come out of the box. These are made one at a time, so they needn't match: a mother of two can wear a child on each side, and a couple can share a pair and lose one each.

At 5 mm the stone is large enough to show its colour across a table and small enough to sleep in. The rim is closed all the way down, which keeps soap out from behind the stone and hair from catching.

Round the neck and in the ear nothing knocks, so every birthstone is on the list here, pearl, opal and tanzanite too.`,
  making: `1. Kit bends and solders a rim for each stone, each to its own measure.
2. A post is let into the back and soldered; the joint is filed flush, so that it sits flat on the lobe.
3. The rim is pushed over the stone's edge with a hand tool, in sixteen small steps round the clock.
4. Polished, checked as a pair for height and tilt, and fitted with butterflies.`,
  variationNote:
    "Two natural stones of one name are never the same colour. Kit matches each pair by daylight, so that the difference is one you have to look for.",
  care: careText(
    care.daily,
    "Wipe the posts with a cloth and a little spirit before the first wear and now and then after.",
    care.hardStones,
    care.softStones,
  ),
  materials: [
    ownStock("Rims and posts", GOLD_AND_SILVER),
    findings("Butterflies", "The alloy of the rims: sterling silver (925), or gold of 9k, 14k or 18k"),
    stones("Two round stones, 5 mm"),
  ],
  techniques: ["stone-setting", "soldering"],
  motifs: [],
  occasions: ["birth", "birthday", "for-a-mother", "christmas"],
  options: options({
    metals: metals([silver, gold9, rose14, yellow18, white18], ["polished", "satin"]),
    stoneSlots: [
      slot({ id: "stone-1", label: "Left stone", mm: 5, default: "emerald", settingMinutes: 20 }),
      slot({ id: "stone-2", label: "Right stone", mm: 5, default: "emerald", settingMinutes: 20 }),
    ],
  }),
  priceRule: {
    ...together(bezels(2, 5), wire(20, 0.8), lump(12)),
    referenceMm: null,
    lossBps: 600,
    findings: [{ label: "Butterflies", minor: 250 }],
  },
  routing: bench({ forming: 50, polishing: 16 }),
  pictures: [
    {
      name: "birthstone-studs",
      alt: "Two 18k yellow gold studs, each with a round emerald in a plain closed rim, their posts pointing away",
      alloyId: yellow18,
    },
  ],
};
