import { care, careText } from "../care-kit";
import { ownStock } from "../materials-kit";
import { gold9, metal, metals, options, silver, wristLengths, yellow18 } from "../options-kit";
import { bench } from "../routing-kit";
import type { SampleProduct } from "../types";
import { hammeredBangle } from "./hammered-bangle";
import { hammeredHoops } from "./hammered-hoops";

export const bangleAndHoopsSet: SampleProduct = {
  slug: "bangle-and-hoops-set",
  name: "Bangle and hoops",
  kind: "set",
  maker: "rosalind-alder",
  summary: "The hammered bangle and the hammered hoops, forged in one week from one bar.",
  story: `The bangle and the hoops are drawn from the same family but usually made months apart, and metal from two deliveries can differ by a shade. Ordered together they come from one bar, so the colour is the same, and Rosalind makes them on following days with the same hammer, before she has changed its face.

It's a good set for somebody who wears one thing at a time and wants two to choose from. The two boxes are packed apart, so it can be given twice: the hoops for the birthday, the bangle for the one after.

You save the time of setting up the bench twice, and the price says so.`,
  making: `1. One bar is divided: the longer piece for the bangle, the shorter drawn down for the hoops.
2. The bangle is bent, soldered and faceted in three rounds.
3. The hoops are forged over a stake and planished lightly, so that they look related and not identical.
4. All three pieces go to the assay office and to the polishing bench together.`,
  variationNote:
    "The marks on the bangle are deeper than those on the hoops, as the hammer falls further. The two hoops differ by up to half a millimetre.",
  care: careText(care.daily, care.silver, care.hammered),
  materials: [
    ownStock("Bangle", "Sterling silver (925), or gold of 9k (375) or 18k (750), as you choose"),
    ownStock("Hoops", "The same bar as the bangle: sterling silver (925), or gold of 9k or 18k"),
  ],
  techniques: ["forging", "hammering"],
  motifs: [],
  occasions: ["birthday", "christmas", "anniversary"],
  options: options({
    metals: [metal(silver, ["polished", "satin"]), ...metals([gold9, yellow18], ["polished", "satin"])],
    size: wristLengths(175, 215),
  }),
  priceRule: {
    volumeMm3: hammeredBangle.priceRule.volumeMm3 + hammeredHoops.priceRule.volumeMm3,
    volumePerMm: hammeredBangle.priceRule.volumePerMm,
    referenceMm: 190,
    lossBps: 600,
    findings: [],
  },
  routing: bench({ forming: 165, polishing: 58 }),
  pictures: [
    {
      name: "bangle-and-hoops-set",
      alt: "Two pictures, one above the other: the 18k yellow gold hammered bangle, and a pair of solid hoops in the same metal",
      alloyId: yellow18,
    },
    {
      name: "hammered-bangle",
      alt: "The bangle of the set: closed, in 18k yellow gold, faceted all round by hammer blows",
      alloyId: yellow18,
    },
    {
      name: "hammered-hoops",
      alt: "The hoops of the set: solid 18k yellow gold, thicker at the bottom than at the top",
      alloyId: yellow18,
    },
  ],
};
