import type { BenchDrawing } from "@/lib/domain/bench-file";
import { pathData } from "@/lib/domain/bench-file-svg";
import type { BenchTicket } from "@/lib/domain/bench-ticket";
import {
  drawQr,
  makeRoom,
  measure,
  points,
  rule,
  type Sheet,
  write,
  writePdf,
} from "@/lib/features/workshop/pdf-sheet";

/** Everything below is millimetres except the letters, which printers count in points. */
const papers = {
  a5: { width: 148, height: 210, margin: 10, body: 10, small: 7, big: 22, qr: 26 },
  a6: { width: 105, height: 148, margin: 7, body: 8, small: 5.5, big: 17, qr: 21 },
} as const;
export type TicketPaper = keyof typeof papers;

type TicketSheet = Sheet<(typeof papers)[TicketPaper]>;

/**
 * The ticket as a PDF whose letters are the site's own, embedded, and whose engravings are drawn at their true size.
 * `picture`: a JPEG of the very piece; null where there is none.
 */
export function writeTicketPdf(
  ticket: BenchTicket,
  size: TicketPaper,
  madeAt: Date,
  picture: Uint8Array | null = null,
): Promise<Buffer> {
  const about = {
    title: `Bench ticket ${ticket.number}`,
    madeAt,
    paper: papers[size],
    words: allWords(ticket),
  };
  return writePdf(about, (sheet) => {
    drawHead(sheet, ticket, picture);
    for (const row of ticket.rows) drawRow(sheet, row);
    for (const engraving of ticket.engravings) drawEngraving(sheet, engraving);
    drawFooters(sheet, ticket.footer);
  });
}

function allWords({ number, title, due, warnings, rows, engravings, footer }: BenchTicket): string[] {
  return [
    ...[FIXED_WORDS, number, title, due, ...warnings, footer],
    ...rows.flatMap(({ label, value }) => [label, value]),
    ...engravings.flatMap((drawn) => (typeof drawn === "string" ? [drawn] : [drawn.title, ...drawn.notes])),
  ];
}

/** The piece at the left, its QR code at the right, both as large; the words between them. */
function drawHead(sheet: TicketSheet, ticket: BenchTicket, picture: Uint8Array | null): void {
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

function drawRow(sheet: TicketSheet, { label, value }: { label: string; value: string }): void {
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
function drawEngraving(sheet: TicketSheet, engraving: BenchDrawing | string): void {
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
  for (const outline of zone) {
    if (outline.kind === "circle") doc.circle(outline.x, outline.y, outline.radius).stroke("#888");
    else doc.rect(outline.x, outline.y, outline.width, outline.height).stroke("#888");
  }
  for (const [x1, y1, x2, y2] of centre) doc.moveTo(x1, y1).lineTo(x2, y2).stroke("#bbb");
  for (const letter of lines.flatMap(({ letters }) => letters)) doc.path(pathData(letter)).fill("#000");
}

function drawFooters(sheet: TicketSheet, footer: string): void {
  const { doc, paper } = sheet;
  const { count } = doc.bufferedPageRange();
  for (let page = 0; page < count; page += 1) {
    doc.switchToPage(page);
    sheet.y = paper.height - paper.margin - 3;
    const words = count > 1 ? `${footer} · page ${page + 1} of ${count}` : footer;
    write(sheet, words, { size: paper.small, grey: true });
  }
}
