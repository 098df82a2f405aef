import type { BenchDrawing } from "@/lib/domain/bench-file";
import type { IsoDate } from "@/lib/domain/calendar-days";
import { dayWords } from "@/lib/domain/day-words";
import { describeSpec, type Spec } from "@/lib/domain/spec";
import { formatGrams } from "@/lib/domain/weight";

export type BenchTicketFacts = {
  number: string;
  orderNumber: string;
  specHash: string;
  spec: Spec;
  productName: string;
  pieceIndex: number;
  pieces: number;
  dueOn: IsoDate;
  rush: boolean;
  gift: boolean;
  /** null where the workshop no longer knows the alloy */
  metal: { weightGrams: number; hallmark: boolean } | null;
  /** in the spec's order; a place that can't be drawn is a sentence saying why */
  engravings: (BenchDrawing | string)[];
  /** where the QR code leads */
  jobUrl: string;
};

/** What the paper that lies beside the piece says. No prices. */
export type BenchTicket = {
  number: string;
  title: string;
  /** "Leaves by Fri 4 Dec" */
  due: string;
  warnings: string[];
  rows: { label: string; value: string }[];
  engravings: (BenchDrawing | string)[];
  footer: string;
  jobUrl: string;
};

export function describeTicket(facts: BenchTicketFacts): BenchTicket {
  const { number, productName, pieceIndex, pieces, dueOn, rush, gift, metal } = facts;
  return {
    number,
    title: pieces > 1 ? `${productName}, piece ${pieceIndex} of ${pieces}` : productName,
    due: `Leaves by ${dayWords(dueOn)}`,
    warnings: [...(rush ? ["RUSH"] : []), ...(gift ? ["Gift: no prices in the parcel."] : [])],
    rows: [
      ...describeSpec(facts.spec),
      {
        label: "Weight",
        value: metal ? `about ${formatGrams(metal.weightGrams)} of metal, before stones` : "not known",
      },
      { label: "Hallmark", value: hallmarkWords(metal) },
    ],
    engravings: facts.engravings,
    footer: `Order ${facts.orderNumber} · spec ${facts.specHash}`,
    jobUrl: facts.jobUrl,
  };
}

function hallmarkWords(metal: BenchTicketFacts["metal"]): string {
  if (!metal) return "not known: weigh it";
  return metal.hallmark ? "needed: goes to assay before it leaves" : "not needed";
}
