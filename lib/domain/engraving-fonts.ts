/**
 * The engraving fonts that we host. A font's file is what the browser shows, what the fit is measured with and what
 * the laser cuts; licences and origin lie beside the files in public/fonts/engraving.
 */
export type EngravingFont = {
  id: string;
  label: string;
  /** what it looks like, in a few words that a shopper reads */
  character: string;
  /** address of the file on the site, also its path under public/ */
  file: `/fonts/engraving/${string}.woff2`;
  /** family name for @font-face */
  family: string;
};

export const engravingFonts: readonly EngravingFont[] = [
  font("eb-garamond", "Garamond", "a book serif, also Greek and Cyrillic"),
  font("alegreya-sans", "Alegreya Sans", "a warm sans, also Greek and Cyrillic"),
  font("jost", "Jost", "a geometric sans, also Cyrillic"),
  font("cinzel", "Cinzel", "Roman inscriptional capitals"),
  font("cormorant-sc", "Cormorant small caps", "small capitals, also Cyrillic"),
  font("great-vibes", "Great Vibes", "a flowing script, also Cyrillic"),
  font("caveat", "Caveat", "a handwriting, also Cyrillic"),
  font("courier-prime", "Courier", "a typewriter"),
];

export function findEngravingFont(id: string): EngravingFont | undefined {
  return engravingFonts.find((font) => font.id === id);
}

/** Address of the same font's letters as outlines, written by scripts/fonts. */
export function outlinesOf({ id }: EngravingFont): string {
  return `/fonts/engraving/${id}.json`;
}

/** The label, or the id of a font that we no longer have: an old spec must still read. */
export function engravingFontLabel(id: string): string {
  return findEngravingFont(id)?.label ?? id;
}

function font(id: string, label: string, character: string): EngravingFont {
  return { id, label, character, file: `/fonts/engraving/${id}.woff2`, family: `Engraving ${label}` };
}
