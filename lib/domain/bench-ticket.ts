import type { BenchDrawing } from "@/lib/domain/bench-file";
import type { IsoDate } from "@/lib/domain/calendar-days";
import { dayWords } from "@/lib/domain/day-words";
import { lengthLabel } from "@/lib/domain/length";
import { ringSizeLabel } from "@/lib/domain/ring-size";
import { inMm } from "@/lib/domain/sentence";
import { describeParts, type Spec } from "@/lib/domain/spec";
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
      ...describeParts(facts.spec).map(({ part, label, value }) => ({
        label,
        value: part === "size" ? sizeForBench(facts.spec, value) : value,
      })),
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

/** To a hundredth for a ring: the bench works to 0.05 mm, and the shop's words say a tenth. */
function sizeForBench({ size }: Spec, words: string): string {
  if (!size) return words;
  return size.kind === "ring"
    ? `${ringSizeLabel(size.system, size.value)} (${inMm(size.mm, 2)} round the inside)`
    : `${lengthLabel(size.system, size.value)} (${inMm(size.mm)})`;
}

function hallmarkWords(metal: BenchTicketFacts["metal"]): string {
  if (!metal) return "not known: weigh it";
  return metal.hallmark ? "needed: goes to assay before it leaves" : "not needed";
}
