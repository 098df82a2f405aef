import type { ProductKind } from "@/lib/domain/product";

/** "for-a-mother" -> "For a mother": the catalogue's own words are stored as slugs. */
export function wordsOfSlug(slug: string): string {
  const words = slug.replaceAll("-", " ");
  return `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`;
}

const kinds: Record<ProductKind, { one: string; many: string }> = {
  ring: { one: "Ring", many: "Rings" },
  necklace: { one: "Necklace", many: "Necklaces" },
  earrings: { one: "Earrings", many: "Earrings" },
  bracelet: { one: "Bracelet", many: "Bracelets" },
  set: { one: "Set", many: "Sets" },
};

export function kindLabel(kind: ProductKind): string {
  return kinds[kind].one;
}

export function kindPlural(kind: ProductKind): string {
  return kinds[kind].many;
}

/** Straight quotes as an editor types them -> the ones a printer sets. */
export function typographic(text: string): string {
  return text
    .replace(/(^|[\s([{“‘—–-])"/g, "$1“")
    .replaceAll('"', "”")
    .replace(/(^|[\s([{“—–])'/g, "$1‘")
    .replaceAll("'", "’");
}
