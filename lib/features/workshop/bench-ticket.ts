import type { Temporal } from "temporal-polyfill";
import { hallmarkRequired } from "@/lib/domain/alloy";
import { type BenchTicketFacts, describeTicket } from "@/lib/domain/bench-ticket";
import { priceRuleSchema } from "@/lib/domain/product";
import { weightGrams } from "@/lib/domain/weight";
import { toIsoDay } from "@/lib/features/orders/days";
import { getPiecePicture } from "@/lib/features/previews/data";
import { type BenchPiece, drawEngraving, readBenchPiece } from "@/lib/features/workshop/bench-file";
import { type TicketPaper, writeTicketPdf } from "@/lib/features/workshop/ticket-pdf";
import { toDate } from "@/lib/platform/clock";
import { db } from "@/lib/platform/db";
import { ok, type Result } from "@/lib/platform/errors";
import { log } from "@/lib/platform/log";

/** The paper for the bench, as a PDF. `jobUrl` is where its QR code leads. */
export async function getTicketPdf(
  asked: { number: string; paper: TicketPaper; jobUrl: string },
  { now }: { now: Temporal.Instant },
): Promise<Result<{ name: string; body: Buffer }, "NOT_FOUND" | "SPEC_BROKEN">> {
  const piece = await readBenchPiece(asked.number);
  if (!piece.ok) return piece;
  const [facts, picture] = await Promise.all([
    readTicketFacts(piece.value, asked.jobUrl),
    getTicketPicture(piece.value.specHash),
  ]);
  const body = await writeTicketPdf(describeTicket(facts), asked.paper, toDate(now), picture);
  return ok({ name: `${asked.number}-ticket-${asked.paper}.pdf`, body });
}

/** For paper, which is printed also where the picture can't be drawn: its words are what counts. */
export function getTicketPicture(specHash: string): Promise<Uint8Array | null> {
  return getPiecePicture(specHash, "600.jpg").catch((error: unknown) => {
    log.warn({ err: error, specHash }, "a piece has no picture to print");
    return null;
  });
}

async function readTicketFacts(piece: BenchPiece, jobUrl: string): Promise<BenchTicketFacts> {
  const { number, specHash, spec } = piece;
  const [job, alloy, workshop] = await Promise.all([
    readJob(number),
    db.alloy.findUnique({ where: { id: spec.metal.id }, select: { metal: true, densityMgCm3: true } }),
    db.workshop.findUnique({ where: { id: 1 }, select: { hallmarkCountry: true } }),
  ]);
  const { orderLine } = job;
  const rule = priceRuleSchema.parse(orderLine.product.priceRule);
  const grams = alloy && weightGrams(rule, spec.size?.mm ?? null, alloy.densityMgCm3);
  return {
    ...{ number, specHash, spec, jobUrl },
    orderNumber: orderLine.order.number,
    productName: orderLine.productName,
    pieceIndex: job.pieceIndex,
    pieces: orderLine.quantity,
    dueOn: toIsoDay(job.dueOn),
    rush: job.rush,
    gift: orderLine.gift,
    metal:
      alloy && grams !== null
        ? {
            weightGrams: grams,
            hallmark: hallmarkRequired(alloy.metal, grams, workshop?.hallmarkCountry ?? null),
          }
        : null,
    engravings: spec.engraving.map(({ zone }) => {
      const drawn = drawEngraving(piece, zone.id);
      return drawn.ok ? drawn.value : (drawn.message ?? `${zone.label} can't be drawn.`);
    }),
  };
}

function readJob(number: string) {
  return db.job.findUniqueOrThrow({
    where: { number },
    select: {
      pieceIndex: true,
      dueOn: true,
      rush: true,
      orderLine: {
        select: {
          quantity: true,
          gift: true,
          productName: true,
          product: { select: { priceRule: true } },
          order: { select: { number: true } },
        },
      },
    },
  });
}
