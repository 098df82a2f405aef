import { type BenchDrawing, drawBenchFile } from "@/lib/domain/bench-file";
import { writeBenchDxf } from "@/lib/domain/bench-file-dxf";
import { writeBenchSvg } from "@/lib/domain/bench-file-svg";
import { type ProductOptions, productOptionsSchema } from "@/lib/domain/options";
import { isSealed, readSpec, type Spec, zonesOfSpec } from "@/lib/domain/spec";
import { engravingFaces } from "@/lib/features/quotes/fonts";
import { db } from "@/lib/platform/db";
import { ok, type Result, refuse } from "@/lib/platform/errors";
import { log } from "@/lib/platform/log";

/** A piece as it was sealed, and the product as it is today. */
export type BenchPiece = { number: string; specHash: string; spec: Spec; options: ProductOptions };

export const benchFormats = {
  svg: { contentType: "image/svg+xml; charset=utf-8", write: writeBenchSvg },
  dxf: { contentType: "image/vnd.dxf", write: writeBenchDxf },
} as const;
export type BenchFormat = keyof typeof benchFormats;

export type BenchFile = { name: string; contentType: string; body: string };

/** The file with which one engraved place of a piece is cut. */
export async function getBenchFile(asked: {
  number: string;
  zone: string;
  format: BenchFormat;
}): Promise<Result<BenchFile, "NOT_FOUND" | "SPEC_BROKEN" | "NOT_CUTTABLE">> {
  const piece = await readBenchPiece(asked.number);
  if (!piece.ok) return piece;
  const drawn = drawEngraving(piece.value, asked.zone);
  if (!drawn.ok) return drawn;
  const { contentType, write } = benchFormats[asked.format];
  return ok({ name: `${drawn.value.fileName}.${asked.format}`, contentType, body: write(drawn.value) });
}

/** Nothing is drawn from a spec that isn't the one which was paid for. */
export async function readBenchPiece(
  number: string,
): Promise<Result<BenchPiece, "NOT_FOUND" | "SPEC_BROKEN">> {
  const job = await db.job.findUnique({
    where: { number },
    select: {
      specHash: true,
      spec: { select: { canonical: true } },
      orderLine: { select: { product: { select: { options: true } } } },
    },
  });
  if (!job) return refuse("NOT_FOUND");
  const { specHash, spec } = job;
  if (!isSealed(spec.canonical, specHash)) {
    log.error({ job: number, specHash }, "a stored spec doesn't match its hash");
    return refuse("SPEC_BROKEN", {
      message:
        "This piece's spec isn't the one that was paid for any more. Make nothing before it is found out why.",
    });
  }
  const options = productOptionsSchema.parse(job.orderLine.product.options);
  return ok({ number, specHash, spec: readSpec(spec.canonical), options });
}

export function drawEngraving(
  { number, specHash, spec, options }: BenchPiece,
  zoneId: string,
): Result<BenchDrawing, "NOT_FOUND" | "NOT_CUTTABLE"> {
  const engraving = spec.engraving.find(({ zone }) => zone.id === zoneId);
  if (!engraving) return refuse("NOT_FOUND");
  const font = engravingFaces.get(engraving.font.id);
  if (!font)
    return refuse("NOT_CUTTABLE", { message: `We don't have the typeface ${engraving.font.label}.` });
  const zone = zonesOfSpec(spec, options).find(({ id }) => id === zoneId) ?? null;
  const sizeMm = spec.size?.mm ?? null;
  const drawn = drawBenchFile(engraving, { jobNumber: number, specHash, zone, sizeMm }, font);
  if (drawn.ok) return ok(drawn.drawing);
  return refuse("NOT_CUTTABLE", {
    message: `${engraving.font.label} hasn't all letters of “${drawn.line}”. Nothing was drawn.`,
  });
}
