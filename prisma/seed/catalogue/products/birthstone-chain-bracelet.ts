import { care, careText } from "../care-kit";
import { chainStock, findings, GOLD_AND_SILVER, ownStock, stones } from "../materials-kit";
import {
  familyStones,
  gold9,
  metals,
  options,
  rose14,
  silver,
  slot,
  wristLengths,
  yellow18,
} from "../options-kit";
import { bench } from "../routing-kit";
import type { SampleProduct } from "../types";
import { bezels, chain, lump, together } from "../volumes";

const stone = (number: number, label: string, chosen: string, required = false) =>
  slot({
    id: `stone-${number}`,
    label,
    mm: 3.4,
    default: chosen,
    required,
    settingMinutes: 15,
  });

export const birthstoneChainBracelet: SampleProduct = {
  slug: "birthstone-chain-bracelet",
  name: "Birthstone chain bracelet",
  kind: "bracelet",
  maker: "kit-finch",
  summary: "A fine chain with three to five stones spaced along the front, in any order and any months.",
  story: `You see your own wrist more often than your own neck. That's the whole idea: this is a family you can count while waiting for the kettle.

Three stones at least, five at most, set into the chain itself and not hung from it, so it lies flat under a sleeve. They're spaced evenly, 12 mm apart, with the middle one opposite the clasp. Leave two places out and the rest close up.

Kit will set any stone next to any other, though she may write to you if two would vanish beside each other; garnet and ruby, side by side, are hard to tell apart at arm's length. If they're both yours, they're both yours.`,
  making: `1. A rim is made for each stone, with a small ring on either side.
2. The stones are set before the bracelet is joined, while each rim can still be held firmly.
3. Chain is cut into equal lengths, linked through the rims, and every link soldered shut.
4. Laid along a ruler, corrected by a link here and there, closed with a bolt ring and polished.`,
  variationNote:
    "Spacing is even to within one link. Stones of the same name differ in colour, and each sits turned in its own way.",
  care: careText(care.daily, care.clean, care.hardStones, care.softStones, care.chain),
  materials: [
    ownStock("Rims", GOLD_AND_SILVER),
    chainStock(
      "Trace chain, 1.8 mm, of the alloy of the rims: sterling silver (925), gold of 9k, 14k or 18k",
    ),
    findings("Clasp and rings", "Of the alloy of the rims: sterling silver (925), gold of 9k, 14k or 18k"),
    stones("Three to five round stones, 3.4 mm"),
  ],
  techniques: ["stone-setting", "soldering"],
  motifs: [],
  occasions: ["birth", "for-a-mother", "birthday", "friendship"],
  options: options({
    metals: metals([silver, gold9, rose14, yellow18], ["polished"]),
    size: wristLengths(150, 205),
    personal: familyStones,
    stoneRow: true,
    stoneSlots: [
      stone(1, "First stone", "ruby", true),
      stone(2, "Second stone", "blue-topaz", true),
      stone(3, "Third stone", "emerald", true),
      stone(4, "Fourth stone", "amethyst"),
      stone(5, "Fifth stone", "citrine"),
    ],
  }),
  priceRule: {
    ...together(chain(175, "medium"), bezels(5, 3.4), lump(45)),
    referenceMm: 175,
    lossBps: 600,
    findings: [{ label: "Clasp and closing the chain", minor: 850 }],
  },
  routing: bench({ forming: 70, polishing: 20 }),
  pictures: [
    {
      name: "birthstone-chain-bracelet",
      alt: "A fine 18k yellow gold chain bracelet with a ruby, a blue topaz, an emerald, an amethyst and a citrine along its front",
      alloyId: yellow18,
    },
  ],
};
