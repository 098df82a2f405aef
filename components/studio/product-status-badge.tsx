import { Badge } from "@/components/ui/badge";
import type { Tone } from "@/components/ui/notice";
import { type ProductStatus, productStatusLabels } from "@/lib/features/catalog/studio-schema";

const tones: Record<ProductStatus, Tone> = { DRAFT: "warning", ACTIVE: "positive", RETIRED: "neutral" };

export function ProductStatusBadge({ status }: { status: ProductStatus }) {
  return <Badge tone={tones[status]}>{productStatusLabels[status]}</Badge>;
}
