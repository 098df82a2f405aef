import { care, careText } from "../care-kit";
import { castStock, GOLD_AND_SILVER, stones } from "../materials-kit";
import {
  familyStones,
  insideRing,
  laserZone,
  metal,
  metals,
  options,
  resizable,
  ringSizes,
  ringStones,
  rose14,
  SAMPLE_RING_MM,
  silver,
  slot,
  white18,
  yellow18,
} from "../options-kit";
import { bench, casting } from "../routing-kit";
import type { SampleProduct } from "../types";
import { band, bezels, together } from "../volumes";

const stone = (id: string, label: string, chosen: string) =>
  slot({ id, label, mm: 3.1, default: chosen, allowed: ringStones, settingMinutes: 16 });

export const trioBirthstoneRing: SampleProduct = {
  slug: "trio-birthstone-ring",
  name: "Trio birthstone ring",
  kind: "ring",
  maker: "kit-finch",
  summary:
    "Three birthstones side by side in closed rims: the three people, or the three months, that made a family.",
  story: `Three is an awkward number for a jeweller. Two stones balance, one leads, but three want to be a row of buttons. Kit's answer was to lean the outer two by a few degrees, so that they follow the curve of the finger and all three can be seen at once.

Choose any stone for any place, the same one twice or three times if the calendar will have it so. Twins are twins, and nobody should have to pretend that one of them was born in October.

The order is yours as well. Some put themselves in the middle, some the child; we've had one with three garnets for three Januaries. Inside there is room for a short line, cut by laser, since the band is too narrow for a graver to turn in.`,
  making: `1. Band and rims are cast as one from a wax that Kit carved and sized for you, so there's no joint to give way between the stones.
2. Back from the casting house, each rim is opened to fit its own stone.
3. Kit sets them from the middle outwards and checks that the three tables lie in one arc.
4. Words for the inside are marked by laser.
5. Hallmarked where the weight asks for it, then hand-finished and polished.`,
  variationNote:
    "The three stones are chosen to sit well together in size and liveliness, not in colour. Each differs a little from the picture, and from its neighbour even where the name is the same.",
  care: careText(care.daily, care.clean, care.hardStones),
  materials: [castStock("Band and rims", GOLD_AND_SILVER), stones("Three round stones, 3.1 mm")],
  techniques: ["stone-setting", "casting", "laser-engraving"],
  motifs: [],
  occasions: ["birth", "for-a-mother", "anniversary", "christmas"],
  options: options({
    metals: [metal(silver, ["polished"]), ...metals([rose14, yellow18, white18], ["polished"])],
    size: ringSizes(resizable(3.75, 2.5, 8)),
    personal: familyStones,
    stoneSlots: [
      stone("stone-1", "Left stone", "ruby"),
      stone("stone-2", "Middle stone", "emerald"),
      stone("stone-3", "Right stone", "sapphire"),
    ],
    engravingZones: [laserZone(insideRing(1.5, 1.2))],
  }),
  priceRule: {
    ...together(band(SAMPLE_RING_MM, 2.1, 1.4, 0.84), bezels(3, 3.1)),
    referenceMm: SAMPLE_RING_MM,
    lossBps: 900,
    findings: [{ label: "Casting and wax", minor: 1100 }],
  },
  routing: [casting, ...bench({ forming: 30, polishing: 25 })],
  pictures: [
    {
      name: "trio-birthstone-ring",
      alt: "An 18k yellow gold ring lying on its side with a ruby, an emerald and a sapphire in a row of closed rims",
      alloyId: yellow18,
    },
    {
      name: "trio-birthstone-ring-sterling-silver",
      alt: "The trio ring in sterling silver with a ruby, an emerald and a sapphire",
      alloyId: silver,
    },
    {
      name: "trio-birthstone-ring-14k-rose-gold",
      alt: "The trio ring in 14k rose gold with a ruby, an emerald and a sapphire",
      alloyId: rose14,
    },
    {
      name: "trio-birthstone-ring-18k-white-gold",
      alt: "The trio ring in 18k white gold with a ruby, an emerald and a sapphire",
      alloyId: white18,
    },
  ],
};
