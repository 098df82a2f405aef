import type { Temporal } from "temporal-polyfill";
import { localDate } from "@/lib/domain/calendar-days";
import { type CertificateFacts, describeCertificate } from "@/lib/domain/certificate";
import { orderTokenSchema } from "@/lib/features/orders/schema";
import { type BenchPiece, readBenchPiece } from "@/lib/features/workshop/bench-file";
import { getTicketPicture } from "@/lib/features/workshop/bench-ticket";
import { certifiedSchema, readCertified } from "@/lib/features/workshop/certificate-facts";
import { writeCertificatePdf } from "@/lib/features/workshop/certificate-pdf";
import { toDate } from "@/lib/platform/clock";
import { db } from "@/lib/platform/db";
import { ok, type Result, refuse } from "@/lib/platform/errors";

type Certificate = { name: string; body: Buffer };
type Refusals = "NOT_FOUND" | "SPEC_BROKEN" | "NOT_FINISHED";

/** The paper that goes with a finished piece, for the studio to print and put in the parcel. */
export async function getCertificate(
  number: string,
  { now }: { now: Temporal.Instant },
): Promise<Result<Certificate, Refusals>> {
  const piece = await readBenchPiece(number);
  if (!piece.ok) return piece;
  const [facts, picture] = await Promise.all([
    readFacts(piece.value),
    getTicketPicture(piece.value.specHash),
  ]);
  if (!facts)
    return refuse("NOT_FINISHED", { message: "A certificate says what was made: finish the piece first." });
  const body = await writeCertificatePdf(describeCertificate(facts), toDate(now), picture);
  return ok({ name: `${number}-certificate.pdf`, body });
}

/** The same for whoever holds the order's link; of another order's piece nothing is said, not even that it exists. */
export async function getCertificateForBuyer(
  { number, orderToken }: { number: string; orderToken: string },
  { now }: { now: Temporal.Instant },
): Promise<Result<Certificate, Refusals>> {
  if (!orderTokenSchema.safeParse(orderToken).success) return refuse("NOT_FOUND");
  const own = await db.job.count({
    where: { number, orderLine: { order: { token: orderToken, tokenRevokedAt: null } } },
  });
  return own === 1 ? getCertificate(number, { now }) : refuse("NOT_FOUND");
}

async function readFacts({ number, specHash, spec }: BenchPiece): Promise<CertificateFacts | null> {
  const job = await db.job.findUniqueOrThrow({
    where: { number },
    select: {
      ...{ id: true, status: true, finishedAt: true, certificate: true },
      orderLine: { select: { productName: true } },
    },
  });
  if (!job.finishedAt || (job.status !== "READY" && job.status !== "SHIPPED")) return null;
  const { timeZone } = await db.workshop.findUniqueOrThrow({ where: { id: 1 }, select: { timeZone: true } });
  const kept = job.certificate === null ? null : certifiedSchema.parse(job.certificate);
  // What was finished before these were kept says what is so today.
  const certified = kept?.specHash === specHash ? kept : await readCertified(db, job.id);
  return {
    ...certified,
    ...{ number, specHash, spec, productName: job.orderLine.productName },
    finishedOn: localDate(timeZone, job.finishedAt.getTime()),
  };
}
