import type { SampleGuide } from "../types";

export const ringSizes: SampleGuide = {
  slug: "ring-sizes",
  title: "Ring sizes",
  summary:
    "How to measure a finger or a ring, with a table of UK, US and European sizes that agrees with the mandrel.",
  picture: "guide-ring-sizes",
  pictureAlt: "Close up of the inside curve of a plain gold band standing on plaster",
  body: `A ring size is a length: the way round the inside of the ring, in millimetres. Everything else, letters, half numbers, numbers that start at 40, is a way of writing that length down. We keep the millimetres and let you choose the writing.

## Measure a ring that fits

The best way, if you've one for the same finger.

1. Lay it on a ruler and measure the inside across the middle, from metal to metal. Turn it and measure again; if the two differ, take the mean.
2. Find that diameter in the table. Between two lines, take the larger for a wide ring, the smaller for a fine one.

Half a millimetre of diameter is more than one UK size, so measure in good light, and twice.

## Measure a finger

1. Cut a strip of paper 5 mm wide and wind it round the finger where the ring will sit.
2. Mark where it overlaps, lay it flat and measure. That's your size in millimetres, the middle column.
3. Slide the closed strip over the knuckle. If it won't go, add a millimetre and try again. The ring has to pass the knuckle, and it stays on because of it.

Do it in the evening, when you're warm, on the hand that will wear it: the two hands often differ by half a size. Fingers are up to a whole size smaller on a cold morning and larger in a heatwave.

String is no good; it stretches. So do most printed finger charts, when the printer scales the page: [ours](/guides/ring-sizes/sizer) has a ruler and a bank card to check it by.

## The table

| Inside diameter | Way round | UK, Ireland, Australia | US, Canada | EU (ISO) |
| --- | --- | --- | --- | --- |
| 14.9 mm | 46.8 mm | H½ | 4 | 47 |
| 15.3 mm | 48.0 mm | I½ | 4½ | 48 |
| 15.7 mm | 49.3 mm | J½ | 5 | 49 |
| 16.1 mm | 50.6 mm | K½ | 5½ | 51 |
| 16.5 mm | 51.9 mm | L½ | 6 | 52 |
| 16.9 mm | 53.1 mm | M½ | 6½ | 53 |
| 17.3 mm | 54.4 mm | N½ | 7 | 54 |
| 17.7 mm | 55.7 mm | O½ | 7½ | 56 |
| 18.1 mm | 57.0 mm | P½ | 8 | 57 |
| 18.5 mm | 58.3 mm | Q½ | 8½ | 58 |
| 18.9 mm | 59.5 mm | R½ | 9 | 60 |
| 19.4 mm | 60.8 mm | S½ | 9½ | 61 |
| 19.8 mm | 62.1 mm | T½ | 10 | 62 |
| 20.2 mm | 63.4 mm | U½ | 10½ | 63 |
| 20.6 mm | 64.6 mm | V½ | 11 | 65 |
| 21.4 mm | 67.2 mm | Y | 12 | 67 |

Many charts say that a US 7 is a UK N or O. It's neither: it's 54.4 mm, and so is an N½. Being half a letter off is the commonest reason why rings ordered by letter come back.

**Switzerland, Italy, Spain and the Netherlands** take the way round and subtract 40, so 54 mm is a 14. **Japan** counts in thirds of a millimetre of diameter: its size 14 is 17.3 mm across.

## Wide rings wear tight

A band of more than about 6 mm presses on more of the finger. If yours is wide, think about half a size more than usual. We say so on the page, but we never change the size that you chose.

A ring that's loose by half a size will turn, which a plain band doesn't mind and one with stones does. A ring that's tight by half a size comes off with soap in the morning and not at all in August.

## If it doesn't fit

Send it back within a year and we change the size once for the price of the postage, wherever the design lets us. Plain, hammered and rope bands can be changed. A ring that's engraved all the way round can't be without cutting the line, so do measure twice for those.

## Bracelets and bangles

For a **chain bracelet** or a **cuff**, wind the paper strip round the wrist just above the bone, snugly, and order that number for a cuff, and 15 to 20 mm more for a chain.

For a closed **bangle** the wrist doesn't matter. Fold your thumb into your palm, measure round the widest part of the hand, and order that.`,
};
