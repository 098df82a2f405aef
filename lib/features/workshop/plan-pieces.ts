import { PROOF } from "@/lib/domain/job";
import { productOptionsSchema } from "@/lib/domain/options";
import { priceRuleSchema, productRoutingSchema } from "@/lib/domain/product";
import { routingWithProof } from "@/lib/domain/proof";
import { routeSpec } from "@/lib/domain/routing";
import { readSpec, type Spec } from "@/lib/domain/spec";
import { weightGrams } from "@/lib/domain/weight";
import { listStages } from "@/lib/features/workshop/data";
import type { StageView } from "@/lib/features/workshop/schema";
import type { db, Tx } from "@/lib/platform/db";
import { log } from "@/lib/platform/log";

type PlannedStage = { stageId: string; typicalMinutes: number; badDayMinutes: number };
export type PlannedPiece = {
  number: string;
  orderLineId: string;
  pieceIndex: number;
  specHash: string;
  dueOn: Date;
  status: "OPEN" | "ON_HOLD";
  holdReason: string | null;
  productName: string;
  stages: PlannedStage[];
};

type Line = Awaited<ReturnType<typeof readOrder>>["lines"][number];
type Facts = {
  stages: StageView[];
  alloys: ReadonlyMap<string, { metal: string; densityMgCm3: number }>;
  hallmarkCountry: string | null;
};

const NOT_PLANNABLE =
  "Its stages couldn’t be worked out from the product as it is now. Please look at the product.";
const UNKNOWN_WORK = { typicalMinutes: 60, badDayMinutes: 240 };

/** Every piece of an order with its number, its day and its stages. */
export async function planPieces(tx: Tx, orderId: string): Promise<PlannedPiece[]> {
  const order = await readOrder(tx, orderId);
  const facts = await readPlanFacts(tx);
  const dueOf = new Map(order.promises.map(({ parcel, shipBy }) => [parcel, shipBy]));
  let pieces = 0;
  return order.lines.flatMap((line) => {
    const plan = planLine(line, facts);
    const dueOn = dueOf.get(line.parcel);
    if (!dueOn) throw new Error(`Order ${order.number} has no promise for its parcel ${line.parcel}`);
    return Array.from({ length: line.quantity }, (_none, index) => {
      pieces += 1;
      return {
        number: `${order.number}-${pieces}`,
        orderLineId: line.id,
        pieceIndex: index + 1,
        specHash: line.specHash,
        dueOn,
        productName: line.productName,
        ...plan,
      };
    });
  });
}

/**
 * A paid piece always becomes work: where product and workshop have changed so much since it was ordered that its
 * stages can't be worked out, it is put on hold with the reason, loudly, instead of failing the payment.
 */
function planLine(line: Line, facts: Facts): Pick<PlannedPiece, "status" | "holdReason" | "stages"> {
  try {
    return { status: "OPEN", holdReason: null, stages: routeLine(line, facts) };
  } catch (error) {
    log.error({ err: error, orderLineId: line.id }, "the stages of a paid piece could not be worked out");
    const stages = facts.stages.filter(({ id, skill }) => skill !== null && id !== PROOF);
    // What the customer was to see first they see first all the same.
    const proof = line.proof ? facts.stages.filter(({ id }) => id === PROOF) : [];
    return {
      status: "ON_HOLD",
      holdReason: NOT_PLANNABLE,
      stages: [...proof, ...stages].map(({ id }) => ({ stageId: id, ...UNKNOWN_WORK })),
    };
  }
}

function routeLine({ spec: { canonical }, ...line }: Line, facts: Facts): PlannedStage[] {
  return routePiece(readSpec(canonical), line, facts);
}

/** The stages of one piece of a line, made as `spec` says: what was ordered, or what was agreed to since. */
export function routePiece(
  spec: Spec,
  { product, proof }: Pick<Line, "product" | "proof">,
  { stages, alloys, hallmarkCountry }: Facts,
): PlannedStage[] {
  const alloy = alloys.get(spec.metal.id);
  if (!alloy) throw new Error(`There is no alloy ${spec.metal.id}`);
  const grams = weightGrams(
    priceRuleSchema.parse(product.priceRule),
    spec.size?.mm ?? null,
    alloy.densityMgCm3,
  );
  const routing = routeSpec(
    spec,
    routingWithProof(productRoutingSchema.parse(product.routing), proof, stages),
    productOptionsSchema.parse(product.options),
    stages,
    { alloy, hallmarkCountry, weightGrams: grams },
  );
  return routing.map(({ stage, typicalMinutes, badDayMinutes }) => ({
    stageId: stage,
    typicalMinutes,
    badDayMinutes,
  }));
}

function readOrder(tx: Tx, orderId: string) {
  return tx.order.findUniqueOrThrow({
    where: { id: orderId },
    select: {
      number: true,
      promises: { select: { parcel: true, shipBy: true } },
      lines: {
        orderBy: { position: "asc" },
        select: {
          id: true,
          quantity: true,
          parcel: true,
          specHash: true,
          productName: true,
          proof: true,
          spec: { select: { canonical: true } },
          product: { select: { options: true, routing: true, priceRule: true } },
        },
      },
    },
  });
}

export async function readPlanFacts(tx: typeof db | Tx): Promise<Facts> {
  const workshop = await tx.workshop.findUniqueOrThrow({
    where: { id: 1 },
    select: { hallmarkCountry: true },
  });
  const alloys = await tx.alloy.findMany({ select: { id: true, metal: true, densityMgCm3: true } });
  return {
    stages: await listStages(tx),
    alloys: new Map(alloys.map((alloy) => [alloy.id, alloy])),
    hallmarkCountry: workshop.hallmarkCountry,
  };
}
