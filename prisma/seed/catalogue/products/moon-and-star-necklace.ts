import { care, careText } from "../care-kit";
import { castStock, chainStock, findings } from "../materials-kit";
import { metals, options, silver } from "../options-kit";
import { bench, casting } from "../routing-kit";
import type { SampleProduct } from "../types";
import { chain, lump, together } from "../volumes";

// One length only: nothing grows with a size.
const stockChain = lump(chain(450, "fine").volumeMm3);

export const moonAndStarNecklace: SampleProduct = {
  slug: "moon-and-star-necklace",
  name: "Moon and star necklace",
  kind: "necklace",
  maker: "rosalind-alder",
  summary: "A polished crescent with one star swinging inside it, in sterling silver on a 45 cm chain.",
  story: `On clear evenings in late autumn Venus stands so close to the young moon that people ring the observatory. This is that: a slim crescent, and a star small enough to swing in its hollow without touching.

We make it one way only. Sterling silver, one length, nothing to choose. That keeps it within reach of somebody who has saved up for a present, and since it isn't made to your order in any particular, you may send it back if she already has one.

The crescent is rounded on both sides like a pebble. The star has five points, slightly blunted: Rosalind's daughter tested the first on a jumper.`,
  making: `1. Crescent and star are cast in sterling silver from Rosalind's carvings, eight at a time.
2. Each is filed free of its sprue, and the crescent's horns are drawn out and rounded.
3. The star gets its ring, then hangs from a post let into the upper horn.
4. Hand-finished, polished, and put on a 45 cm chain.`,
  variationNote:
    "Filed one by one, the horns differ in length by up to a millimetre, and no two stars hang at quite the same height.",
  care: careText(care.daily, care.silver, care.chain),
  materials: [
    castStock("Crescent and star", "Sterling silver (925)"),
    chainStock("Trace chain, 1.2 mm, sterling silver (925)"),
    findings("Clasp and rings", "Sterling silver (925)"),
  ],
  techniques: ["casting", "soldering"],
  motifs: ["moon", "star"],
  occasions: ["birthday", "christmas", "friendship"],
  options: options({ metals: metals([silver], ["polished"]) }),
  priceRule: {
    ...together(lump(130 + 45), stockChain),
    referenceMm: null,
    lossBps: 900,
    findings: [
      { label: "Casting and wax", minor: 700 },
      { label: "Clasp and closing the chain", minor: 450 },
    ],
  },
  routing: [casting, ...bench({ forming: 28, polishing: 20 })],
  pictures: [
    {
      name: "moon-and-star-necklace",
      alt: "A polished sterling silver crescent moon on a chain, with a small five-pointed star hanging in its hollow",
      alloyId: silver,
    },
  ],
};
