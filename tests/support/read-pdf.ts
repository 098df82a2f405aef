import { getDocument, OPS } from "pdfjs-dist/legacy/build/pdf.mjs";

export type PdfPage = {
  widthMm: number;
  heightMm: number;
  text: string;
  /** width and height of each rectangle and outline on it, in millimetres of paper */
  shapes: { widthMm: number; heightMm: number }[];
  /** pictures on it */
  images: number;
};

const MM_PER_POINT = 25.4 / 72;

/** A PDF as Mozilla's reader finds it. */
export async function readPdf(file: Buffer): Promise<PdfPage[]> {
  const pdf = await getDocument({ data: new Uint8Array(file), verbosity: 0, useSystemFonts: false }).promise;
  const pages: PdfPage[] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number);
    const { width, height } = page.getViewport({ scale: 1 });
    const { items } = await page.getTextContent();
    const { fnArray, argsArray } = await page.getOperatorList();
    pages.push({
      widthMm: width * MM_PER_POINT,
      heightMm: height * MM_PER_POINT,
      text: items.map((item) => ("str" in item ? `${item.str}${item.hasEOL ? "\n" : ""}` : "")).join(""),
      shapes: readShapes(fnArray, argsArray),
      images: fnArray.filter((operator) => operator === OPS.paintImageXObject).length,
    });
  }
  await pdf.destroy();
  return pages;
}

/** Follows the scale alone: nothing on the ticket is turned. */
function readShapes(operators: readonly number[], all: readonly unknown[]): PdfPage["shapes"] {
  const shapes: PdfPage["shapes"] = [];
  const saved: number[] = [];
  let scale = 1;
  operators.forEach((operator, index) => {
    const args = all[index];
    if (operator === OPS.save) saved.push(scale);
    else if (operator === OPS.restore) scale = saved.pop() ?? 1;
    else if (operator === OPS.transform && Array.isArray(args)) scale *= Math.abs(Number(args[0]));
    else if (operator === OPS.constructPath && Array.isArray(args)) {
      const [minX = 0, minY = 0, maxX = 0, maxY = 0] = Array.from(args[2] as ArrayLike<number>);
      const inMm = (length: number) => length * scale * MM_PER_POINT;
      shapes.push({ widthMm: inMm(maxX - minX), heightMm: inMm(maxY - minY) });
    }
  });
  return shapes;
}
