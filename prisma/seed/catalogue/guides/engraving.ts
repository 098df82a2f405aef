import type { SampleGuide } from "../types";

export const engraving: SampleGuide = {
  slug: "engraving",
  title: "Engraving: by hand, machine or laser",
  summary: "Three ways of cutting letters, what fits where, and how to choose words that last.",
  picture: "guide-engraving",
  pictureAlt: "Close up of the smooth face of an open cuff, before a line is cut into it",
  body: `Three tools cut letters here. Each is better than the others at something, and every piece says which one is used on it.

## Three ways

| | By hand | By machine | By laser |
| --- | --- | --- | --- |
| Tool | a steel graver, pushed | a diamond point, dragged along a drawn letter | light |
| Looks | bright, swelling lines | even, fine lines | crisp, a little matt, often darker |
| Best for | outside of rings, bars, cuffs | discs, initials, scripts | figures, coordinates, narrow bands |
| Smallest letter | about 1.4 mm | about 1.5 mm | about 1 mm |
| Takes | an hour or more | a quarter of an hour | ten minutes |

**Hand engraving** removes metal. The line has two walls and a floor, so it flashes as you turn it, and it can be recut in fifty years. Two letters of the same kind are never identical. If you'd rather they were, choose the machine.

**Machine engraving** follows a drawn letter with a diamond that presses a line into the surface. It's even and quick, and it suits scripts with long joined strokes.

**Laser** burns a shallow line. Nothing touches the metal, so it can go inside a narrow band or write four lines on a tag. It's the shallowest of the three and wears first on surfaces that rub.

## Does it fit?

We don't count letters; we measure. *William* and *Lilli* have nearly the same number and not at all the same length. The page sets your line in the real typeface at the height that it'll be cut, with the spacing between each pair of letters, and compares that with the room on the piece in millimetres.

Inside a ring the room is the way round, less 12 mm for the hallmark. So the same words can fit a size R and not a size J. Choose the size first.

If your line is too long you'll be told by how much, and what would help: a smaller letter, a narrower typeface, another place.

## How high

| Where | Letters that last |
| --- | --- |
| Inside a ring | from 1 mm: nothing rubs there but skin |
| Outside a ring | from 2 mm |
| Pendants, discs, bars | from 2 mm |
| Cuffs | from 2.2 mm |
| Tags, by laser | from 1.4 mm, but 2 mm stays sharp for longer |

Height means the height of a capital. Below 2 mm on a face that's exposed, letters wear soft within a few years. Bands under 3 mm are usually too narrow to engrave by hand, and we don't offer it where it would disappoint.

## What can be cut

Any letter that the typeface has. That sounds obvious, yet it's where engraving goes wrong most often: a screen will quietly borrow a missing letter from another typeface, and a graver can't. So the page checks each character. If your é, ł or Ψ isn't in the typeface that you've chosen, it says so and tells you which others have it.

There are no emoji. Hearts, stars, moons and infinity signs are drawn by Maud and offered as symbols where there's room.

We cut what you type. Capitals stay capitals, two spaces stay two spaces, and your full stop is your business. Please look at the line once as if you'd never seen it before.

## Words that last

- **Dates**: 12.6.2021, 12 June 2021 or XII·VI·MMXXI. Write the year; somebody will wonder in 2080.
- **Names**: a name by itself is enough. "Love from" is understood.
- **Coordinates**: four places after the point find a bench, three a street.
- **A line**: the old rings say *let us share*, *in thee my choice*, *not lost but gone before*. Six words is a good length.
- **Another language or script**: welcome, as long as the typeface has it. Ask somebody who reads it to look it over.

## Cleaning it

Soap, water, a soft brush, along the lines. Polishing paste rubs the edges off letters, and it settles in them as a grey crust. If a line has worn faint, hand-cut letters can be gone over again; the others can be cut afresh, once the surface has been smoothed.`,
};
