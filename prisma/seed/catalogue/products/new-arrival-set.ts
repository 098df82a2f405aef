import { care, careText } from "../care-kit";
import { chainStock, findings, GOLD_AND_SILVER, ownStock, stones } from "../materials-kit";
import {
  chainLengths,
  gold9,
  handZone,
  metals,
  options,
  rose14,
  silver,
  slot,
  yellow18,
} from "../options-kit";
import { bench } from "../routing-kit";
import type { SampleProduct } from "../types";
import { birthstoneStuds } from "./birthstone-studs";
import { nameBarNecklace } from "./name-bar-necklace";

export const newArrivalSet: SampleProduct = {
  slug: "new-arrival-set",
  name: "New arrival set",
  kind: "set",
  maker: "maud-osei",
  summary: "A hand-engraved name bar and a pair of birthstone studs: a name and a month, in one box.",
  story: `In the first weeks nobody brings the mother anything. There are eleven muslin cloths and a mobile with owls. This is for her.

The bar carries the name, cut by hand by Maud; the studs carry the month, set by Kit. Both can be worn with a baby about: the studs are closed and smooth, and the bar hangs short and holds on at both ends. Hoops and long chains can wait until the grabbing stops.

If the name isn't settled yet, take the studs now and the bar when it is. We cut what you ordered, letter for letter, and a name that changes after the graver has been there stays changed only on paper.`,
  making: `1. Maud saws and files the bar, brushes it and hand-engraves the name.
2. Kit makes the two rims, sets the stones and fits the posts.
3. Chain is cut to your length and joined to both ends of the bar.
4. Everything is polished and checked together, and packed in one box with a card.`,
  variationNote:
    "The letters are cut by hand and the stones are matched by eye: the set is one of a kind in ways that only you will look for.",
  care: careText(
    care.daily,
    care.clean,
    care.engraved,
    "Take the studs out to sleep for the first months; small hands find them.",
    care.softStones,
  ),
  materials: [
    ownStock("Bar, rims and posts", GOLD_AND_SILVER),
    chainStock("Trace chain, 1.2 mm, of the alloy of the bar: sterling silver (925), gold of 9k, 14k or 18k"),
    findings(
      "Clasp and butterflies",
      "Of the alloy of the bar: sterling silver (925), gold of 9k, 14k or 18k",
    ),
    stones("Two round stones, 5 mm"),
  ],
  techniques: ["hand-engraving", "stone-setting"],
  motifs: [],
  occasions: ["birth", "for-a-mother", "christening"],
  options: options({
    metals: metals([silver, gold9, rose14, yellow18], ["brushed", "polished"]),
    size: chainLengths(400, 550),
    stoneSlots: [
      slot({ id: "stone-1", label: "Left stud", mm: 5, default: "emerald", settingMinutes: 20 }),
      slot({ id: "stone-2", label: "Right stud", mm: 5, default: "emerald", settingMinutes: 20 }),
    ],
    engravingZones: [
      handZone({
        id: "front",
        label: "Front of the bar",
        shape: "straight",
        widthMm: 32,
        heightMm: 4.2,
        minHeightMm: 2,
        maxHeightMm: 3.4,
      }),
    ],
  }),
  priceRule: {
    volumeMm3: nameBarNecklace.priceRule.volumeMm3 + birthstoneStuds.priceRule.volumeMm3,
    volumePerMm: nameBarNecklace.priceRule.volumePerMm,
    referenceMm: 450,
    lossBps: 700,
    findings: [
      { label: "Clasp and closing the chain", minor: 750 },
      { label: "Butterflies", minor: 250 },
    ],
  },
  routing: bench({ forming: 75, polishing: 24 }),
  pictures: [
    {
      name: "new-arrival-set",
      alt: "Two pictures, one above the other: an 18k yellow gold name bar on its chain, and a pair of emerald studs in the same metal",
      alloyId: yellow18,
    },
    {
      name: "name-bar-necklace",
      alt: "The name bar of the set: slim 18k yellow gold, hung by both ends from a fine chain",
      alloyId: yellow18,
    },
    {
      name: "birthstone-studs",
      alt: "The studs of the set: round emeralds in plain rims of 18k yellow gold",
      alloyId: yellow18,
    },
  ],
};
