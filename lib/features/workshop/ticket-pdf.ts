import type { Font } from "fontkit";
import PDFDocument from "pdfkit";
import qrcode from "qrcode-generator";
import type { BenchDrawing } from "@/lib/domain/bench-file";
import { pathData } from "@/lib/domain/bench-file-svg";
import type { BenchTicket } from "@/lib/domain/bench-ticket";
import { mendAnchors } from "@/lib/features/workshop/mend-anchors";
import { loadTicketFont, splitByFont } from "@/lib/features/workshop/ticket-fonts";

/** Everything below is millimetres except the letters, which printers count in points. */
const papers = {
  a5: { width: 148, height: 210, margin: 10, body: 10, small: 7, big: 22, qr: 26 },
  a6: { width: 105, height: 148, margin: 7, body: 8, small: 5.5, big: 17, qr: 21 },
} as const;
export type TicketPaper = keyof typeof papers;

const POINTS_PER_MM = 72 / 25.4;
const points = (mm: number) => mm * POINTS_PER_MM;

type Sheet = {
  doc: PDFKit.PDFDocument;
  paper: (typeof papers)[TicketPaper];
  /** the width between the margins */
  width: number;
  /** how far down the page is written */
  y: number;
};

/**
 * The ticket as a PDF whose letters are the site's own, embedded, and whose engravings are drawn at their true size.
 * `picture`: a JPEG of the very piece; null where there is none.
 */
