import { connection } from "next/server";
import { answerApi, answerOk, answerRefusal } from "@/lib/features/quotes/answers";
import { getProductDetail } from "@/lib/features/quotes/product-detail";
import { now } from "@/lib/platform/clock";

/** What can be chosen on one design. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ slug: string }> },
): Promise<Response> {
  await connection();
  return answerApi(request, async () => {
    const { slug } = await params;
    const product = await getProductDetail(slug, now());
    return product ? answerOk(product) : answerRefusal({ ok: false, code: "NOT_FOUND" });
  });
}
