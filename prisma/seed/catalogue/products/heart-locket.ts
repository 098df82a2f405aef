import { care, careText } from "../care-kit";
import { chainStock, findings, GOLD_AND_SILVER, ownStock } from "../materials-kit";
import { chainLengths, gold9, handZone, metals, options, rose14, silver, yellow18 } from "../options-kit";
import { bench } from "../routing-kit";
import type { SampleProduct } from "../types";
import { chain, lump, sheet, together } from "../volumes";

// A heart 20 mm wide covers 226 mm2; doming stretches each half by 15 %.
const HALF_MM2 = 226 * 1.15;

export const heartLocket: SampleProduct = {
  slug: "heart-locket",
  name: "Heart locket",
  kind: "necklace",
  maker: "rosalind-alder",
  summary: "A full, rounded heart that opens, raised from sheet over a stake, with room for two pictures.",
  story: `A locket is a door, and a door that sticks or swings is worse than none. Rosalind apprenticed with a box maker in Sheffield who made her hinge matchboxes for half a year before she was let near silver. You can hear what he taught her in this one: it closes with a small, definite click.

It's 20 mm across and full rather than flat, because a heart should have something in it. Inside are two rims, one on each side, that hold a picture of 11 mm under a clear disc. Print two photographs small and cut them to 11 mm; the discs hold them without glue.

On the front there's room for initials, hand-engraved in the curve. Many leave it plain and keep the words for whoever opens it.`,
  making: `1. Two hearts are cut from sheet and domed, then raised over a steel stake, softened in the flame five or six times on the way.
2. Their edges are trued on stone until no light shows between them.
3. The hinge, three short lengths of tube on a pin, is fitted and soldered: half of the whole job.
4. The catch is filed until it clicks.
5. Initials are hand-engraved before the last polish.`,
  variationNote:
    "Raised by hand, the two lobes of a heart are never mirror images, and the cleft wanders by a hair. The front is a little fuller than the back.",
  care: careText(
    care.daily,
    "Dry it open after any wetting, and put one drop of sewing-machine oil on the hinge each year. It isn't watertight.",
    care.silver,
    care.chain,
  ),
  materials: [
    ownStock("Locket and hinge", GOLD_AND_SILVER),
    chainStock("Trace chain, 1.2 mm, of the same alloy: sterling silver (925), gold of 9k, 14k or 18k"),
    findings("Clasp and rings", "Of the same alloy: sterling silver (925), gold of 9k, 14k or 18k"),
    {
      component: "Discs over the pictures",
      material: "Clear acrylic",
      origin: "Cut here from sheet made in Lancashire.",
    },
  ],
  techniques: ["doming", "soldering", "hand-engraving"],
  motifs: ["heart"],
  occasions: ["anniversary", "remembrance", "valentine", "birth"],
  options: options({
    metals: metals([silver, gold9, rose14, yellow18], ["polished", "satin"]),
    size: chainLengths(400, 600),
    engravingZones: [
      handZone({
        id: "front",
        label: "Front of the heart",
        shape: "straight",
        widthMm: 10,
        heightMm: 5,
        minHeightMm: 2,
        maxHeightMm: 4.6,
      }),
    ],
  }),
  priceRule: {
    ...together(sheet(2 * HALF_MM2, 0.6), lump(60), chain(450, "fine"), lump(45)),
    referenceMm: 450,
    lossBps: 900,
    findings: [
      { label: "Clasp and closing the chain", minor: 650 },
      { label: "Clear discs", minor: 200 },
    ],
  },
  routing: bench({ forming: 170, polishing: 35 }),
  pictures: [
    {
      name: "heart-locket",
      alt: "A full, rounded heart locket in 18k yellow gold, polished, its hinge showing on the left",
      alloyId: yellow18,
    },
  ],
};