export async function writeTicketPdf(
  ticket: BenchTicket,
  size: TicketPaper,
  madeAt: Date,
  picture: Uint8Array | null = null,
): Promise<Buffer> {
  const paper = papers[size];
  const { width, height, margin } = paper;
  const doc = new PDFDocument({
    size: [points(width), points(height)],
    margin: 0,
    bufferPages: true,
    lang: "en-GB",
    // pdfkit would set Helvetica, which has neither Greek nor Cyrillic.
    font: "",
    info: { Title: `Bench ticket ${ticket.number}`, CreationDate: madeAt },
  });
  const done = collect(doc);
  await embedFonts(doc, ticket);
  const sheet: Sheet = { doc, paper, width: width - 2 * margin, y: margin };
  drawHead(sheet, ticket, picture);
  for (const row of ticket.rows) drawRow(sheet, row);
  for (const engraving of ticket.engravings) drawEngraving(sheet, engraving);
  drawFooters(sheet, ticket.footer);
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

async function embedFonts(doc: PDFKit.PDFDocument, ticket: BenchTicket): Promise<void> {
  const { number, title, due, warnings, rows, engravings, footer } = ticket;
  const words = [
    ...[FIXED_WORDS, number, title, due, ...warnings, footer],
    ...rows.flatMap(({ label, value }) => [label, value]),
    ...engravings.flatMap((drawn) => (typeof drawn === "string" ? [drawn] : [drawn.title, ...drawn.notes])),
  ];
  const fonts = new Set(splitByFont(words.join(" ")).map(({ font }) => font));
  for (const id of fonts) {
    doc.registerFont(id, Buffer.from(await loadTicketFont(id)));
    doc.font(id);
    const { font } = (doc as unknown as { _font: { font: Font } })._font;
    mendAnchors(font);
  }
}

/** The piece at the left, its QR code at the right, both as large; the words between them. */
function drawHead(sheet: Sheet, ticket: BenchTicket, picture: Uint8Array | null): void {
  const { doc, paper } = sheet;
  const { margin, qr } = paper;
  const x = picture ? qr + 4 : 0;
  const beside = { width: sheet.width - x - qr - 4, x };
  if (picture) doc.image(Buffer.from(picture), points(margin), points(margin), { width: points(qr) });
  drawQr(doc, ticket.jobUrl, { x: paper.width - margin - qr, y: margin, side: qr });
  write(sheet, ticket.number, { size: paper.big, ...beside });
  write(sheet, ticket.title, { size: paper.body * 1.25, ...beside });
  write(sheet, ticket.due, { size: paper.body * 1.25, ...beside });
  for (const warning of ticket.warnings) write(sheet, warning, { size: paper.body, ...beside });
  sheet.y = Math.max(sheet.y, margin + qr) + 3;
  rule(sheet, 0.4);
}

function drawRow(sheet: Sheet, { label, value }: { label: string; value: string }): void {
  const { paper, width } = sheet;
  const labelWidth = width * 0.3;
  const tall = Math.max(
    measure(sheet, label, paper.body, labelWidth - 2),
    measure(sheet, value, paper.body, width - labelWidth),
  );
  makeRoom(sheet, tall);
  const top = sheet.y;
  write(sheet, label, { size: paper.body, width: labelWidth - 2, grey: true });
  sheet.y = top;
  write(sheet, value, { size: paper.body, width: width - labelWidth, x: labelWidth });
  sheet.y = top + tall + 0.8;
}

const FIXED_WORDS =
  "True size: the bar is 10 mm. 0123456789 % of true size: too wide for this paper. page of ·";

/** With a bar of ten millimetres, by which whoever prints it sees that the printer hasn't shrunk the page. */
function drawEngraving(sheet: Sheet, engraving: BenchDrawing | string): void {
  const { doc, paper, width } = sheet;
  if (typeof engraving === "string") {
    makeRoom(sheet, 10);
    rule(sheet, 0.2);
    write(sheet, engraving, { size: paper.body });
    return;
  }
  const scale = Math.min(1, width / engraving.widthMm);
  // The text stands above, the spec below, and who has no laser has nothing to unite.
  const said = (first: string) => [first, ...engraving.notes.slice(1, -2)].join(" ");
  const tall = measure(sheet, said(FIXED_WORDS), paper.body * 0.85, width);
  makeRoom(sheet, engraving.heightMm * scale + 5 + paper.body * 0.5 + tall);
  rule(sheet, 0.2);
  write(sheet, engraving.title, { size: paper.body, grey: true });
  const left = paper.margin + (width - engraving.widthMm * scale) / 2;
  doc.save().translate(points(left), points(sheet.y)).scale(points(scale));
  drawLines(doc, engraving);
  doc.restore();
  sheet.y += engraving.heightMm * scale + 1;
  doc
    .lineWidth(points(0.3))
    .moveTo(points(paper.margin), points(sheet.y))
    .lineTo(points(paper.margin + 10 * scale), points(sheet.y))
    .stroke("#000");
  sheet.y += 0.8;
  const share = Math.floor(scale * 100);
  const words =
    scale === 1 ? "True size: the bar is 10 mm." : `${share} % of true size: too wide for this paper.`;
  write(sheet, said(words), { size: paper.body * 0.85 });
  sheet.y += 1;
}

function drawLines(doc: PDFKit.PDFDocument, { zone, centre, lines }: BenchDrawing): void {
  doc.lineWidth(0.1);
  if (zone) doc.rect(zone.x, zone.y, zone.width, zone.height).stroke("#888");
  for (const [x1, y1, x2, y2] of centre) doc.moveTo(x1, y1).lineTo(x2, y2).stroke("#bbb");
  for (const letter of lines.flatMap(({ letters }) => letters)) doc.path(pathData(letter)).fill("#000");
}

function drawQr(doc: PDFKit.PDFDocument, text: string, at: { x: number; y: number; side: number }): void {
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

function drawFooters(sheet: Sheet, footer: string): void {
  const { doc, paper } = sheet;
  const { count } = doc.bufferedPageRange();
  for (let page = 0; page < count; page += 1) {
    doc.switchToPage(page);
    sheet.y = paper.height - paper.margin - 3;
    const words = count > 1 ? `${footer} · page ${page + 1} of ${count}` : footer;
    write(sheet, words, { size: paper.small, grey: true });
  }
}

type Style = { size: number; width?: number; x?: number; grey?: boolean };

/** Lines at `sheet.y`, broken where they must be; afterwards `sheet.y` is below them. */
function write(sheet: Sheet, text: string, { size, width = sheet.width, x = 0, grey }: Style): void {
  const { doc, paper } = sheet;
  const runs = splitByFont(text);
  const tall = measure(sheet, text, size, width);
  doc.fontSize(size).fillColor(grey ? "#555" : "#000");
  runs.forEach((run, index) => {
    doc.font(run.font);
    const options = { width: points(width), continued: index < runs.length - 1, lineGap: 0 };
    if (index === 0) doc.text(run.text, points(paper.margin + x), points(sheet.y), options);
    else doc.text(run.text, options);
  });
  sheet.y += tall;
}

function measure({ doc }: Sheet, text: string, size: number, width: number): number {
  const runs = splitByFont(text);
  doc.fontSize(size);
  const wide = runs.reduce((sum, run) => sum + doc.font(run.font).widthOfString(run.text), 0);
  const heights = runs.map((run) => doc.font(run.font).heightOfString(run.text, { width: points(width) }));
  const tallest = Math.max(...runs.map((run) => doc.font(run.font).currentLineHeight(true)));
  // Where fonts change within a line, its lines can only be estimated; rather one too many than one upon another.
  const lines = runs.length > 1 ? Math.ceil((wide * 1.1) / points(width)) : 1;
  return Math.max(...heights, lines * tallest) / POINTS_PER_MM;
}

function makeRoom(sheet: Sheet, tall: number): void {
  const { paper, doc } = sheet;
  if (sheet.y + tall <= paper.height - paper.margin - 5) return;
  doc.addPage();
  sheet.y = paper.margin;
}

function rule(sheet: Sheet, thickness: number): void {
  const { doc, paper, width } = sheet;
  doc
    .lineWidth(points(thickness))
    .moveTo(points(paper.margin), points(sheet.y))
    .lineTo(points(paper.margin + width), points(sheet.y))
    .stroke("#000");
  sheet.y += 2;
}
