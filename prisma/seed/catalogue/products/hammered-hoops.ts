import { care, careText } from "../care-kit";
import { ownStock } from "../materials-kit";
import { gold9, metal, metals, options, silver, yellow18 } from "../options-kit";
import { bench } from "../routing-kit";
import type { SampleProduct } from "../types";
import { lump } from "../volumes";

// Each hoop: 71.6 mm round its middle, 2.6 x 2.4 mm at the thickest, tapering to 0.62 of that.
const HOOP_MM3 = 71.6 * 2.6 * 2.4 * 0.81 * 0.67;

export const hammeredHoops: SampleProduct = {
  slug: "hammered-hoops",
  name: "Hammered hoops",
  kind: "earrings",
  maker: "rosalind-alder",
  summary: "Solid hoops, 25 mm across, thick below and fine above, with a soft hammered sheen.",
  story: `Most hoops are tube. Tube is light, cheap and dents the first time you drop it. These are solid wire, forged so that the weight hangs at the bottom and only a slim end goes through the ear.

Because they are solid they swing like a bell and not like a bracelet. In silver a pair weighs about five grams, which is less than it looks and more than you'd forget.

The hammering is light on purpose: a sheen you notice when the head turns. If you want marks you can count, look at the hammered band or the bangle.`,
  making: `1. A thick wire is drawn down at one end until it tapers to less than two thirds.
2. Rosalind forges the curve over a stake, then planishes it with a flat polished hammer: hundreds of light, overlapping blows.
3. The two are bent, compared on a pin, bent again. A pair takes longer than two singles.
4. The fine end is rounded and burnished, so that it slides through the ear without scratching.`,
  variationNote:
    "They are sisters, not twins: held one over the other they differ by up to half a millimetre. In two ears nobody will ever see it.",
  care: careText(care.daily, care.silver, care.hammered),
  materials: [ownStock("Hoops", "Sterling silver (925), or gold of 9k (375) or 18k (750), as you choose")],
  techniques: ["forging", "hammering"],
  motifs: [],
  occasions: ["birthday", "christmas", "graduation"],
  options: options({
    metals: [
      metal(silver, ["polished", "satin", "oxidised"]),
      ...metals([gold9, yellow18], ["polished", "satin"]),
    ],
  }),
  priceRule: { ...lump(Math.round(2 * HOOP_MM3)), referenceMm: null, lossBps: 700, findings: [] },
  routing: bench({ forming: 75, polishing: 25 }),
  pictures: [
    {
      name: "hammered-hoops",
      alt: "Two solid 18k yellow gold hoops lying one over the other, thicker at the bottom than at the top",
      alloyId: yellow18,
    },
  ],
};
