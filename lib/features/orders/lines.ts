import { z } from "zod";
import { productOptionsSchema } from "@/lib/domain/options";
import { priceLineSchema } from "@/lib/domain/price";
import { describeSpec, readSpec } from "@/lib/domain/spec";
import { compareSpecs, openParts } from "@/lib/domain/spec-change";
import type { OrderRow } from "@/lib/features/orders/read-order";
import type { OrderLineView } from "@/lib/features/orders/schema";
import { pictureOfPiece } from "@/lib/features/previews/schema";
import { begunOf, workshopStages } from "@/lib/features/proposals/read-piece";
import { listStages } from "@/lib/features/workshop/data";

type Line = OrderRow["lines"][number];
const priceLinesSchema = z.array(priceLineSchema);

/** A line as it is made now. Pieces of it that were changed apart stand apart, each with what was agreed to since. */
export function tellLine(line: Line, dayOf: (date: Date) => string): OrderLineView[] {
  const made = [...new Set(line.jobs.map(({ specVersion }) => specVersion))].sort((a, b) => a - b);
  // Before it is paid there are no pieces yet.
  if (made.length === 0) return [tellVersion(line, 1, dayOf)];
  return made.map((version) => tellVersion(line, version, dayOf));
}

function tellVersion(line: Line, number: number, dayOf: (date: Date) => string): OrderLineView {
  const version = line.versions.find((candidate) => candidate.version === number);
  if (!version) throw new Error(`Line ${line.id} has no version ${number}`);
  const pieces = line.jobs.filter(({ specVersion }) => specVersion === number);
  const quantity = pieces.length || line.quantity;
  const spec = readSpec(version.spec.canonical);
  const { slug, status, pictures } = line.product;
  const picture = pictureOfPiece(pictures, spec, version.specHash);
  const { gift, giftMessage, proof } = line;
  const { unitMinor, returnable, personalBecause } = version;
  return {
    name: line.productName,
    product: status === "ACTIVE" ? slug : null,
    picture,
    spec: describeSpec(spec),
    changed: historyOf(
      line,
      number,
      pieces.map(({ id }) => id),
      dayOf,
    ),
    pieces: pieces.map((job) => job.number).sort(),
    ...{ proof, quantity, unitMinor, totalMinor: unitMinor * quantity },
    ...{ returnable, personalBecause, gift, giftMessage },
    price: priceLinesSchema.parse(version.priceLines),
  };
}

/** The versions that these pieces went through, each against the one before. */
function historyOf(
  line: Line,
  current: number,
  jobIds: readonly string[],
  dayOf: (date: Date) => string,
): OrderLineView["changed"] {
  const own = line.versions.filter(
    ({ version, proposal }) =>
      version <= current &&
      (proposal === null || proposal.pieces.some(({ jobId }) => jobIds.includes(jobId))),
  );
  return own.slice(1).map(({ version, createdAt, spec }, index) => {
    const before = own[index];
    const words = before ? compareSpecs(readSpec(before.spec.canonical), readSpec(spec.canonical)) : [];
    return { version, on: dayOf(createdAt), words: words.filter(({ changed }) => changed) };
  });
}

/** Pieces of a paid order of which something can still be changed. */
export async function listChangeable(order: OrderRow): Promise<string[]> {
  if (order.status !== "PAID") return [];
  const stages = workshopStages(await listStages());
  return order.lines
    .flatMap(({ jobs, product }) => {
      const options = productOptionsSchema.parse(product.options);
      return jobs
        .filter(({ status }) => status === "OPEN" || status === "ON_HOLD")
        .filter((job) => openParts(begunOf(job), stages, options).length > 0)
        .map(({ number }) => number);
    })
    .sort();
}
