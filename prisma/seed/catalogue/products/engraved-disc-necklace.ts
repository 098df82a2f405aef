import { care, careText } from "../care-kit";
import { chainStock, findings, GOLD_AND_SILVER, ownStock } from "../materials-kit";
import {
  chainLengths,
  machineZone,
  metals,
  options,
  rose14,
  silver,
  white18,
  yellow18,
} from "../options-kit";
import { bench } from "../routing-kit";
import type { SampleProduct } from "../types";
import { chain, disc, lump, together } from "../volumes";

export const engravedDiscNecklace: SampleProduct = {
  slug: "engraved-disc-necklace",
  name: "Engraved disc necklace",
  kind: "necklace",
  maker: "maud-osei",
  summary: "A 17 mm disc with a brushed face for a name, initials or a date, on a chain cut to your length.",
  story: `Seventeen millimetres is the width of an old sixpence less a whisker, and that's where this came from: Maud's grandmother wore a sixpence with her husband's initials cut over the Queen's head. Love tokens, sailors called them. Bristol's museum has a drawer full.

The disc is thick for its size, 1.1 mm, so it hangs flat and turns warm on the skin. The face is brushed in one direction: fingerprints vanish on it, and letters show from any side.

Up to two lines fit. One long name or two short ones; initials look best large, dates small. A symbol can go above the words, or stand alone.`,
  making: `1. The disc is pressed out of sheet, its edge rounded by file and its face very slightly domed.
2. Maud brushes the face with a glass brush, always towards the loop.
3. The letters are cut by diamond point on our 1958 pantograph, a machine that copies a drawing letter by letter; you see each line as it will be cut before you order.
4. The loop is soldered on, the chain cut to the centimetre and closed.`,
  variationNote:
    "The brushed face catches light in streaks that are different on each disc, and it will wear to a softer sheen of your own within a year.",
  care: careText(
    care.daily,
    "Rub the face with a dry cloth only, in the direction of the brushing. Toothbrush and polish would leave shiny patches.",
    care.engraved,
    care.chain,
  ),
  materials: [
    ownStock("Disc", GOLD_AND_SILVER),
    chainStock("Trace chain, 1.2 mm, of the alloy of the disc: sterling silver (925), gold of 14k or 18k"),
    findings("Clasp and rings", "Of the alloy of the disc: sterling silver (925), gold of 14k or 18k"),
  ],
  techniques: ["machine-engraving", "soldering"],
  motifs: ["heart", "star", "moon", "infinity"],
  occasions: ["birth", "birthday", "for-a-mother", "christening", "friendship"],
  options: options({
    metals: metals([rose14, yellow18, white18, silver], ["brushed", "polished"]),
    size: chainLengths(),
    engravingZones: [
      machineZone({
        id: "front",
        label: "Front of the disc",
        shape: "disc",
        widthMm: 12.6,
        heightMm: 10,
        diameterMm: 17,
        lines: 2,
        minHeightMm: 2,
        maxHeightMm: 6,
      }),
    ],
    motifs: [
      { id: "heart", label: "A small heart above the words", surchargeMinor: 600, minutes: 6 },
      { id: "star", label: "A small star above the words", surchargeMinor: 600, minutes: 6 },
      { id: "moon", label: "A crescent moon above the words", surchargeMinor: 600, minutes: 6 },
      { id: "infinity", label: "An infinity sign above the words", surchargeMinor: 600, minutes: 6 },
    ],
  }),
  priceRule: {
    ...together(disc(17, 1.1), chain(450, "fine"), lump(45)),
    referenceMm: 450,
    lossBps: 500,
    findings: [{ label: "Clasp and closing the chain", minor: 650 }],
  },
  routing: bench({ forming: 32, polishing: 14 }),
  pictures: [
    {
      name: "engraved-disc-necklace",
      alt: "A round 14k rose gold pendant with a brushed, empty face on a fine chain",
      alloyId: rose14,
    },
    {
      name: "engraved-disc-necklace-18k-yellow-gold",
      alt: "The disc necklace in 18k yellow gold, its brushed face ready for engraving",
      alloyId: yellow18,
    },
    {
      name: "engraved-disc-necklace-18k-white-gold",
      alt: "The disc necklace in 18k white gold, its brushed face ready for engraving",
      alloyId: white18,
    },
    {
      name: "engraved-disc-necklace-sterling-silver",
      alt: "The disc necklace in sterling silver, its brushed face ready for engraving",
      alloyId: silver,
    },
  ],
};
