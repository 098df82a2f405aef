import type { SampleGuide } from "../types";

export const hallmarksAndMetals: SampleGuide = {
  slug: "hallmarks-and-metals",
  title: "Metals and hallmarks",
  summary:
    "What 9k, 14k, 18k, sterling and platinum 950 mean, how they wear, and what the marks inside a ring say.",
  picture: "guide-hallmarks-and-metals",
  pictureAlt: "Close up of a disc with a brushed face in 14k rose gold",
  body: `Pure gold is too soft for a ring that's worn, and so is pure silver. What jewellers use are alloys: the precious metal with copper, silver or something else that makes it harder. The number says how much of it is precious.

## Fineness

| Name | Stamp | Precious metal | Grams per cm³ |
| --- | --- | --- | --- |
| Sterling silver | 925 | 92.5% silver | 10.4 |
| 9k gold | 375 | 37.5% gold | 11.2 |
| 14k gold | 585 | 58.5% gold | 12.6 to 13.3 |
| 18k gold | 750 | 75% gold | 14.6 to 15.6 |
| Platinum 950 | 950 | 95% platinum | 20.8 |

A karat (in Britain usually written carat) is a twenty-fourth part: 18k is 18 of 24, or 750 of 1,000.

The last column matters more than you'd think. The same ring, cut from the same drawing, weighs twice as much in platinum as in silver, because platinum is twice as dense. So our prices don't have a surcharge for each metal. We work out how much metal is in the piece at your size, what that weighs in your alloy, and what a gram of that alloy costs today. You can see that line in the price.

Weights are about right, to a twentieth either way: it's hand work.

## Which to choose

- **Sterling silver** is white, bright and the least dear. It's soft: a ring will have a fine web of scratches within a month, and darkens when it isn't worn.
- **9k yellow gold** is hard and pale, a good choice for chains and for people who are rough on things.
- **14k** sits between. Our rose gold is 14k: it takes its pink from copper.
- **18k yellow gold** has the deep colour that people mean when they say gold. A little softer, and much heavier.
- **White gold** is gold whitened with palladium. It isn't as white as silver, more the colour of a pale pebble, and we leave it that way, without plating.
- **Platinum 950** is grey-white, dense and patient. It takes the bench longer, which is why some finishes aren't offered in it.

If your skin reacts to cheap earrings, it's nearly always nickel. We buy no alloy that contains it as an ingredient.

## The hallmark

In the United Kingdom a thing may be sold as gold, silver, platinum or palladium above a certain weight only if an independent office has tested and marked it. That's been the law, in one form or another, since 1300, and it may be the oldest consumer protection there is.

| Metal | Hallmark needed above |
| --- | --- |
| Silver | 7.78 g |
| Gold | 1 g |
| Platinum | 0.5 g |
| Palladium | 1 g |

So a gold ring nearly always goes to the assay office, and a silver one hardly ever: it's too light to need to. That's why the same ring may take a week longer in 18k than in silver. The page counts it in.

What you'll find struck inside:

1. **The sponsor's mark**: our initials in a shield, registered with the office. This is the touchmark, the maker's answer for the piece.
2. **The fineness**: 375, 585, 750, 925 or 950, in a shape that differs by metal.
3. **The office**: an anchor for Birmingham, a leopard's head for London, a rose for Sheffield, a castle for Edinburgh.
4. Often, by choice, **the year**, as a letter.

The marks need about 12 mm, which is why words inside a ring have to leave that much free.

## Recycled, and what we can say

Sheet and wire at our bench come from a dealer who recycles: old jewellery, workshop scrap, electronics. For those parts the origin beside each product says *recycled*. Casting grain and machine-made chain are another matter. They hold metal whose mine nobody can name to us, so there we say just that. You'll find it component by component, because a piece is seldom all one thing.`,
};
