import { readSpec } from "@/lib/domain/spec";
import type { JobView } from "@/lib/features/workshop/views";
import { db } from "@/lib/platform/db";

export type JobPicture = {
  src: string;
  alt: string;
  width: number;
  height: number;
  /** false: it shows the design in another metal */
  inOrderedMetal: boolean;
};

/** In the metal that was ordered, if there is such a picture; else the product's first. Also of a retired product. */
export async function getJobPicture(
  job: Pick<JobView, "productSlug" | "specCanonical">,
): Promise<JobPicture | null> {
  const pictures = await db.productPicture.findMany({
    where: { product: { slug: job.productSlug } },
    orderBy: { position: "asc" },
    select: { src: true, alt: true, width: true, height: true, alloyId: true },
  });
  const { metal } = readSpec(job.specCanonical);
  const exact = pictures.find(({ alloyId }) => alloyId === metal.id);
  const chosen = exact ?? pictures[0];
  if (!chosen) return null;
  const { src, alt, width, height } = chosen;
  return { src, alt, width, height, inOrderedMetal: exact !== undefined };
}
