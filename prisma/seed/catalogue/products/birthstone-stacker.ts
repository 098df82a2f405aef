import { care, careText } from "../care-kit";
import { GOLD_AND_SILVER, ownStock, stones } from "../materials-kit";
import {
  gold9,
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
  usualRings,
  white18,
  yellow18,
} from "../options-kit";
import { bench } from "../routing-kit";
import type { SampleProduct } from "../types";
import { band, bezels, together } from "../volumes";

export const birthstoneStacker: SampleProduct = {
  slug: "birthstone-stacker",
  name: "Birthstone stacker",
  kind: "ring",
  maker: "kit-finch",
  summary: "A fine ring with one 3.5 mm stone in a closed rim, slim enough to wear three at once.",
  story: `A stacker has one job: to leave room for the next. The band is 1.5 mm wide, and the stone sits low, in a rim that is only just taller than the stone's edge, so two of them can lie side by side without knocking.

It began as a present for new mothers, one ring for each child. Since then people have stacked their sisters, their dogs, and the month in which they stopped smoking. Most months have more than one stone; if you don't care for citrine in November, topaz is just as right.

You won't find pearl or opal in the list here. Both are softer than the dust on a windowsill, and on a hand they'd be dull in a year. June has moonstone and alexandrite instead, October has tourmaline.`,
  making: `1. The band is drawn from wire, bent and soldered for your size.
2. Kit makes the rim for the very stone that goes into it: a strip of metal bent round, soldered, and filed until the stone drops in and doesn't rattle.
3. Rim and band are joined, and a little light is let in from below.
4. The stone is set by pushing the rim over its edge, a hair's breadth at a time, all the way round.
5. Polished, checked under the lens, and shaken by an ear.`,
  variationNote:
    "Stones are minerals: two garnets from one parcel differ in depth of red. The picture shows one aquamarine out of many. The rim is thinner or thicker by a tenth here and there.",
  care: careText(
    care.daily,
    care.clean,
    care.hardStones,
    "A band as fine as this isn't engraved: letters under a millimetre wear away, and we'd rather say so.",
  ),
  materials: [ownStock("Band and rim", GOLD_AND_SILVER), stones("One round stone, 3.5 mm")],
  techniques: ["stone-setting", "soldering"],
  motifs: [],
  occasions: ["birth", "birthday", "for-a-mother"],
  options: options({
    metals: [
      metal(silver, ["polished", "satin"]),
      ...metals([gold9, rose14, yellow18, white18], ["polished", "satin"]),
    ],
    size: ringSizes(resizable(2.5, 2.5, 6)),
    personal: usualRings,
    stoneSlots: [
      slot({ id: "stone-1", label: "Stone", mm: 3.5, default: "aquamarine", allowed: ringStones }),
    ],
  }),
  priceRule: {
    ...together(band(SAMPLE_RING_MM, 1.5, 1.1, 0.84), bezels(1, 3.5)),
    referenceMm: SAMPLE_RING_MM,
    lossBps: 600,
    findings: [],
  },
  routing: bench({ forming: 45, polishing: 15 }),
  pictures: [
    {
      name: "birthstone-stacker",
      alt: "A very fine 18k yellow gold ring lying on its side, with one round aquamarine in a plain closed rim",
      alloyId: yellow18,
    },
  ],
};
