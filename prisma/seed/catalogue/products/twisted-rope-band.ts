import { care, careText } from "../care-kit";
import { GOLD_AND_SILVER, ownStock } from "../materials-kit";
import {
  gold9,
  metal,
  metals,
  notResizable,
  options,
  ringSizes,
  SAMPLE_RING_MM,
  silver,
  usualRings,
  white18,
  yellow18,
} from "../options-kit";
import { bench } from "../routing-kit";
import type { SampleProduct } from "../types";
import { wire } from "../volumes";

// The strands wind 22 times round the ring: each is 1.67 times as long as the ring itself.
const TWIST = 1.67;
const MIDDLE_OF_STRANDS_MM = SAMPLE_RING_MM + Math.PI * 1.7;

export const twistedRopeBand: SampleProduct = {
  slug: "twisted-rope-band",
  name: "Twisted rope band",
  kind: "ring",
  maker: "rosalind-alder",
  summary: "Two round wires twisted together by hand and closed into a ring: a handmade rope, 2.4 mm across.",
  story: `Bristol was built on rope. The rope walks are gone from the harbour, but the word has stayed in street names and in the way people here talk about being tied to somebody.

This is the simplest thing that can be done with two wires: twist them until they hold each other, then join the ends so that nobody can find the place. Simple isn't quick. One turn too few and the rope looks slack; one too many and the wire hardens and cracks. Rosalind counts 22 turns for a middling finger.

Worn alone it's a quiet ring with a good grip. Worn beside a plain band it makes the plain one look smoother, which is why many people come back for it a year after their wedding.`,
  making: `1. Two lengths of wire, 1.24 mm thick, are softened in the flame and twisted with a hand drill clamped to the bench.
2. The rope is cut to your size at the point where both strands meet exactly, bent and soldered.
3. Rosalind recuts the twist across the joint with a needle file, until the strands run through it unbroken.
4. It is tumbled in steel shot to harden it, then polished on the crests only, so that the valleys keep some shadow.`,
  variationNote:
    "The number of turns depends on your size, so the angle of the twist differs slightly from ring to ring. The joint can be felt with a fingernail if you know where it is.",
  care: careText(
    care.daily,
    care.clean,
    "Soap gathers between the strands: a soft toothbrush once a week keeps the valleys clean. The rope can be made up to one size larger or smaller later.",
  ),
  materials: [ownStock("Both strands", GOLD_AND_SILVER)],
  techniques: ["wire-work", "soldering"],
  motifs: ["knot"],
  occasions: ["wedding", "anniversary", "friendship"],
  options: options({
    metals: [metal(silver, ["polished", "oxidised"]), ...metals([gold9, yellow18, white18], ["polished"])],
    size: ringSizes(notResizable("the twist runs all the way round, and a joint would show.")),
    personal: usualRings,
  }),
  priceRule: {
    ...wire(MIDDLE_OF_STRANDS_MM * TWIST * 2, 1.24, TWIST * 2),
    referenceMm: SAMPLE_RING_MM,
    lossBps: 600,
    findings: [],
  },
  routing: bench({ forming: 70, polishing: 18 }),
  pictures: [
    {
      name: "twisted-rope-band",
      alt: "A slim 18k yellow gold ring made of two round wires twisted like rope, standing on pale plaster",
      alloyId: yellow18,
    },
  ],
};
