import type { SampleMaker } from "./types";

export const sampleMakers: SampleMaker[] = [
  {
    slug: "rosalind-alder",
    name: "Rosalind Alder",
    tagline: "Forges, hammers and raises: everything here that began as a bar.",
    tradition: "Sheffield silversmithing",
    techniques: ["forging", "hammering", "doming", "wire-work"],
    location: "Bristol",
    sinceYear: 2009,
    picture: "maker-rosalind-alder",
    pictureAlt:
      "Close up of a bangle that Rosalind forged, its face covered in hammer marks that each reflect another part of the room",
    story: `Rosalind was going to be a civil engineer. In her second year at Sheffield she took an evening class to get out of the library, was handed a hammer and a disc of copper, and didn't go back to bridges.

She served her time with Harold Binns, a box maker in one of the last little mesters' shops off Arundel Street, who had her make hinge tubes for six months and taught her that a joint you can feel is a joint you haven't finished. When he retired he left her his stakes, forty-one of them, and the habit of humming.

She started the workshop in Bristol in 2009, with the stakes, a second-hand flame and a bench built from a church pew. Kit Finch joined two years later and brought the other half of the name.

What Rosalind likes is metal that moves. She forges, planishes and raises; she doesn't cast if she can help it and sets no stones ("they stare"). She works Mondays to Thursdays. On Fridays she teaches the same evening class that caught her, now in daylight, to whoever turns up.

If a ring of hers fits you badly, bring it back. She'd rather make it again than think of it out there being uncomfortable.`,
  },
  {
    slug: "kit-finch",
    name: "Kit Finch",
    tagline: "Sets stones, carves waxes, and can tell two garnets apart across a room.",
    tradition: "Stone setting in the Birmingham Jewellery Quarter",
    techniques: ["stone-setting", "casting", "soldering"],
    location: "Bristol",
    sinceYear: 2011,
    picture: "maker-kit-finch",
    pictureAlt: "Close up of two round emeralds in the plain closed rims that Kit makes",
    story: `Kit comes from three generations of people in Birmingham who set other people's stones. Her grandmother worked in Vyse Street and was paid by the claw. Kit learned beside her on Saturdays, at a bench with a box under the seat so that she could see over it.

She trained properly afterwards, seven years with a trade setter in Hockley, mounting engagement rings whose wearers she never met. That's what she wanted to change. Here she writes to the people whose stones she sets, and they write back.

Her way is the closed rim, a wall of metal pushed over the edge of the stone all the way round. It's the oldest setting there is and the kindest to wear: nothing catches, nothing bends, and the stone sits deep. It takes longer than claws, and every rim has to be made for its own stone, because no two stones measure the same.

Kit buys our stones, too. She asks where each comes from and what has been done to it, and writes it down; that's the text that stands beside every stone in the shop. If a dealer can't say, she doesn't buy.

She also carves the waxes for whatever we cast, mostly late, with the radio on.`,
  },
  {
    slug: "maud-osei",
    name: "Maud Osei",
    tagline: "Cuts letters by hand, and lays grains of gold that most of us can't see.",
    tradition: "English letter cutting and Ashanti goldwork",
    techniques: ["hand-engraving", "granulation", "machine-engraving", "laser-engraving"],
    location: "Bristol",
    sinceYear: 2016,
    picture: "maker-maud-osei",
    pictureAlt: "Close up of one of Maud's discs: a rosette and a rim of fine grains on a softly domed face",
    story: `Maud learned two crafts from two sides of her family. In Accra her uncle Kwame cast beads and laid grains for chiefs' regalia, and let her blow the charcoal. In Wiltshire her other grandfather cut letters in stone, mostly on graves, and made her draw the alphabet every rainy afternoon until the spaces between the letters were as good as the letters.

She studied lettering in London and hand engraving with a gunmaker's engraver, and came to us in 2016 to cut one inscription. She's still here.

Ask her what makes a good line and she says the spaces. She draws every line for the piece it goes on and sends you the drawing where there's any doubt. She cuts what you typed, exactly: if you want no full stop, there'll be none.

She'll also tell you plainly when a machine does it better. Small figures are crisper by laser; long texts by pantograph. A graver is for letters that are meant to be looked at. Each piece in the shop says which of the three it is, and the price follows.

Maud works three days a week. The other days she's on an allotment in St Werburghs, labelling things beautifully.`,
  },
];
