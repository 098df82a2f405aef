import { care, careText } from "../care-kit";
import { findings, GOLD_AND_SILVER, ownStock, stones } from "../materials-kit";
import {
  gold9,
  metals,
  options,
  resizable,
  ringSizes,
  ringStones,
  SAMPLE_RING_MM,
  silver,
  slot,
  usualRings,
  white18,
  yellow18,
} from "../options-kit";
import { bench } from "../routing-kit";
import type { SampleProduct } from "../types";
import { birthstoneStacker } from "./birthstone-stacker";
import { birthstoneStuds } from "./birthstone-studs";

export const birthstoneRingAndStudsSet: SampleProduct = {
  slug: "birthstone-ring-and-studs-set",
  name: "Birthstone ring and studs",
  kind: "set",
  maker: "kit-finch",
  summary: "The stacker and the studs with stones from one parcel, chosen together so that they agree.",
  story: `Anyone can sell you a ring and a pair of studs. What is hard is to find three stones that agree: the same blue by the window, the same blue under the kitchen lamp. Kit buys stones by the parcel and lays out the whole lot on white paper, and a set like this gets first pick.

You needn't choose the same stone three times. Mother on the hand and children in the ears is the commonest order, and Kit then looks for stones of the same lightness, so that they read as one family, whatever their names.

All the stones on this list are hard enough for a ring. If you want pearl or opal in the ears, order the studs alone.`,
  making: `1. Three stones are chosen side by side by daylight.
2. Kit makes three rims to measure, one for the ring and two for the studs, all from one strip.
3. The band is drawn and closed for your size; posts are fitted to the studs.
4. The stones are set on the same day, then everything is polished and checked together.`,
  variationNote:
    "The stones agree but aren't clones; the ring's stone is 3.5 mm and those of the studs 5 mm, and a larger stone always looks a little deeper.",
  care: careText(care.daily, care.clean, care.hardStones),
  materials: [
    ownStock("Band, rims and posts", GOLD_AND_SILVER),
    findings("Butterflies", "The alloy of the rims: sterling silver (925), or gold of 9k or 18k"),
    stones("Three round stones, one of 3.5 mm and two of 5 mm"),
  ],
  techniques: ["stone-setting", "soldering"],
  motifs: [],
  occasions: ["birthday", "anniversary", "for-a-mother", "christmas"],
  options: options({
    metals: metals([silver, gold9, yellow18, white18], ["polished", "satin"]),
    size: ringSizes(resizable(3.75, 2.5)),
    personal: usualRings,
    stoneSlots: [
      slot({
        id: "stone-1",
        label: "Stone of the ring",
        mm: 3.5,
        default: "aquamarine",
        allowed: ringStones,
      }),
      slot({ id: "stone-2", label: "Left stud", mm: 5, default: "emerald", allowed: ringStones }),
      slot({ id: "stone-3", label: "Right stud", mm: 5, default: "emerald", allowed: ringStones }),
    ],
  }),
  priceRule: {
    volumeMm3: birthstoneStacker.priceRule.volumeMm3 + birthstoneStuds.priceRule.volumeMm3,
    volumePerMm: birthstoneStacker.priceRule.volumePerMm,
    referenceMm: SAMPLE_RING_MM,
    lossBps: 600,
    findings: [{ label: "Butterflies", minor: 250 }],
  },
  routing: bench({ forming: 85, polishing: 26 }),
  pictures: [
    {
      name: "birthstone-ring-and-studs-set",
      alt: "Two pictures, one above the other: a fine 18k yellow gold ring with an aquamarine, and a pair of emerald studs in the same metal",
      alloyId: yellow18,
    },
    {
      name: "birthstone-stacker",
      alt: "The ring of the set: a very fine 18k yellow gold band with one round aquamarine",
      alloyId: yellow18,
    },
    {
      name: "birthstone-studs",
      alt: "The studs of the set: round emeralds in plain rims of 18k yellow gold",
      alloyId: yellow18,
    },
  ],
};
