/**
 * Slugs of pages to render at build time. Next wants at least one; a shop without any gets an address that no row
 * can have, whose page says "not found".
 */
export function atLeastOne(slugs: readonly string[]): { slug: string }[] {
  return slugs.length > 0 ? slugs.map((slug) => ({ slug })) : [{ slug: "-" }];
}
