import { previewSentence, wordsOfSpec } from "@/lib/domain/preview-words";
import { readSpec } from "@/lib/domain/spec";
import { fieldsFromSpec, type SharedDesignView } from "@/lib/features/designs/schema";
import { db } from "@/lib/platform/db";

/** null: nobody shared it, or it was forgotten, or it isn't made any more. A spec that was only ordered isn't shared. */
export async function getSharedDesign(hash: string): Promise<SharedDesignView | null> {
  if (!/^[0-9a-f]{64}$/.test(hash)) return null;
  const row = await db.sharedDesign.findUnique({
    where: { specHash: hash },
    select: { spec: { select: { canonical: true } }, product: { select: { slug: true, status: true } } },
  });
  if (row?.product.status !== "ACTIVE") return null;
  const spec = readSpec(row.spec.canonical);
  return {
    ...{ hash, slug: row.product.slug },
    fields: fieldsFromSpec(spec),
    sentence: previewSentence(wordsOfSpec(spec)),
  };
}
