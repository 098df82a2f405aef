import { answerApi, answerOk, answerRefusal } from "@/lib/features/quotes/answers";
import { piecesAsked, quotePiece } from "@/lib/features/quotes/data";
import { readJson } from "@/lib/features/quotes/read-json";
import { now } from "@/lib/platform/clock";
import { gated } from "@/lib/platform/gate";

/** What a piece costs, whether its engraving fits, and when it arrives. */
export const POST = gated(
  "public",
  (request: Request): Promise<Response> =>
    answerApi(request, async (charge) => {
      const body = await readJson(request);
      if (!body.ok) return answerRefusal(body);
      // Twenty pieces are placed on the bench one after another: that is the work of twenty questions.
      const refused = charge(piecesAsked(body.value) - 1);
      if (refused) return refused;
      const quote = await quotePiece(body.value, now());
      return quote.ok ? answerOk(quote.value) : answerRefusal(quote);
    }),
);
