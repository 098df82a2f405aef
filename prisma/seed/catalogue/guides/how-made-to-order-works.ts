import type { SampleGuide } from "../types";

export const howMadeToOrderWorks: SampleGuide = {
  slug: "how-made-to-order-works",
  title: "How made to order works",
  summary:
    "What happens between your order and the parcel, why it takes the days it takes, and what you can still change.",
  picture: "guide-how-made-to-order-works",
  pictureAlt:
    "Close up of the joint in a ring of twisted wire, filed until the strands run through it unbroken",
  body: `Nothing in this shop is waiting in a drawer. When you order, a bench ticket is printed with exactly what you chose, and a piece of metal is cut for it. This page says what happens then.

## What you choose is what we make

The page shows each choice as you make it: metal, finish, size, stones, words. When you put the piece into your bag, those choices are frozen, letter for letter. The bag, the order, the bench ticket and your order page all show the same list. If something on it is wrong, it's wrong everywhere, and you'll see it before you pay.

If you order three of a thing, you get three tickets. Each can carry its own name.

## The stages

A piece goes through some of these, in this order. The product page lists the ones that yours needs.

| Stage | Where | Usually takes |
| --- | --- | --- |
| Proof | with you | until you say yes, most often a day |
| Casting | at our casting house | 3 to 6 days, for cast pieces only |
| Forming | at our bench | half an hour to half a day |
| Stone setting | at our bench | about a quarter of an hour a stone |
| Engraving | at our bench | ten minutes by laser, an hour or more by hand |
| Assay | at the assay office | 4 to 8 days, where the weight calls for a hallmark |
| Polishing | at our bench | a quarter of an hour to an hour |
| Checking | at our bench | ten minutes |
| Packing | at our bench | ten minutes |

Add up the bench and you get an afternoon. So why does it take weeks? Because there are others before you, because four people work here and not all of them every day, and because some stages are in somebody else's hands. Casting and assay together can be more than a week in which we do nothing for you at all.

## The date

The date on the page isn't a fixed number of weeks. It's worked out from the pieces that are on the bench now, the hours of those who can do each stage, and our holidays. It's earlier in a quiet March and later before Christmas.

Two dates matter:

- **Leaves us by** is a promise. It's one day, it's written on your order, and it doesn't move because we'd like it to.
- **Arrives** is a range, because from then on it's the carrier's work. The later day is the one that we expect to be right nine times out of ten.

If we see that we can't keep the first, we write to you before it has passed, with the reason and a new day, and you may cancel for a full refund. You don't have to ask, and you don't have to give a reason.

## What checking means

Before it's packed, the finished piece is held against your order, with the ticket in the other hand: size on the mandrel, words letter by letter, stones by name and place, finish, hallmark. About one piece in twelve goes back to the polishing bench. You'll not notice, except that it takes a day longer; those days are in our dates already.

## What can still change

What you ordered is what we make, so nobody edits a ticket. Until the first stage has begun, write to us with your order number: we cancel and refund, and you order it again as you want it. Once metal is cut, a change means a new piece. If only the address is wrong, tell us before the parcel is packed.

## Sending it back

A piece that was made for you in particular can't be returned because you've changed your mind; the law makes that exception for things made to one person's order. Which of your pieces that concerns, the bag tells you line by line, before you pay. The others may come back within 14 days, unworn.

None of that touches your rights when something is wrong with it. If it's not what you ordered, or it breaks in ordinary wear, we make it good.`,
};
