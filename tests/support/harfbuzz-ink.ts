import * as hb from "harfbuzzjs";
import decompress from "woff2-encoder/decompress";
import { readEngravingFont } from "./engraving-faces";
import { type Ink, InkGatherer } from "./ink";

export type HarfbuzzLine = {
  advance: number;
  /** spaces included */
  glyphs: number;
  /** of each glyph that leaves ink, in font units, y upwards */
  letters: Ink[];
};

/** Shapes and draws with HarfBuzz from Google's own reading of the WOFF2: nothing of ours, nothing of fontkit's. */
export async function harfbuzzInk(id: string): Promise<(text: string) => HarfbuzzLine> {
  const file = await decompress(readEngravingFont(id));
  const font = new hb.Font(new hb.Face(new hb.Blob(file)));
  let pen: [number, number] = [0, 0];
  let ink = new InkGatherer();
  const at = (x: number, y: number): [number, number] => [pen[0] + x, pen[1] + y];
  const draw = new hb.DrawFuncs();
  draw.setMoveToFunc((x, y) => ink.move(at(x, y)));
  draw.setLineToFunc((x, y) => ink.line(at(x, y)));
  draw.setQuadraticToFunc((x1, y1, x, y) => ink.quadratic(at(x1, y1), at(x, y)));
  draw.setCubicToFunc((x1, y1, x2, y2, x, y) => ink.cubic(at(x1, y1), at(x2, y2), at(x, y)));
  return (text) => {
    const buffer = new hb.Buffer();
    buffer.addText(text);
    buffer.guessSegmentProperties();
    hb.shape(font, buffer);
    const infos = buffer.getGlyphInfos();
    let advance = 0;
    const letters = buffer.getGlyphPositions().flatMap(({ xAdvance, xOffset, yOffset }, index) => {
      pen = [advance + xOffset, yOffset];
      ink = new InkGatherer();
      font.drawGlyph(infos[index]?.codepoint ?? 0, draw);
      advance += xAdvance;
      return Number.isFinite(ink.box.minX) ? [ink.box] : [];
    });
    return { advance, glyphs: infos.length, letters };
  };
}
