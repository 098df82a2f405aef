import { readSpec } from "@/lib/domain/spec";
import { type PiecePicture, pictureOfPiece, pieceColumns } from "@/lib/features/previews/schema";
import type { JobView } from "@/lib/features/workshop/views";
import { db } from "@/lib/platform/db";

/** The very piece, as far as there is a picture of it. Also of a retired product. */
export async function getJobPicture(
  job: Pick<JobView, "productSlug" | "specCanonical" | "specHash">,
): Promise<PiecePicture | null> {
  const pictures = await db.productPicture.findMany({
    where: { product: { slug: job.productSlug } },
    orderBy: { position: "asc" },
    select: pieceColumns,
  });
  return pictureOfPiece(pictures, readSpec(job.specCanonical), job.specHash);
}
