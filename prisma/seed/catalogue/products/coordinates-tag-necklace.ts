import { care, careText } from "../care-kit";
import { chainStock, findings, ownStock } from "../materials-kit";
import { chainLengths, gold9, laserZone, metal, metals, options, silver, white18 } from "../options-kit";
import { bench, proof } from "../routing-kit";
import type { SampleProduct } from "../types";
import { chain, lump, sheet, together } from "../volumes";

export const coordinatesTagNecklace: SampleProduct = {
  slug: "coordinates-tag-necklace",
  name: "Coordinates tag",
  kind: "necklace",
  maker: "maud-osei",
  summary: "A solid tag, 13.5 by 25 mm, with the place that matters in degrees, and up to four short lines.",
  story: `51.4545° N, 2.5879° W is the bench on which this tag is made. It takes four places after the point to find a bench; three would find the street, and two the wrong side of the river.

We suggest four, and one line for each half, because a place is a private thing and looks its best small. The other two lines are for a date, a name or nothing. People have sent us a registry office, a maternity ward, a lay-by on the A39 and a point in the Bay of Biscay.

The tag is meant for anyone. It's thick, plain, and heavy enough to stay where it's put, and the chain can be had long enough to wear it under a shirt.`,
  making: `1. Maud sends you a drawing with your coordinates and a map pin beside it. One wrong digit is a field in Norfolk, so she waits for your yes.
2. The tag is sawn from sheet 1.3 mm thick; corners and edges are rounded.
3. The face is brushed, and the lines are cut by laser, which holds small figures sharper than any point.
4. The burr is stoned off by hand, the loop soldered and the chain closed.`,
  variationNote:
    "Sawn and filed by hand, tags differ by a few tenths of a millimetre in outline. The brushing is different on each.",
  care: careText(
    care.daily,
    "Wipe it lengthways with a dry cloth. Figures under 2 mm soften over the years; on silver they darken too, which keeps them readable. Where you've the choice, take larger ones.",
    care.silver,
    care.chain,
  ),
  materials: [
    ownStock("Tag", "Sterling silver (925), or gold of 9k (375) or 18k (750), as you choose"),
    chainStock("Trace chain, 1.6 mm, of the alloy of the tag: sterling silver (925), gold of 9k or 18k"),
    findings("Clasp and rings", "Of the alloy of the tag: sterling silver (925), gold of 9k or 18k"),
  ],
  techniques: ["laser-engraving", "piercing"],
  motifs: [],
  occasions: ["anniversary", "graduation", "wedding", "remembrance"],
  options: options({
    metals: [metal(silver, ["brushed", "oxidised"]), ...metals([gold9, white18], ["brushed"])],
    size: chainLengths(450, 700),
    engravingZones: [
      laserZone({
        id: "front",
        label: "Front of the tag",
        shape: "straight",
        widthMm: 10.5,
        heightMm: 17,
        lines: 4,
        minHeightMm: 1.4,
        maxHeightMm: 4,
        required: true,
      }),
    ],
  }),
  priceRule: {
    ...together(sheet(13.5 * 25 - 8, 1.3), chain(550, "medium"), lump(60)),
    referenceMm: 550,
    lossBps: 600,
    findings: [{ label: "Clasp and closing the chain", minor: 750 }],
  },
  routing: [proof, ...bench({ forming: 40, polishing: 18 })],
  pictures: [
    {
      name: "coordinates-tag-necklace",
      alt: "A plain rectangular sterling silver tag with rounded corners and a brushed face, on a chain",
      alloyId: silver,
    },
  ],
};
