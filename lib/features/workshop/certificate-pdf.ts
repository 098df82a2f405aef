import type { Certificate } from "@/lib/domain/certificate";
import {
  makeRoom,
  measure,
  points,
  rule,
  type Sheet,
  write,
  writePdf,
} from "@/lib/features/workshop/pdf-sheet";

/** A5, upright; millimetres. */
const paper = { width: 148, height: 210, margin: 16 };
const PICTURE_MM = 62;
const TITLE_FONT = "eb-garamond";

/** `picture`: a JPEG of the very piece; null where there is none. */
export function writeCertificatePdf(
  certificate: Certificate,
  madeAt: Date,
  picture: Uint8Array | null = null,
): Promise<Buffer> {
  const { workshop, title, made, rows, footer } = certificate;
  const about = {
    title: `Certificate: ${title}`,
    ...{ madeAt, paper, font: TITLE_FONT },
    words: [workshop, title, made, footer, ...rows.flatMap(({ label, value }) => [label, value])],
  };
  return writePdf(about, (sheet) => {
    write(sheet, workshop, { size: 11, grey: true, font: TITLE_FONT });
    sheet.y += 2;
    rule(sheet, 0.2);
    sheet.y += 2;
    if (picture) drawPicture(sheet, picture);
    write(sheet, title, { size: 24, font: TITLE_FONT });
    sheet.y += 1;
    write(sheet, made, { size: 9.5 });
    sheet.y += 5;
    for (const row of rows) drawRow(sheet, row);
    sheet.y = paper.height - paper.margin - 3;
    write(sheet, footer, { size: 6, grey: true });
  });
}

function drawPicture(sheet: Sheet, picture: Uint8Array): void {
  sheet.doc.image(Buffer.from(picture), points(paper.margin), points(sheet.y), { width: points(PICTURE_MM) });
  sheet.y += PICTURE_MM + 6;
}

function drawRow(sheet: Sheet, { label, value }: { label: string; value: string }): void {
  const beside = sheet.width * 0.34;
  const size = 9;
  const tall = Math.max(
    measure(sheet, label, size, beside - 3),
    measure(sheet, value, size, sheet.width - beside),
  );
  makeRoom(sheet, tall);
  const top = sheet.y;
  write(sheet, label, { size, width: beside - 3, grey: true });
  sheet.y = top;
  write(sheet, value, { size, width: sheet.width - beside, x: beside });
  sheet.y = top + tall + 1.2;
}
