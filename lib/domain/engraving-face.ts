import type { Font, GlyphRun } from "fontkit";
import type { EngravingFace } from "@/lib/domain/engraving";

/** Measures with a font that fontkit has parsed; the same in browser and server. */
export function toEngravingFace(font: Font): EngravingFace {
  return {
    capHeight: font.capHeight,
    advance: (line) => (line === "" ? 0 : shapeLine(font, line).advanceWidth),
    has: (codePoint) => font.hasGlyphForCodePoint(codePoint),
  };
}

/** THE shaping of a line: what is measured is what is drawn. */
export function shapeLine(font: Font, line: string): GlyphRun {
  mendAnchors(font);
  return font.layout(line);
}

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
