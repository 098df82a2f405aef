import { connection } from "next/server";
import { answerApi, answerOk, answerRefusal } from "@/lib/features/quotes/answers";
import { getProductDetail } from "@/lib/features/quotes/product-detail";
import { now } from "@/lib/platform/clock";
import { gated } from "@/lib/platform/gate";

type Context = { params: Promise<{ slug: string }> };

/** What can be chosen on one design. */
export const GET = gated("public", async (request: Request, { params }: Context): Promise<Response> => {
  await connection();
  return answerApi(request, async () => {
    const { slug } = await params;
    const product = await getProductDetail(slug, now());
    return product ? answerOk(product) : answerRefusal({ ok: false, code: "NOT_FOUND" });
  });
});
