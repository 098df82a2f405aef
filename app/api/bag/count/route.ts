import { countPieces } from "@/lib/features/cart/data";
import { readBagKey } from "@/lib/platform/bag-cookie";
import { gated } from "@/lib/platform/gate";

/** For the number beside "Bag" on pages that are cached for everybody. */
export const GET = gated("bag", async (): Promise<Response> => {
  const bagKey = await readBagKey();
  const pieces = bagKey ? await countPieces(bagKey) : 0;
  return Response.json({ pieces }, { headers: { "cache-control": "private, no-store" } });
});
