import { care, careText } from "../care-kit";
import { chainStock, findings, GOLD_AND_SILVER, ownStock } from "../materials-kit";
import { chainLengths, gold9, metals, options, rose14, silver, white18, yellow18 } from "../options-kit";
import { bench } from "../routing-kit";
import type { SampleProduct } from "../types";
import { chain, lump, together, wire } from "../volumes";

export const infinityNecklace: SampleProduct = {
  slug: "infinity-necklace",
  name: "Infinity necklace",
  kind: "necklace",
  maker: "kit-finch",
  summary: "One wire that crosses itself and comes back: an infinity sign, 25 mm wide, hung from both ends.",
  story: `John Wallis put the sign into print in 1655 and never said why he chose it. A hundred, some say, in old Roman figures; or an eel biting its tail. People have read into it what they needed ever since.

Kit makes it from a single piece of wire, so it has one joint and one crossing, and the crossing is real: the wire passes over itself and doesn't merge. Run a finger along it and you come back to where you were without lifting.

It is hung from both ends and lies flat along the collarbone. Rose gold of 14k is the favourite for this one, but silver shows the crossing best.`,
  making: `1. A wire of 1.7 mm is tapered slightly towards the middle, where it will cross itself.
2. Kit bends both loops round the same steel pin, so that they agree, and solders the one joint.
3. The sign is flattened a little with a hide mallet, which hardens it and keeps the crossing open.
4. Polished all round, ringed at both ends and hung from two lengths of chain.`,
  variationNote:
    "One loop is always a touch larger; the hand that bends the second knows more than the hand that bent the first.",
  care: careText(care.daily, care.clean, care.gold, care.chain),
  materials: [
    ownStock("Sign", GOLD_AND_SILVER),
    chainStock("Trace chain, 1.2 mm, of the same alloy: sterling silver (925), gold of 9k, 14k or 18k"),
    findings("Clasp and rings", "Of the same alloy: sterling silver (925), gold of 9k, 14k or 18k"),
  ],
  techniques: ["wire-work", "forging"],
  motifs: ["infinity"],
  occasions: ["anniversary", "friendship", "valentine", "graduation"],
  options: options({
    metals: metals([rose14, yellow18, white18, gold9, silver], ["polished"]),
    size: chainLengths(400, 550),
  }),
  priceRule: {
    // 67 mm of wire, 1.5 mm on average and a little flattened; the sign replaces 25 mm of chain.
    ...together(wire(67, 1.34), chain(425, "fine"), lump(45)),
    referenceMm: 450,
    lossBps: 500,
    findings: [{ label: "Clasp and closing the chain", minor: 750 }],
  },
  routing: bench({ forming: 45, polishing: 16 }),
  pictures: [
    {
      name: "infinity-necklace",
      alt: "A 14k rose gold infinity sign of round wire, hung by both ends from a fine chain",
      alloyId: rose14,
    },
  ],
};
