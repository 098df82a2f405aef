import type { SampleGuide } from "../types";

export const birthstones: SampleGuide = {
  slug: "birthstones",
  title: "Birthstones, month by month",
  summary: "Which stones belong to which month, which are official, and which are hard enough for a ring.",
  picture: "guide-birthstones",
  pictureAlt: "Close up of a column of stones in closed rims: a garnet, a sapphire, an emerald and a citrine",
  body: `The idea that a month has a stone is old; the list that everybody uses is not. It was drawn up in 1912 by American jewellers, who wanted one list instead of a dozen, and it has been added to since. Several months have two or three stones, and there's no need to make do with one you don't like.

## The list

| Month | Official | Older or other lists |
| --- | --- | --- |
| January | garnet | |
| February | amethyst | |
| March | aquamarine | bloodstone (traditional) |
| April | diamond | rock crystal (traditional) |
| May | emerald | chrysoprase (traditional) |
| June | pearl, moonstone, alexandrite | |
| July | ruby | carnelian (traditional) |
| August | peridot, spinel | sardonyx (traditional) |
| September | sapphire | |
| October | opal, tourmaline | |
| November | citrine, topaz | |
| December | turquoise, tanzanite, zircon | lapis lazuli (traditional), blue topaz (a habit of the trade) |

*Official* means the list of Jewelers of America with its alternates. *Traditional* means the list of 1912 or the British one. Blue topaz for December is in neither: the trade began to sell it so, and many people were given one. There's nothing wrong with that, but nobody decided it either.

Spinel was added in 2016, tanzanite in 2002, citrine in 1952. Zircon is a natural mineral, with more fire than sapphire. It has nothing to do with cubic zirconia, which is made in a furnace and imitates diamond.

## Two people, one month

A family doesn't have its birthdays spread neatly over the year. On all our family pieces you can put the same stone in as many places as you need. If two Septembers sit side by side and you'd like to tell them apart, most months offer a second stone; September doesn't, so put something between them, or let them be twins.

## Hard enough?

Hardness is counted from 1 to 10, after Mohs. Dust contains quartz, which is 7: what is softer gets dull on a hand.

| Hardness | Stones | Where to wear them |
| --- | --- | --- |
| 10 | diamond | anywhere |
| 9 | ruby, sapphire | anywhere |
| 8 to 8½ | alexandrite, spinel, topaz | anywhere |
| 7½ to 8 | emerald, aquamarine | rings with care; emerald is hard but brittle |
| 7 to 7½ | garnet, amethyst, citrine, tourmaline, rock crystal, zircon | rings with care |
| 6½ to 7 | peridot, tanzanite, carnelian, bloodstone, chrysoprase, sardonyx | pendants, earrings; rings that you take off to work |
| 5 to 6½ | opal, turquoise, moonstone, lapis lazuli | better round the neck or in the ear |
| 2½ to 4½ | pearl | round the neck or in the ear |

A closed rim, the only setting that we use, protects a stone far better than claws do. That's why you'll find moonstone, peridot and turquoise on our rings, but no pearl, opal, tanzanite or lapis.

## Honest names

Nearly every coloured stone has had something done to it, and you've a right to know what.

- **Heating** brings out the colour of sapphire, ruby, aquamarine, tanzanite, zircon and citrine. It's permanent and accepted everywhere, as long as it's said.
- **Oil** fills fine cracks in emeralds. It can dry out: no hot water, no solvents.
- **Irradiation** makes colourless topaz blue.
- **Resin** keeps turquoise from fading.
- **Grown in a laboratory**: our diamonds and alexandrites. They're the same crystals as mined ones, made in weeks. We say so each time.
- **Cultured**: every pearl of ours was begun by a person and finished by a mussel.

Beside each stone in the shop you'll read where ours come from and what was done to them.

## Colours differ

The picture shows one stone of many. Garnets run from brick to raspberry, sapphires from cornflower to ink. We choose for liveliness rather than depth, because dark stones look black in the evening. If you have a wish, lighter, darker, more violet, write it to us before we set it and we'll look through the parcel.`,
};
