import type { SampleGuide } from "../types";

export const choosingAGift: SampleGuide = {
  slug: "choosing-a-gift",
  title: "Choosing a gift",
  summary: "What to find out, what you can guess, how much time to leave, and how to keep it a surprise.",
  picture: "guide-choosing-a-gift",
  pictureAlt: "Close up of a small five-pointed silver star hanging in the hollow of a crescent moon",
  body: `Jewellery has a name for being hard to give. Most of the difficulty is one question, *what size*, and the rest is looking at what somebody wears already. Ten minutes of quiet spying settle nearly everything.

## Look before you choose

- **Which metal?** White or yellow is the one thing that most people feel strongly about. Look at what they wear every day, not at what they wear to weddings. If it's a mixture, you're free.
- **How large?** Somebody with fine chains will not wear a heavy cuff, however lovely. Match the weight of what they own.
- **Pierced ears?** And does she wear hooks or studs?
- **Hands that work?** Nurses, potters, climbers and parents of babies want low stones and closed shapes, or something round the neck.

## Gifts that need no size

| For somebody who | Think of |
| --- | --- |
| has just had a child | a name bar, birthstone studs, a stone for the month |
| is leaving home | coordinates of the kitchen door |
| has lost somebody | a locket, a tree, a date on a disc |
| passed an exam | hoops; the first good pair |
| has everything | words. Nobody else can give them yours |

Earrings need no size, and necklaces hardly: 45 cm sits on the collarbone of most people, 50 cm a little below. Women often like 45, men 55. If in doubt, take the longer one; a chain can be shortened in minutes.

## When it must be a ring

Borrow a ring from the very finger you have in mind, lay it on a ruler and measure the inside from edge to edge, or press it into soap and send us the picture beside a coin. A partner's guess is usually too large. Our [guide to ring sizes](/guides/ring-sizes) has the rest. Most of our rings can be made one size larger or smaller afterwards; the page of each ring says if not.

## Words

Short beats clever. A name, initials, a date in figures, a place, the word you call each other. Check the date, and then check it again in the year. Two people have engraved anniversaries a day early, and both are still married.

Letters are cut exactly as you type them, so type them as you want them: we don't correct a spelling, since it may be a joke.

## Time

Look at the *arrives* date on the product page, not at the calendar. It's worked out from what's on our bench today. In the six weeks before Christmas and the fortnight before Valentine's Day it grows quickly, so a piece that takes two weeks in June may take five in November.

If the day is too near, look for pieces without casting, engraving by hand and hallmark: those are the stages that take days. A [moon and star necklace](/products/moon-and-star-necklace) or plain silver studs are often ready first. And a drawing of what is coming, wrapped, has never yet been thrown back at anybody.

## Keeping it a surprise

Tick *this is a gift* at checkout. Then:

- your message is written on a card by hand, in your words;
- there's no price in the parcel, on paper or anywhere else;
- mails go to you, and the parcel carries no picture of what's in it.

Your order page shows how far we are. It's yours alone; keep its link to yourself until the day.

## If it's wrong

Sizes are the usual trouble, and the easiest to mend. Bring or send the ring within a year and we change it once for the price of the postage. Lengths of chain we change at once. What was made with somebody's name can't be taken back just because the taste was wrong, so where you aren't sure of taste, choose the plainer piece and spend the difference on the words.`,
};
