import type { SampleGuide } from "../types";

export const caringForAPiece: SampleGuide = {
  slug: "caring-for-a-piece",
  title: "Caring for a piece",
  summary: "How to clean, keep and mend silver, gold and stones, and what never to do to them.",
  picture: "guide-caring-for-a-piece",
  pictureAlt: "Close up of a polished heart locket, with the soft reflections of a window on both lobes",
  body: `Jewellery that's worn looks better than jewellery that's kept. These few habits are all it needs.

## Three habits

1. **Last on, first off.** Scent, hair spray and hand cream dull metal and creep behind stones. Put jewellery on after them.
2. **Off for water, earth and weights.** Chlorine attacks gold solder, salt water takes rings off cold fingers, and a dumb-bell presses any ring oval.
3. **One piece, one pouch.** A diamond scratches a sapphire, a sapphire scratches gold, and everything scratches a pearl.

## Cleaning

For all metals, and for hard stones in closed rims: a bowl of warm water, a drop of washing-up liquid, a soft toothbrush, two minutes. Brush from behind as well. Rinse in a bowl, not over the plughole. Dry with a soft cloth.

| Material | Water and soap | Silver cloth | Ultrasonic bath |
| --- | --- | --- | --- |
| Sterling silver | yes | yes | yes, without stones |
| Gold of 9k to 18k, platinum | yes | no need | yes, without stones |
| Oxidised silver | rinse only | no, it takes off the black | no |
| Brushed or satin surfaces | yes | only along the lines | yes |
| Diamond, sapphire, ruby, spinel | yes | | usually |
| Garnet, amethyst, citrine, topaz, aquamarine, peridot, tourmaline | yes, lukewarm | | no |
| Emerald | damp cloth: there's oil in it | | never |
| Opal, turquoise, pearl, moonstone | damp cloth | | never |
| Tanzanite, zircon | yes, lukewarm, no knocks | | never |

Toothpaste is sand. So is most metal polish out of a tin. They'll make silver bright once and rub the letters out of an engraving in a year.

## Why silver goes dark

Silver reacts with the sulphur in air, wool, eggs and rubber. It isn't dirt and it isn't a fault: the black is a skin a few millionths of a millimetre thick. Wear slows it down, because skin rubs it off. For pieces that rest, a closed bag with a strip of anti-tarnish paper helps; a bathroom shelf doesn't.

Gold doesn't darken, except that 9k, which holds more silver and copper, may dull a little over the years. White gold of ours is left in its own colour, a warm grey-white. We don't plate it with rhodium, so there's nothing to wear off and nothing to renew.

Platinum scratches as readily as gold, but the metal moves aside rather than coming off. After some years it has a grey bloom that people either love or ask us to polish away.

## Hammered, brushed, oxidised

A finish is the top tenth of a millimetre, and life works on it. Hammered flats soften at the edges, brushing closes up, the black of an oxidised ring wears off on the crests and stays in the valleys. That's how they're meant to age. When you miss the old look we can put it back: it takes a day at the bench, and nobody will know.

## Stones

Once in a while hold the piece to your ear and tap it. A stone that ticks is loose; stop wearing it and send it to us. Look at the rim with a lens once a year. A closed rim lasts for decades, yet a hard knock against stone or steel can lift it.

## Mending, resizing, passing on

We keep the ticket of every piece that we make: alloy, size, stones, solder. So we can mend it twenty years on with the right metal, and so can whoever comes after us.

- **Repolishing**: once a year, for the price of the postage.
- **Resizing**: most plain and hammered rings, up or down two sizes; rings with three stones, one size. An engraved line inside has to have room.
- **A lost stone**: send us the piece and the month. We set the nearest match.
- **A piece you've inherited**: bring it, even if it isn't ours. Metal can be melted into a new ring, and it's right that it should be. For hallmarking it has to be assayed afresh.`,
};
