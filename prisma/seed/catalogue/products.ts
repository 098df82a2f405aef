import { bangleAndHoopsSet } from "./products/bangle-and-hoops-set";
import { birthstoneChainBracelet } from "./products/birthstone-chain-bracelet";
import { birthstoneRingAndStudsSet } from "./products/birthstone-ring-and-studs-set";
import { birthstoneStacker } from "./products/birthstone-stacker";
import { birthstoneStuds } from "./products/birthstone-studs";
import { charmBracelet } from "./products/charm-bracelet";
import { coordinatesTagNecklace } from "./products/coordinates-tag-necklace";
import { engravedCuff } from "./products/engraved-cuff";
import { engravedDiscNecklace } from "./products/engraved-disc-necklace";
import { familyBirthstonePendant } from "./products/family-birthstone-pendant";
import { granulatedDiscs } from "./products/granulated-discs";
import { hammeredBand } from "./products/hammered-band";
import { hammeredBangle } from "./products/hammered-bangle";
import { hammeredHoops } from "./products/hammered-hoops";
import { heartLocket } from "./products/heart-locket";
import { infinityNecklace } from "./products/infinity-necklace";
import { moonAndStarNecklace } from "./products/moon-and-star-necklace";
import { nameBarNecklace } from "./products/name-bar-necklace";
import { newArrivalSet } from "./products/new-arrival-set";
import { openWaveRing } from "./products/open-wave-ring";
import { posyRing } from "./products/posy-ring";
import { treeOfLifePendant } from "./products/tree-of-life-pendant";
import { trioBirthstoneRing } from "./products/trio-birthstone-ring";
import { twistedRopeBand } from "./products/twisted-rope-band";
import type { SampleProduct } from "./types";

/** In the order in which the shop shows them: the window first. */
export const sampleProducts: SampleProduct[] = [
  hammeredBand,
  trioBirthstoneRing,
  engravedDiscNecklace,
  posyRing,
  moonAndStarNecklace,
  birthstoneStuds,
  infinityNecklace,
  twistedRopeBand,
  heartLocket,
  hammeredBangle,
  nameBarNecklace,
  birthstoneStacker,
  granulatedDiscs,
  familyBirthstonePendant,
  engravedCuff,
  treeOfLifePendant,
  newArrivalSet,
  openWaveRing,
  charmBracelet,
  hammeredHoops,
  coordinatesTagNecklace,
  birthstoneChainBracelet,
  birthstoneRingAndStudsSet,
  bangleAndHoopsSet,
];
