import { care, careText } from "../care-kit";
import { chainStock, findings, GOLD_AND_SILVER, ownStock } from "../materials-kit";
import { chainLengths, gold9, metal, metals, options, silver, white18, yellow18 } from "../options-kit";
import { bench } from "../routing-kit";
import type { SampleProduct } from "../types";
import { chain, lump, together, wire } from "../volumes";

export const treeOfLifePendant: SampleProduct = {
  slug: "tree-of-life-pendant",
  name: "Tree of life pendant",
  kind: "necklace",
  maker: "rosalind-alder",
  summary:
    "A winter tree of soldered wire in a round frame, 24 mm across: roots, trunk and some forty twigs.",
  story: `Half the world has a tree that holds up the sky. The Norse one has an eagle in its top and a dragon gnawing its roots; the Celtic one is tied at both ends, so that roots and branches are the same knot. This one has no dragon. It's the ash at the end of Rosalind's street, drawn in January, when you can see how a tree is made.

The trunk is three wires laid side by side; they part into limbs, the limbs into branches, and the branches run on until they meet the frame. Nothing is stamped and nothing is flat. Hold it up and you can look through it at whatever is behind.

It has been given for births, for a first grandchild, for a garden planted in somebody's memory. One was buried under the tree it was meant for.`,
  making: `1. The frame is closed and turned round.
2. Three wires become the trunk, spread at both ends with pliers.
3. Limb by limb the tree is bent freehand and soldered, each joint protected from the next heat with a dab of ochre: some sixty joints.
4. Twigs are trimmed to touch the frame and fused to it.
5. The front is planished lightly, so that every twig shows a bright edge.`,
  variationNote:
    "No drawing is followed twice. Branches fork where that day's wire wanted to, so your tree is the only one with its outline. Expect it to lean a little; the ash does.",
  care: careText(
    care.daily,
    "Rinse it rather than rub it: cloth catches on twigs. A soft make-up brush takes the dust out.",
    care.silver,
    care.chain,
  ),
  materials: [
    ownStock("Tree and frame", GOLD_AND_SILVER),
    chainStock("Trace chain, 1.2 mm, of the same alloy: sterling silver (925), gold of 9k or 18k"),
    findings("Clasp and rings", "Of the same alloy: sterling silver (925), gold of 9k or 18k"),
  ],
  techniques: ["wire-work", "soldering"],
  motifs: ["tree-of-life"],
  occasions: ["birth", "remembrance", "birthday", "for-a-mother"],
  options: options({
    metals: [metal(silver, ["polished", "oxidised"]), ...metals([gold9, yellow18, white18], ["polished"])],
    size: chainLengths(400, 600),
  }),
  priceRule: {
    // The frame is a ring of 1.24 mm wire; trunk, limbs and roots come to 120 mm3.
    ...together(wire(70.4, 1.24), lump(120), chain(450, "fine"), lump(45)),
    referenceMm: 450,
    lossBps: 600,
    findings: [{ label: "Clasp and closing the chain", minor: 650 }],
  },
  routing: bench({ forming: 120, polishing: 30 }),
  pictures: [
    {
      name: "tree-of-life-pendant",
      alt: "A round 18k yellow gold pendant on a chain: a bare tree of fine wire with roots and branches inside a ring",
      alloyId: yellow18,
    },
  ],
};
