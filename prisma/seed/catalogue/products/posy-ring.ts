import { care, careText } from "../care-kit";
import { ownStock } from "../materials-kit";
import {
  gold9,
  handZone,
  insideRing,
  metal,
  metals,
  options,
  platinum,
  resizable,
  ringSizes,
  rose14,
  SAMPLE_RING_MM,
  silver,
  usualRings,
  white18,
  yellow18,
} from "../options-kit";
import { bench, proof } from "../routing-kit";
import type { SampleProduct } from "../types";
import { band } from "../volumes";

export const posyRing: SampleProduct = {
  slug: "posy-ring",
  name: "Posy ring",
  kind: "ring",
  maker: "maud-osei",
  summary: "A plain court band with your own line hand-engraved inside, and another outside if you like.",
  story: `From about 1400 to 1700 English lovers gave each other plain rings with a line of verse cut inside: a posy, from *poésie*. "Let lyking last". "In thee my choice I do rejoice". Museums have hundreds of them, and what is moving is how ordinary the words are. Nobody wrote anything clever. They wrote what they meant, in the room there was.

Maud spent a winter drawing the lettering on the ones in Bristol and Oxford, and this ring is what came of it: a court band, 4 mm wide, plain enough that the words do the work.

There's room for some twenty letters inside a small ring and thirty in a large one; the page measures your line in the real typeface at your size, so you'll know. Dates, a place, a nickname nobody else uses. Short is better than clever.`,
  making: `1. Before anything is cut, Maud sends you a drawing of your line as it will run round the ring. Nothing goes on until you've said yes.
2. The band is rolled and bent from flat bar, soldered and turned round on the mandrel, then filed to a soft court section.
3. The letters are hand-engraved: drawn on with a steel point, cut with a square graver, then brightened with a second pass that leaves a facet in each stroke.
4. After hallmarking it is polished by hand with thread and leather, which keeps the edges of the letters crisp.`,
  variationNote:
    "Hand-cut letters differ: two letters e in the same line are cousins, not copies. Spacing follows the eye, not the ruler, and the engraver chooses where the line starts.",
  care: careText(care.daily, care.clean, care.engraved),
  materials: [
    ownStock(
      "Band",
      "Sterling silver (925), gold of 9k (375), 14k (585) or 18k (750), or platinum 950, as you choose",
    ),
  ],
  techniques: ["hand-engraving", "forging"],
  motifs: [],
  occasions: ["wedding", "anniversary", "valentine"],
  options: options({
    metals: [
      metal(silver, ["polished", "satin", "hammered"]),
      ...metals([gold9, rose14, yellow18, white18], ["polished", "satin", "hammered"]),
      metal(platinum, ["polished"], 30),
    ],
    size: ringSizes(resizable(5, 2.5, 8)),
    personal: usualRings,
    engravingZones: [
      handZone({ ...insideRing(2.4, 2), minHeightMm: 1.4, required: true }),
      handZone({
        id: "outside",
        label: "Outside the band",
        shape: "ring-outside",
        heightMm: 2.6,
        minHeightMm: 2,
        maxHeightMm: 2.4,
      }),
    ],
    rules: [
      {
        when: { finish: "hammered" },
        forbid: { zone: "outside" },
        because: "Hammer marks and letters would fight for the same surface; the inside stays free.",
      },
    ],
  }),
  priceRule: {
    ...band(SAMPLE_RING_MM, 4, 1.4, 0.855),
    referenceMm: SAMPLE_RING_MM,
    lossBps: 500,
    findings: [],
  },
  routing: [proof, ...bench({ forming: 50, polishing: 25 })],
  pictures: [
    {
      name: "posy-ring",
      alt: "A plain, softly rounded 18k yellow gold band standing upright, its outside and inside smooth and ready for lettering",
      alloyId: yellow18,
    },
  ],
};
