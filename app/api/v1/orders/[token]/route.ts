import { connection } from "next/server";
import { getOrderStory } from "@/lib/features/orders/data";
import { answerApi, answerOk, answerRefusal } from "@/lib/features/quotes/answers";
import { now } from "@/lib/platform/clock";
import { gated } from "@/lib/platform/gate";

/** What the order's page shows, as data. A wrong key and a closed one are answered alike. */
export const GET = gated(
  "link",
  async (request: Request, { params }: { params: Promise<{ token: string }> }): Promise<Response> => {
    await connection();
    return answerApi(request, async () => {
      const { token } = await params;
      const story = await getOrderStory(token, now());
      if (story) return answerOk(story);
      const errors = [{ path: "", code: "NOT_FOUND", message: "There is no order under this address." }];
      return answerRefusal({ ok: false, code: "NOT_FOUND", errors });
    });
  },
);
