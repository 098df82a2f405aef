import type { SampleCollection } from "./types";

export const sampleCollections: SampleCollection[] = [
  {
    slug: "for-new-parents",
    name: "For new parents",
    summary: "A name, a month, a date: small pieces for the first year, and closed enough for small hands.",
    products: [
      "new-arrival-set",
      "trio-birthstone-ring",
      "birthstone-stacker",
      "name-bar-necklace",
      "birthstone-studs",
      "family-birthstone-pendant",
    ],
  },
  {
    slug: "wedding-and-anniversary",
    name: "Wedding and anniversary",
    summary: "Bands that are made for one finger, and words that only two people need to understand.",
    products: [
      "hammered-band",
      "posy-ring",
      "twisted-rope-band",
      "engraved-cuff",
      "coordinates-tag-necklace",
      "infinity-necklace",
    ],
  },
  {
    slug: "under-the-night-sky",
    name: "Under the night sky",
    summary: "Crescents, stars and pale stones, for people who look up on the way home.",
    products: ["moon-and-star-necklace", "charm-bracelet", "granulated-discs", "engraved-disc-necklace"],
  },
  {
    slug: "marks-of-the-hammer",
    name: "Marks of the hammer",
    summary: "Forged from bar and wire, and left as the hammer left them.",
    products: ["hammered-band", "hammered-bangle", "hammered-hoops", "bangle-and-hoops-set"],
  },
  {
    slug: "everyone-at-one-table",
    name: "Everyone at one table",
    summary: "Birthstones for whole families, months repeated as often as life did.",
    products: [
      "family-birthstone-pendant",
      "birthstone-chain-bracelet",
      "trio-birthstone-ring",
      "birthstone-ring-and-studs-set",
      "birthstone-stacker",
    ],
  },
  {
    slug: "to-remember-somebody",
    name: "To remember somebody",
    summary: "Quiet pieces that hold a picture, a place or a date.",
    products: ["heart-locket", "tree-of-life-pendant", "coordinates-tag-necklace", "engraved-disc-necklace"],
  },
];
