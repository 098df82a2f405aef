import type { IsoDate } from "@/lib/domain/calendar-days";
import { dayInFull } from "@/lib/domain/day-words";
import { describeSpec, type Spec } from "@/lib/domain/spec";
import { formatGrams } from "@/lib/domain/weight";

export type CertificateFacts = {
  number: string;
  specHash: string;
  spec: Spec;
  productName: string;
  makerName: string;
  workshop: { name: string; city: string };
  finishedOn: IsoDate;
  /** of metal, by its design; null where the workshop no longer knows the alloy */
  weightGrams: number | null;
  /** it has been to the assay office */
  assayed: boolean;
  /** of the stones in it: where they come from and how they are treated, as the shop states it */
  stones: { label: string; origin: string }[];
};

/** What goes with a finished piece, to keep. It is for whoever wears it: no price, no buyer, no order. */
export type Certificate = {
  workshop: string;
  title: string;
  /** "Designed by Rosalind Alder, made in Bristol, finished on 4 December 2026" */
  made: string;
  rows: { label: string; value: string }[];
  footer: string;
};

export function describeCertificate(facts: CertificateFacts): Certificate {
  const { number, specHash, spec, productName, makerName, workshop, finishedOn, assayed } = facts;
  return {
    workshop: workshop.name,
    title: productName,
    made: `Designed by ${makerName}, made in ${workshop.city}, finished on ${dayInFull(finishedOn)}`,
    rows: [
      ...describeSpec(spec),
      ...(facts.weightGrams === null
        ? []
        : [{ label: "Weight", value: `about ${formatGrams(facts.weightGrams)} of metal` }]),
      ...(assayed ? [{ label: "Hallmark", value: "tested and struck at the assay office" }] : []),
      ...facts.stones.map(({ label, origin }) => ({
        label: `About the ${label.toLowerCase()}`,
        value: origin,
      })),
    ],
    footer: `Piece ${number} · ${specHash}`,
  };
}
