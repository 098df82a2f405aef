/** Which source picture becomes which file of the shop. Crops are in fractions of the source, from its top left. */

export const alloyOf: Partial<Record<string, string>> = {
  y18: "18k-yellow-gold",
  r14: "14k-rose-gold",
  wg: "18k-white-gold",
  pt: "platinum-950",
  ag: "sterling-silver",
};

export type Hero = { slug: string; alloy: string; file: string };

/** images/SLUG--METAL--hero.webp */
export function parseHero(file: string): Hero | null {
  const match = /^([a-z0-9-]+)--([a-z0-9]+)--hero\.webp$/.exec(file);
  const [, slug, metal = ""] = match ?? [];
  const alloy = alloyOf[metal];
  return slug && alloy ? { slug, alloy, file } : null;
}

/** layers-example/images/SLUG--ALLOY--hero.webp, in the alloys that the hero doesn't show. */
export function parseLayered(file: string, heroes: readonly Hero[]): Hero | null {
  const [, slug, alloy] = /^([a-z0-9-]+?)--([a-z0-9-]+?)--hero\.webp$/.exec(file) ?? [];
  if (!slug || !alloy) return null;
  return heroes.some((hero) => hero.slug === slug && hero.alloy === alloy) ? null : { slug, alloy, file };
}

/** Two heroes one above the other; `centre` is the height in each on which its strip is cut. */
export const diptychs = [
  {
    name: "bangle-and-hoops-set",
    above: { slug: "hammered-bangle", centre: 0.475 },
    below: { slug: "hammered-hoops", centre: 0.515 },
  },
  {
    name: "new-arrival-set",
    above: { slug: "name-bar-necklace", centre: 0.5 },
    below: { slug: "birthstone-studs", centre: 0.48 },
  },
  {
    name: "birthstone-ring-and-studs-set",
    above: { slug: "birthstone-stacker", centre: 0.42 },
    below: { slug: "birthstone-studs", centre: 0.48 },
  },
] as const;

/** Studies of surface and detail for makers and guides. */
export const studies = [
  { name: "maker-rosalind-alder", slug: "hammered-bangle", left: 0.27, top: 0.41, size: 0.4 },
  { name: "maker-kit-finch", slug: "birthstone-studs", left: 0.22, top: 0.24, size: 0.54 },
  { name: "maker-maud-osei", slug: "granulated-discs", left: 0.52, top: 0.48, size: 0.36 },
  { name: "guide-how-made-to-order-works", slug: "twisted-rope-band", left: 0.18, top: 0.1, size: 0.44 },
  { name: "guide-choosing-a-gift", slug: "moon-and-star-necklace", left: 0.24, top: 0.34, size: 0.48 },
  { name: "guide-ring-sizes", slug: "posy-ring", left: 0.36, top: 0.32, size: 0.46 },
  { name: "guide-birthstones", slug: "family-birthstone-pendant", left: 0.27, top: 0.34, size: 0.42 },
  { name: "guide-hallmarks-and-metals", slug: "engraved-disc-necklace", left: 0.28, top: 0.3, size: 0.46 },
  { name: "guide-engraving", slug: "engraved-cuff", left: 0.24, top: 0.3, size: 0.5 },
  { name: "guide-caring-for-a-piece", slug: "heart-locket", left: 0.26, top: 0.3, size: 0.46 },
] as const;

/** The stones that a hero shows, by the order of its rig's slots. */
export const picturedStones: Record<string, readonly string[]> = {
  "trio-birthstone-ring": ["ruby", "emerald", "sapphire"],
  "birthstone-stacker": ["aquamarine"],
  "birthstone-studs": ["emerald", "emerald"],
  "family-birthstone-pendant": ["garnet", "sapphire", "emerald", "citrine"],
  "birthstone-chain-bracelet": ["ruby", "blue-topaz", "emerald", "amethyst", "citrine"],
  "charm-bracelet": ["sapphire"],
};

/** The piece whose settings and stones were rendered apart; `box` holds all of its settings. */
export const layeredStones: {
  slug: string;
  alloyOfHero: string;
  box: [number, number, number, number];
} = { slug: "trio-birthstone-ring", alloyOfHero: "18k-yellow-gold", box: [0.33, 0.245, 0.76, 0.41] };

/** Of a baseline that runs out of sight: the part, from 0 to 1, on which letters can be read. */
export const visibleParts: Record<string, Record<string, [number, number]>> = {
  "posy-ring": { outside: [0, 0.62] },
  "trio-birthstone-ring": { inside: [0.08, 1] },
};

/** The part of the main picture that shows a piece's surface, where nothing was rendered from a second side. */
export const closeUps: Record<string, { left: number; top: number; size: number }> = {
  "hammered-band": { left: 0.18, top: 0.12, size: 0.42 },
  "posy-ring": { left: 0.2, top: 0.12, size: 0.44 },
  "trio-birthstone-ring": { left: 0.3, top: 0.18, size: 0.44 },
  "birthstone-stacker": { left: 0.28, top: 0.16, size: 0.44 },
  "twisted-rope-band": { left: 0.18, top: 0.1, size: 0.44 },
  "open-wave-ring": { left: 0.2, top: 0.14, size: 0.46 },
  "birthstone-studs": { left: 0.22, top: 0.24, size: 0.54 },
  "granulated-discs": { left: 0.5, top: 0.46, size: 0.4 },
  "hammered-hoops": { left: 0.3, top: 0.36, size: 0.46 },
  "hammered-bangle": { left: 0.27, top: 0.38, size: 0.44 },
  "birthstone-chain-bracelet": { left: 0.26, top: 0.42, size: 0.46 },
};
