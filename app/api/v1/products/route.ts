import { connection } from "next/server";
import { answerApi, answerOk, answerRefusal } from "@/lib/features/quotes/answers";
import { listApiProducts } from "@/lib/features/quotes/product-list";
import { now } from "@/lib/platform/clock";
import { gated } from "@/lib/platform/gate";

/** What we make, a page at a time. */
export const GET = gated("public", async (request: Request): Promise<Response> => {
  await connection();
  return answerApi(request, async () => {
    const query = Object.fromEntries(new URL(request.url).searchParams);
    const list = await listApiProducts(query, now());
    return list.ok ? answerOk(list.value) : answerRefusal(list);
  });
});
