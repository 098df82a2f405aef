import { care, careText } from "../care-kit";
import { castStock, chainStock, findings, stones } from "../materials-kit";
import {
  gold9,
  machineZone,
  metals,
  options,
  rose14,
  silver,
  slot,
  wristLengths,
  yellow18,
} from "../options-kit";
import { bench, casting } from "../routing-kit";
import type { SampleProduct } from "../types";
import { bezels, chain, disc, lump, together } from "../volumes";

const ALLOYS = "sterling silver (925), gold of 9k (375), 14k (585) or 18k (750)";

export const charmBracelet: SampleProduct = {
  slug: "charm-bracelet",
  name: "Charm bracelet",
  kind: "bracelet",
  maker: "kit-finch",
  summary:
    "A trace chain with five charms: a leaf, a star, an initial, a birthstone, and one that you choose.",
  story: `Charm bracelets used to take a childhood to fill. Kit's aunt had one that clanked; she could tell you the year of every piece on it, and which of them had been lost and bought again.

This one starts with five. A leaf and a star because they hang well on either side; a disc for the initial; a stone for the month; and one place that is yours: a heart, an infinity sign, a crescent moon or a tree. The rest of the chain is left empty. We'll add a charm at any time, one of ours or your grandmother's, as long as it can be soldered.

The chain is chunky enough to carry them and short enough to keep them out of the soup.`,
  making: `1. Leaf, star and the charm of your choice are cast from Kit's carvings in your metal.
2. Each is filed, given a ring and hand-finished.
3. The stone is set in a closed rim, and the initial is cut into the disc by machine.
4. The chain is cut to your wrist with room for the charms to swing; every ring is soldered shut, so that nothing can open and drop.`,
  variationNote:
    "Cast from one carving, the charms are close relations, and the file makes each its own. They turn on their rings, so what faces front changes all day.",
  care: careText(
    care.daily,
    "Charms knock together; that's the sound you pay for. Small dents come with it.",
    care.hardStones,
    care.softStones,
  ),
  materials: [
    castStock("Leaf, star, disc and chosen charm", `Of one alloy: ${ALLOYS}`),
    chainStock(`Trace chain, 2.2 mm, of the same alloy: ${ALLOYS}`),
    findings("Clasp and rings", `Of the same alloy: ${ALLOYS}`),
    stones("One round stone, 3.8 mm"),
  ],
  techniques: ["casting", "stone-setting", "machine-engraving"],
  motifs: ["heart", "infinity", "moon", "tree-of-life", "star", "leaf"],
  occasions: ["birthday", "christening", "christmas", "graduation"],
  options: options({
    metals: metals([silver, gold9, rose14, yellow18], ["polished"]),
    size: wristLengths(150, 210),
    stoneSlots: [slot({ id: "stone-1", label: "Birthstone", mm: 3.8, default: "sapphire" })],
    engravingZones: [
      machineZone({
        id: "initial",
        label: "Initial on the disc",
        shape: "disc",
        widthMm: 6,
        heightMm: 6,
        diameterMm: 9.4,
        minHeightMm: 2.5,
        maxHeightMm: 5,
      }),
    ],
    motifs: [
      { id: "heart", label: "Heart", surchargeMinor: 0, minutes: 0 },
      { id: "infinity", label: "Infinity sign", surchargeMinor: 0, minutes: 0 },
      { id: "moon", label: "Crescent moon", surchargeMinor: 0, minutes: 0 },
      { id: "tree-of-life", label: "Tree of life", surchargeMinor: 900, minutes: 15 },
    ],
    motifRequired: true,
  }),
  priceRule: {
    // leaf 30, star 37 and chosen charm 60 mm3
    ...together(chain(180, "strong"), lump(127), disc(9.4, 0.9), bezels(1, 3.8), lump(75)),
    referenceMm: 180,
    lossBps: 900,
    findings: [
      { label: "Casting and wax", minor: 1400 },
      { label: "Clasp and closing the chain", minor: 850 },
    ],
  },
  routing: [casting, ...bench({ forming: 55, polishing: 35 })],
  pictures: [
    {
      name: "charm-bracelet",
      alt: "An 18k yellow gold chain bracelet with five charms: a leaf, a heart, a plain disc, a star and a blue sapphire",
      alloyId: yellow18,
    },
  ],
};
