import type { Font } from "fontkit";
import type { EngravingFace } from "@/lib/domain/engraving";

/** Measures with a font that fontkit has parsed; the same in browser and server. */
export function toEngravingFace(font: Font): EngravingFace {
  return {
    capHeight: font.capHeight,
    advance: (line) => (line === "" ? 0 : font.layout(line).advanceWidth),
    has: (codePoint) => font.hasGlyphForCodePoint(codePoint),
  };
}
