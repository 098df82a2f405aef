import { care, careText } from "../care-kit";
import { castStock, GOLD_AND_SILVER } from "../materials-kit";
import {
  gold9,
  metal,
  metals,
  options,
  resizable,
  ringSizes,
  rose14,
  SAMPLE_RING_MM,
  silver,
  usualRings,
  white18,
  yellow18,
} from "../options-kit";
import { bench, casting } from "../routing-kit";
import type { SampleProduct } from "../types";
import { wire } from "../volumes";

export const openWaveRing: SampleProduct = {
  slug: "open-wave-ring",
  name: "Open wave ring",
  kind: "ring",
  maker: "kit-finch",
  summary: "Two fine lines that part on top of the finger like water round a stone, and meet again beneath.",
  story: `Kit drew this on the ferry from Penarth, watching the wake: two lines that leave one another, cross, and come back. It took eleven waxes until the crossing looked like water and not like a pretzel.

The two lines are 1.2 mm thick and swell a little where they run together at the back of the finger, where a ring takes its knocks. On top there is mostly air, so it weighs almost nothing and a neighbouring ring can sit close.

People have bought it for a first swim in the sea, a house on the Gower, and once for a divorce ("we did meet again, as friends"). We don't ask, but we like to hear.`,
  making: `1. For your size Kit grows a wax from the original carving and corrects it by hand under the lens.
2. The casting house in Hatton Garden casts it in your metal.
3. Back here the sprue is cut off, the lines are trued by eye and filed where the mould left its skin.
4. Both lines are hand-finished with pumice cord, a strip of leather at a time, until the inside of the wave is as bright as the outside.

It is cast and then finished at the bench, so we call it handcrafted; it isn't a forged ring.`,
  variationNote:
    "The wax is the same for every size, the finishing isn't: the gap on top varies by a few tenths of a millimetre, and so does the thickness of the lines.",
  care: careText(
    care.daily,
    care.clean,
    "An open ring can be pressed oval. Don't wear it to lift weights or to climb; if it happens, we true it again without charge.",
  ),
  materials: [castStock("Ring", GOLD_AND_SILVER)],
  techniques: ["casting"],
  motifs: ["wave"],
  occasions: ["birthday", "graduation", "friendship"],
  options: options({
    metals: [
      metal(silver, ["polished", "satin"]),
      ...metals([gold9, rose14, yellow18, white18], ["polished"]),
    ],
    size: ringSizes(resizable(2.5, 2.5)),
    personal: usualRings,
  }),
  priceRule: {
    // Both lines weave: each is 6 % longer than the circle it follows.
    ...wire((SAMPLE_RING_MM + Math.PI * 1.5) * 1.06 * 2, 1.26, 1.06 * 2),
    referenceMm: SAMPLE_RING_MM,
    lossBps: 900,
    findings: [{ label: "Casting and wax", minor: 900 }],
  },
  routing: [casting, ...bench({ forming: 30, polishing: 30 })],
  pictures: [
    {
      name: "open-wave-ring",
      alt: "An 18k yellow gold ring of two fine lines that cross and open into a wave on top of the finger",
      alloyId: yellow18,
    },
  ],
};
