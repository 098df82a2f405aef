import { care, careText } from "../care-kit";
import { chainStock, findings, GOLD_AND_SILVER, ownStock } from "../materials-kit";
import { chainLengths, gold9, handZone, metals, options, rose14, silver, yellow18 } from "../options-kit";
import { bench } from "../routing-kit";
import type { SampleProduct } from "../types";
import { chain, lump, sheet, together } from "../volumes";

export const nameBarNecklace: SampleProduct = {
  slug: "name-bar-necklace",
  name: "Name bar necklace",
  kind: "necklace",
  maker: "maud-osei",
  summary: "A slim bar, 36 mm long, hand-engraved with one line and hung from both ends.",
  story: `A bar is a line waiting for a sentence. This one hangs from both ends, so it lies along the collarbone and the words stay level, the right way up for whoever is looking at you.

Maud cuts each letter with a graver, a tool no longer than a thumb that she sharpens some thirty times a day. A machine scratches a line of even depth; a graver goes in and comes out again, so a stroke swells and thins like ink, and catches light along one side only.

A name, a pair of names, a date in figures, a word in a language that only two of you speak. If it fits the 32 mm between the ends and the typeface has the letters, she'll cut it exactly as you type it.`,
  making: `1. The bar is sawn from sheet 1.2 mm thick, and its corners are rounded by file.
2. The face is brushed lengthways.
3. Your line is drawn on with a steel point, hand-engraved, and gone over once more to brighten the cut.
4. A ring is soldered to each end, and two lengths of chain are cut so that bar and chain together make your length.`,
  variationNote:
    "Cut by hand, a letter that comes twice is never twice the same. Lines are centred by eye, which may be half a millimetre from where a ruler would put them.",
  care: careText(care.daily, care.clean, care.engraved, care.chain),
  materials: [
    ownStock("Bar", GOLD_AND_SILVER),
    chainStock("Trace chain, 1.2 mm, of the alloy of the bar: sterling silver (925), gold of 9k, 14k or 18k"),
    findings("Clasp and rings", "Of the alloy of the bar: sterling silver (925), gold of 9k, 14k or 18k"),
  ],
  techniques: ["hand-engraving", "piercing"],
  motifs: [],
  occasions: ["birth", "birthday", "christening", "for-a-mother", "graduation"],
  options: options({
    metals: metals([silver, gold9, rose14, yellow18], ["brushed", "polished"]),
    size: chainLengths(400, 550),
    engravingZones: [
      handZone({
        id: "front",
        label: "Front of the bar",
        shape: "straight",
        widthMm: 32,
        heightMm: 4.2,
        minHeightMm: 2,
        maxHeightMm: 3.4,
        required: true,
      }),
    ],
  }),
  priceRule: {
    ...together(sheet(36 * 6.2 - 2, 1.2), { ...chain(414, "fine") }, lump(45)),
    referenceMm: 450,
    lossBps: 700,
    findings: [{ label: "Clasp and closing the chain", minor: 750 }],
  },
  routing: bench({ forming: 35, polishing: 12 }),
  pictures: [
    {
      name: "name-bar-necklace",
      alt: "A slim 18k yellow gold bar with a smooth, empty face, hung by both ends from a fine chain",
      alloyId: yellow18,
    },
  ],
};
