import { care, careText } from "../care-kit";
import { ownStock } from "../materials-kit";
import {
  gold9,
  handZone,
  laserZone,
  metal,
  metals,
  options,
  silver,
  wristLengths,
  yellow18,
} from "../options-kit";
import { bench } from "../routing-kit";
import type { SampleProduct } from "../types";

// 8.5 x 1.5 mm with rounded edges; the opening takes a seventh of the way round.
const SECTION_MM2 = 8.5 * 1.5 * 0.97;
const CLOSED_SHARE = 0.867;

export const engravedCuff: SampleProduct = {
  slug: "engraved-cuff",
  name: "Engraved cuff",
  kind: "bracelet",
  maker: "maud-osei",
  summary: "An open cuff, 8.5 mm wide, with a line hand-engraved outside and a quieter one inside.",
  story: `A cuff is a sentence you wear. On the outside, in letters you could read across a table; on the inside, against the pulse, the part that is nobody else's business.

It's 1.5 mm thick and bent cold, so it has spring in it. You put it on from the side of the wrist, where the bones are narrow, and turn it. It shouldn't be squeezed to fit each morning: metal remembers, and after some hundreds of bendings it says so.

So measure your wrist, snugly, with a strip of paper. The cuff is made for that number and sits with a finger's room. Outside, Maud cuts up to 46 mm of lettering by hand; inside, the laser has 60 mm, for coordinates or a line that's longer than it should be.`,
  making: `1. A strip is sawn from sheet for your wrist and its ends are rounded.
2. The outside is hand-engraved while the strip is still flat: the only moment at which a graver can lean into it.
3. The strip is bent cold round an oval stake, with leather between, so that the letters aren't bruised.
4. The inside is marked by laser, the edges are softened and the whole is polished.
5. A cuff of this weight always goes to the assay office.`,
  variationNote:
    "The letters outside are cut by hand and the curve is bent by eye. No two cuffs open at quite the same angle, and the spacing of a line is Maud's.",
  care: careText(care.daily, care.clean, care.silver, care.engraved),
  materials: [ownStock("Cuff", "Sterling silver (925), or gold of 9k (375) or 18k (750), as you choose")],
  techniques: ["hand-engraving", "laser-engraving", "forging"],
  motifs: [],
  occasions: ["anniversary", "graduation", "birthday", "for-a-mother"],
  options: options({
    metals: [
      metal(silver, ["polished", "satin", "brushed"]),
      ...metals([gold9, yellow18], ["polished", "satin"]),
    ],
    size: wristLengths(140, 195),
    engravingZones: [
      handZone({
        id: "outside",
        label: "Outside the cuff",
        shape: "straight",
        widthMm: 46,
        heightMm: 6.5,
        minHeightMm: 2.2,
        maxHeightMm: 4.5,
      }),
      laserZone({
        id: "inside",
        label: "Inside the cuff",
        shape: "straight",
        widthMm: 60,
        heightMm: 6,
        lines: 2,
        minHeightMm: 1.6,
        maxHeightMm: 3,
      }),
    ],
  }),
  priceRule: {
    volumeMm3: Math.round(SECTION_MM2 * 168.4 * CLOSED_SHARE),
    volumePerMm: Math.round(SECTION_MM2 * CLOSED_SHARE * 1000) / 1000,
    referenceMm: 165,
    lossBps: 600,
    findings: [],
  },
  routing: bench({ forming: 60, polishing: 40 }),
  pictures: [
    {
      name: "engraved-cuff",
      alt: "A smooth, open 18k yellow gold cuff seen from the front, its face ready for engraving",
      alloyId: yellow18,
    },
  ],
};
