import { birthstones } from "./guides/birthstones";
import { caringForAPiece } from "./guides/caring-for-a-piece";
import { choosingAGift } from "./guides/choosing-a-gift";
import { engraving } from "./guides/engraving";
import { hallmarksAndMetals } from "./guides/hallmarks-and-metals";
import { howMadeToOrderWorks } from "./guides/how-made-to-order-works";
import { ringSizes } from "./guides/ring-sizes";
import type { SampleGuide } from "./types";

export const sampleGuides: SampleGuide[] = [
  howMadeToOrderWorks,
  choosingAGift,
  ringSizes,
  birthstones,
  hallmarksAndMetals,
  engraving,
  caringForAPiece,
];
