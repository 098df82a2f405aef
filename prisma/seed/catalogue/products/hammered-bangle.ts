import { care, careText } from "../care-kit";
import { ownStock } from "../materials-kit";
import { gold9, metal, metals, options, silver, wristLengths, yellow18 } from "../options-kit";
import { bench } from "../routing-kit";
import type { SampleProduct } from "../types";
import { band } from "../volumes";

export const hammeredBangle: SampleProduct = {
  slug: "hammered-bangle",
  name: "Hammered bangle",
  kind: "bracelet",
  maker: "rosalind-alder",
  summary: "A closed bangle, 6.8 mm wide and solid, handmade from one bar and hammered all the way round.",
  story: `It takes about three hundred blows to go once round a bangle, and Rosalind goes round three times. She wears ear defenders and counts in her head; if you ask her something at two hundred and forty she starts again.

It's a closed ring, so it goes on over the hand. Fold your thumb across your palm and measure round the widest part of the knuckles: that's the number that matters, not your wrist. It should need a little persuasion. A bangle that drops on drops off.

In silver it weighs about 23 grams, which is what a good bangle should weigh: enough that you know it's there and reach for it when it isn't. It's the piece in our shop most often asked for by a daughter who has borrowed her mother's.`,
  making: `1. A bar is cut for your hand, bent round a tapered mandrel and soldered.
2. It's planished flat, then faceted in three rounds from the middle to the edges. Hammering stretches it by three or four millimetres, and Rosalind begins that much too small.
3. Edges and inside are smoothed, so that it slides.
4. Sent to the assay office for its hallmark, struck inside, then polished by hand.`,
  variationNote:
    "The marks fall differently on each, the edge runs in a soft wave, and the width may vary by half a millimetre. It's round as a hand-thrown bowl is round.",
  care: careText(care.daily, care.silver, care.hammered),
  materials: [ownStock("Bangle", "Sterling silver (925), or gold of 9k (375) or 18k (750), as you choose")],
  techniques: ["forging", "hammering"],
  motifs: [],
  occasions: ["birthday", "anniversary", "christmas", "for-a-mother"],
  options: options({
    metals: [
      metal(silver, ["polished", "satin", "oxidised"]),
      ...metals([gold9, yellow18], ["polished", "satin"]),
    ],
    size: wristLengths(175, 215),
  }),
  priceRule: { ...band(190, 6.8, 2, 0.855), referenceMm: 190, lossBps: 600, findings: [] },
  routing: bench({ forming: 110, polishing: 40 }),
  pictures: [
    {
      name: "hammered-bangle",
      alt: "A closed 18k yellow gold bangle lying on plaster, its outside faceted all round by hammer blows",
      alloyId: yellow18,
    },
  ],
};
