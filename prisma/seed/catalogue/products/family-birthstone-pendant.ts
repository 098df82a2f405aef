import { care, careText } from "../care-kit";
import { CAPITALS } from "../fonts";
import { chainStock, findings, GOLD_AND_SILVER, ownStock, stones } from "../materials-kit";
import {
  chainLengths,
  familyStones,
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
import { bezels, chain, lump, sheet, together } from "../volumes";

const stone = (id: string, label: string, chosen: string, required: boolean) =>
  slot({ id, label, mm: 2.7, default: chosen, required, settingMinutes: 14 });

/** On the back of the column, level with its stone: the front has no room beside a rim. */
const initial = (besideSlot: string, label: string) =>
  handZone({
    ...{ id: `initial-${besideSlot.slice(-1)}`, label, besideSlot, maxCharacters: 2 },
    ...{ shape: "straight", widthMm: 4, heightMm: 3, minHeightMm: 1.4, maxHeightMm: 2.4 },
    fonts: [CAPITALS],
    ...{ baseMinor: 0, perCharacterMinor: 350, baseMinutes: 2, perCharacterMinutes: 4 },
  });

export const familyBirthstonePendant: SampleProduct = {
  slug: "family-birthstone-pendant",
  name: "Family birthstone pendant",
  kind: "necklace",
  maker: "kit-finch",
  summary:
    "Two to four birthstones in a column, one for each of yours, months repeated as often as life did.",
  story: `A grandmother came to the bench with a list: March, March, September, March. Another shop had told her to choose "a different stone for variety". She wanted three aquamarines and a sapphire, because that's who they were.

So here any stone can stand in any place and as many times as it needs to. Two are the least, four the most; places you leave out are left off, and the column is filed to length, so it never looks like something is missing.

Kit's advice on order: oldest on top, or yourself on top, or whoever will ask first. When another comes along, send it back; as long as there are fewer than four, we can lengthen the column and add a stone.`,
  making: `1. The column is sawn from sheet and rounded at the ends.
2. Kit makes each rim to its own stone and solders them on in one heat, so that they stand in line.
3. The stones are set from the top down and levelled with a straight edge.
4. Initials are cut by hand into the back, each level with its stone.
5. A loop and a ring are added, and the chain is cut to your length.`,
  variationNote:
    "At 2.7 mm a stone's colour reads lighter than in a large one, and two of one name differ. The rims stand straight to within what a hand and an eye can do.",
  care: careText(care.daily, care.hardStones, care.softStones, care.chain),
  materials: [
    ownStock("Column and rims", GOLD_AND_SILVER),
    chainStock("Trace chain, 1.2 mm, of the same alloy: sterling silver (925), gold of 9k, 14k or 18k"),
    findings("Clasp and rings", "Of the same alloy: sterling silver (925), gold of 9k, 14k or 18k"),
    stones("Two to four round stones, 2.7 mm"),
  ],
  techniques: ["stone-setting", "piercing", "soldering", "hand-engraving"],
  motifs: [],
  occasions: ["birth", "for-a-mother", "christmas", "anniversary"],
  options: options({
    metals: metals([silver, gold9, rose14, yellow18], ["polished", "satin"]),
    size: chainLengths(),
    personal: familyStones,
    stoneRow: true,
    stoneSlots: [
      stone("stone-1", "First stone, on top", "garnet", true),
      stone("stone-2", "Second stone", "sapphire", true),
      stone("stone-3", "Third stone", "emerald", false),
      stone("stone-4", "Fourth stone", "citrine", false),
    ],
    engravingZones: [
      initial("stone-1", "Initial behind the first stone"),
      initial("stone-2", "Initial behind the second stone"),
      initial("stone-3", "Initial behind the third stone"),
      initial("stone-4", "Initial behind the fourth stone"),
    ],
  }),
  priceRule: {
    ...together(sheet(18.2 * 5 - 3, 1.1), bezels(4, 2.7), chain(450, "fine"), lump(45)),
    referenceMm: 450,
    lossBps: 700,
    findings: [{ label: "Clasp and closing the chain", minor: 650 }],
  },
  routing: bench({ forming: 55, polishing: 18 }),
  pictures: [
    {
      name: "family-birthstone-pendant",
      alt: "An upright 18k yellow gold column with a garnet, a sapphire, an emerald and a citrine one below the other, on a chain",
      alloyId: yellow18,
    },
  ],
};
