import { care, careText } from "../care-kit";
import { ownStock } from "../materials-kit";
import { metals, options, yellow18 } from "../options-kit";
import { bench } from "../routing-kit";
import type { SampleProduct } from "../types";
import { disc, lump, together, wire } from "../volumes";

// 34 grains round the rim and 19 in the middle of each disc, 0.72 mm thick.
const GRAINS_MM3 = 2 * 53 * ((4 / 3) * Math.PI * 0.36 ** 3);

export const granulatedDiscs: SampleProduct = {
  slug: "granulated-discs",
  name: "Granulated disc earrings",
  kind: "earrings",
  maker: "maud-osei",
  summary: "18k discs edged with grains of gold, fused on without solder. An edition of forty pairs.",
  story: `Granulation was perfect 2,600 years ago. Etruscan goldsmiths laid grains finer than sand in rows and fixed them so cleanly that nobody could see how; then the knack was lost, and the nineteenth century broke its teeth on it.

What they did, it turned out, was to let copper do it: a trace of copper salt under each grain, a careful flame, and for one second grain and sheet share a skin. A breath too long and a week's work sinks into a puddle.

Maud learned it in Accra from an uncle who made beads for chiefs' stools, and she can do about one pair a fortnight beside her other work. So there are forty pairs, numbered on the back of the left disc, and when they're gone they're gone: she'd like to draw something else then.`,
  making: `1. Clippings of 18k gold wire are melted in charcoal dust, where each rolls itself into a ball. They are sieved by size.
2. The discs are cut from 18k sheet and domed over lead, just enough to look alive.
3. Grain by grain, 53 to a disc, they are laid with a brush and a glue of quince seed.
4. Fused in one heat, without solder.
5. The hooks are bent by hand, so that both discs hang facing forward.`,
  variationNote:
    "A grain sits a little high, another a little low; the ring of grains isn't drawn with compasses. Under a lens you can see where Maud began.",
  care: careText(
    "Don't sleep in them: the hooks are meant to be gentle on the ear, not strong.",
    care.clean,
    "Never have them polished by machine. The wheel takes the crowns off the grains, and no one can put them back.",
  ),
  materials: [
    ownStock("Discs and grains", "18k yellow gold (750)"),
    ownStock("Hooks", "18k yellow gold (750)"),
  ],
  techniques: ["granulation", "doming"],
  motifs: [],
  occasions: ["anniversary", "birthday"],
  options: options({ metals: metals([yellow18], ["satin"]) }),
  priceRule: {
    ...together(disc(11, 1), disc(11, 1), lump(GRAINS_MM3), wire(56, 0.84)),
    referenceMm: null,
    lossBps: 800,
    findings: [],
  },
  routing: bench({ forming: 210, polishing: 20 }),
  editionSize: 40,
  pictures: [
    {
      name: "granulated-discs",
      alt: "A pair of 18k yellow gold disc earrings on hooks, edged with fine grains and with a rosette of grains in the middle",
      alloyId: yellow18,
    },
  ],
};
