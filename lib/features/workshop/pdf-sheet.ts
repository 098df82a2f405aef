import type { Font } from "fontkit";
import PDFDocument from "pdfkit";
import qrcode from "qrcode-generator";
import { mendAnchors } from "@/lib/features/workshop/mend-anchors";
import { loadTicketFont, splitByFont } from "@/lib/features/workshop/ticket-fonts";

/** A sheet of paper to write on from the top down. All in millimetres except the letters, which printers count in points. */
export type Paper = { width: number; height: number; margin: number };
export type Sheet<P extends Paper = Paper> = {
  doc: PDFKit.PDFDocument;
  paper: P;
  /** the width between the margins */
  width: number;
  /** how far down the page is written */
  y: number;
};

const POINTS_PER_MM = 72 / 25.4;
export const points = (mm: number) => mm * POINTS_PER_MM;

/**
 * Writes a document whose letters are the site's own, embedded. `words`: everything that will be written on it, so
 * that only the fonts it needs are in the file. `font`: one that is wanted besides, for headings.
 */
export async function writePdf<P extends Paper>(
  about: { title: string; madeAt: Date; paper: P; words: readonly string[]; font?: string },
  draw: (sheet: Sheet<P>) => void,
): Promise<Buffer> {
  const { title, madeAt, paper, words } = about;
  const doc = new PDFDocument({
    size: [points(paper.width), points(paper.height)],
    margin: 0,
    bufferPages: true,
    lang: "en-GB",
    // pdfkit would set Helvetica, which has neither Greek nor Cyrillic.
    font: "",
    info: { Title: title, CreationDate: madeAt },
  });
  const done = collect(doc);
  await embedFonts(doc, words, about.font);
  draw({ doc, paper, width: paper.width - 2 * paper.margin, y: paper.margin });
  doc.end();
  return done;
}

function collect(doc: PDFKit.PDFDocument): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    doc.on("data", (chunk: Buffer) => chunks.push(chunk));
    doc.on("end", () => resolve(Buffer.concat(chunks)));
    doc.on("error", reject);
  });
}

async function embedFonts(
  doc: PDFKit.PDFDocument,
  words: readonly string[],
  besides?: string,
): Promise<void> {
  const fonts = new Set(splitByFont(words.join(" ")).map(({ font }) => font));
  if (besides) fonts.add(besides);
  for (const id of fonts) {
    doc.registerFont(id, Buffer.from(await loadTicketFont(id)));
    doc.font(id);
    const { font } = (doc as unknown as { _font: { font: Font } })._font;
    mendAnchors(font);
  }
}

export function drawQr(
  doc: PDFKit.PDFDocument,
  text: string,
  at: { x: number; y: number; side: number },
): void {
  const code = qrcode(0, "M");
  code.addData(text);
  code.make();
  const count = code.getModuleCount();
  const cell = at.side / count;
  for (let row = 0; row < count; row += 1) {
    for (let column = 0; column < count; column += 1) {
      if (!code.isDark(row, column)) continue;
      doc.rect(points(at.x + column * cell), points(at.y + row * cell), points(cell), points(cell));
    }
  }
  doc.fill("#000");
}

type Style = { size: number; width?: number; x?: number; grey?: boolean; font?: string };

/** Lines at `sheet.y`, broken where they must be; afterwards `sheet.y` is below them. */
export function write(
  sheet: Sheet,
  text: string,
  { size, width = sheet.width, x = 0, grey, font }: Style,
): void {
  const { doc, paper } = sheet;
  const runs = splitByFont(text, font);
  const tall = measure(sheet, text, size, width, font);
  doc.fontSize(size).fillColor(grey ? "#555" : "#000");
  runs.forEach((run, index) => {
    doc.font(run.font);
    const options = { width: points(width), continued: index < runs.length - 1, lineGap: 0 };
    if (index === 0) doc.text(run.text, points(paper.margin + x), points(sheet.y), options);
    else doc.text(run.text, options);
  });
  sheet.y += tall;
}

export function measure(
  { doc }: Sheet,
  text: string,
  size: number,
  width: number,
  preferred?: string,
): number {
  const runs = splitByFont(text, preferred);
  doc.fontSize(size);
  const wide = runs.reduce((sum, run) => sum + doc.font(run.font).widthOfString(run.text), 0);
  const heights = runs.map((run) => doc.font(run.font).heightOfString(run.text, { width: points(width) }));
  const tallest = Math.max(...runs.map((run) => doc.font(run.font).currentLineHeight(true)));
  // Where fonts change within a line, its lines can only be estimated; rather one too many than one upon another.
  const lines = runs.length > 1 ? Math.ceil((wide * 1.1) / points(width)) : 1;
  return Math.max(...heights, lines * tallest) / POINTS_PER_MM;
}

/** Another page where so much no longer fits above this one's foot. */
export function makeRoom(sheet: Sheet, tall: number): void {
  const { paper, doc } = sheet;
  if (sheet.y + tall <= paper.height - paper.margin - 5) return;
  doc.addPage();
  sheet.y = paper.margin;
}

export function rule(sheet: Sheet, thickness: number): void {
  const { doc, paper, width } = sheet;
  doc
    .lineWidth(points(thickness))
    .moveTo(points(paper.margin), points(sheet.y))
    .lineTo(points(paper.margin + width), points(sheet.y))
    .stroke("#000");
  sheet.y += 2;
}
