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
import { bench } from "../routing-kit";
import type { SampleProduct } from "../types";
import { band } from "../volumes";

export const hammeredBand: SampleProduct = {
  slug: "hammered-band",
  name: "Hammered band",
  kind: "ring",
  maker: "rosalind-alder",
  summary: "A broad band, handmade from bar and faceted all round with one small hammer.",
  story: `Rosalind made the first of these for her brother's wedding in 2010, on the kitchen table of a rented flat, because he wanted "something that looks as if it had already been worn for ten years". It still outsells everything else we make.

The band is 4.6 mm wide and 1.5 mm thick: solid enough to take a lifetime of door handles, slim enough to close a fist. The flats are left by a polished hammer the size of a hazelnut. Each one is a little mirror set at its own angle, so the ring catches light on a dull day, when a plain band would only be grey.

Many couples take two, one polished and one satin. They needn't match: cut from the same bar and struck with the same hammer, they'll look related anyway.`,
  making: `1. A length of bar is cut for your size, bent round a mandrel and closed with solder of the same alloy.
2. Rosalind trues it, files the seam away and hammers the outside in three rounds, turning the ring a few degrees at each blow. Hammering stretches it by half a size, which she allows for.
3. The inside is eased to a soft curve, so that the ring slides over the knuckle.
4. If you chose words for the inside, Maud cuts them with a graver.
5. It goes to the assay office where its weight calls for a hallmark, then to the polishing bench.`,
  variationNote:
    "No two bands have the same pattern: the blows fall as they fall. Width varies by up to 0.2 mm around the ring, and the edges are very slightly wavy. That's the hammer, not a fault.",
  care: careText(care.daily, care.clean, care.hammered),
  materials: [
    ownStock(
      "Band",
      "Sterling silver (925), gold of 9k (375), 14k (585) or 18k (750), or platinum 950, as you choose",
    ),
  ],
  techniques: ["forging", "hammering", "hand-engraving"],
  motifs: [],
  occasions: ["wedding", "anniversary", "birthday"],
  options: options({
    metals: [
      metal(silver, ["polished", "satin", "oxidised"]),
      ...metals([gold9, rose14, yellow18, white18], ["polished", "satin"]),
      metal(platinum, ["polished"], 35),
    ],
    size: ringSizes(resizable(5, 3.75, 8), 4.6),
    personal: usualRings,
    engravingZones: [handZone({ ...insideRing(2.6, 2), minHeightMm: 1.4 })],
    rules: [
      {
        when: { finish: "oxidised" },
        forbid: { zone: "inside" },
        because: "The black of an oxidised ring settles in fresh letters and can't be cleaned out again.",
      },
    ],
  }),
  priceRule: {
    ...band(SAMPLE_RING_MM, 4.6, 1.5, 0.88),
    referenceMm: SAMPLE_RING_MM,
    lossBps: 500,
    findings: [],
  },
  routing: bench({ forming: 60, polishing: 22 }),
  pictures: [
    {
      name: "hammered-band",
      alt: "A broad 18k yellow gold band standing upright, its outside covered in small flat hammer marks that catch the light",
      alloyId: yellow18,
    },
    {
      name: "hammered-band-sterling-silver",
      alt: "The hammered band in sterling silver: bright white flats with grey shadows between them",
      alloyId: silver,
    },
    {
      name: "hammered-band-14k-rose-gold",
      alt: "The hammered band in 14k rose gold, the facets warm and coppery",
      alloyId: rose14,
    },
    {
      name: "hammered-band-18k-white-gold",
      alt: "The hammered band in 18k white gold, a shade warmer than silver",
      alloyId: white18,
    },
  ],
};
