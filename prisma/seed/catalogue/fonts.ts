/** Ids of lib/domain/engraving-fonts.ts by the part they play here; a test says when one is missing. */
export const SERIF = "eb-garamond";
export const SANS = "jost";
export const WARM_SANS = "alegreya-sans";
export const CAPITALS = "cinzel";
export const SMALL_CAPITALS = "cormorant-sc";
export const SCRIPT = "great-vibes";
export const HANDWRITING = "caveat";
export const TYPEWRITER = "courier-prime";
