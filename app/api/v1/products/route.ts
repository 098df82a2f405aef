import { connection } from "next/server";
import { answerApi, answerOk, answerRefusal } from "@/lib/features/quotes/answers";
import { listApiProducts } from "@/lib/features/quotes/product-list";
import { now } from "@/lib/platform/clock";

/** What we make, a page at a time. */
export async function GET(request: Request): Promise<Response> {
  await connection();
  return answerApi(request, async () => {
    const query = Object.fromEntries(new URL(request.url).searchParams);
    const list = await listApiProducts(query, now());
    return list.ok ? answerOk(list.value) : answerRefusal(list);
  });
}
