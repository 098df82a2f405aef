"use server";

import { preparePieceInWords } from "@/lib/features/cart/prepare-piece";
import { readPieceForm } from "@/lib/features/cart/schema";
import { shareDesign } from "@/lib/features/designs/mutations";
import { shareDesignSchema } from "@/lib/features/designs/schema";
import { publicAction } from "@/lib/platform/action";
import { ok } from "@/lib/platform/errors";
import { routes } from "@/lib/platform/routes";

/** A link to a piece as it is chosen now. Sent without scripts it leads there: the address is the link. */
export const shareDesignAction = publicAction({
  name: "designs.share",
  input: shareDesignSchema,
  read: readPieceForm,
  // For a household behind one address; each may hold somebody's words for a year.
  limit: { limit: 60, windowSeconds: 60 },
  run: async ({ product, personalization }, { now }) => {
    const piece = await preparePieceInWords(product, personalization, now);
    if (!piece.ok) return piece;
    const { hash } = await shareDesign(piece.value, { now });
    return ok({ path: routes.design(hash) });
  },
  leadsTo: ({ path }, { scripted }) => (scripted ? null : path),
});
