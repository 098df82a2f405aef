import type { Font } from "fontkit";

const mended = new WeakSet<Font>();

type Shaper = {
  _layoutEngine?: {
    engine?: { GPOSProcessor?: { applyLookup(type: number, table: unknown): boolean } | null } | null;
  };
};

/**
 * fontkit 2.0.4 throws where a font places an accent on other letters, but not on this one ("Ǫ́" in Caveat). HarfBuzz
 * takes such a lookup for one that doesn't apply, leaves the accent where it stands and goes on; so do we.
 */
export function mendAnchors(font: Font): void {
  if (mended.has(font)) return;
  mended.add(font);
  const processor = (font as Shaper)._layoutEngine?.engine?.GPOSProcessor;
  if (!processor) return;
  const applyLookup = processor.applyLookup.bind(processor);
  processor.applyLookup = (type, table) => {
    try {
      return applyLookup(type, table);
    } catch (error) {
      if (error instanceof TypeError) return false;
      throw error;
    }
  };
}
