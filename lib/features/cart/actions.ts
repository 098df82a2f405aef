"use server";

import { refresh } from "next/cache";
import type { Temporal } from "temporal-polyfill";
import { MAX_PIECES } from "@/lib/domain/order-limits";
import { moveStone } from "@/lib/features/cart/move-stone";
import {
  addLine,
  type BagRefusal,
  editLine,
  type RemovedLine,
  removeLine,
  setGift,
  setQuantity,
} from "@/lib/features/cart/mutations";
import { preparePieceInWords } from "@/lib/features/cart/prepare-piece";
import {
  addToBagSchema,
  type BagChangedView,
  type ChangeBag,
  changeBagSchema,
  editLineSchema,
  readBagForm,
  readPieceForm,
} from "@/lib/features/cart/schema";
import { fieldsFromPersonalization } from "@/lib/features/cart/stored-fields";
import type { PreparedPiece } from "@/lib/features/quotes/data";
import { bagAction } from "@/lib/platform/action";
import { ok, type Refusal, type Result } from "@/lib/platform/errors";
import { routes } from "@/lib/platform/routes";

// Generous for a person, and for a household behind one address; enough to stop a script from filling the tables.
const PER_MINUTE = { limit: 600, windowSeconds: 60 };

/** From a product's page. The price is never among what is sent: it is worked out here. */
export const addToBagAction = bagAction({
  name: "cart.add",
  input: addToBagSchema,
  read: readPieceForm,
  limit: PER_MINUTE,
  opens: true,
  run: async ({ product, personalization, move, ...rest }, { bagKey, now }) => {
    if (move !== undefined) return moveStone({ product, personalization, move }, now);
    const piece = await preparePieceInWords(product, personalization, now);
    if (!piece.ok) return piece;
    return inWords(await addLine({ bagKey, piece: piece.value, ...settled(rest, piece.value) }, { now }));
  },
  leadsTo: (_added, { scripted }) => (scripted ? null : routes.bag),
});

/** From /bag/lines/[id]: the line says something else from now on, or one piece of it does. */
export const editLineAction = bagAction({
  name: "cart.edit",
  input: editLineSchema,
  read: readPieceForm,
  limit: PER_MINUTE,
  run: async ({ product, personalization, line, move, ...typed }, { bagKey, now }) => {
    if (move !== undefined) return moveStone({ product, personalization, move }, now);
    const piece = await preparePieceInWords(product, personalization, now);
    if (!piece.ok) return piece;
    const rest = settled(typed, piece.value);
    if (rest.mode === "copy") {
      const added = inWords(await addLine({ bagKey, piece: piece.value, ...rest }, { now }));
      return added.ok ? ok({ ...added.value, line, left: 0 }) : added;
    }
    const edited = await editLine(
      { bagKey, lineId: line, only: rest.mode === "one" ? "one" : "all", piece: piece.value, ...rest },
      { now },
    );
    return inWords(edited.ok ? ok({ ...edited.value, line }) : edited);
  },
  leadsTo: ({ left, line }) => (left > 1 ? `${routes.bagLine(line)}?mode=one` : routes.bag),
});

/** From /bag: quantity, gift, remove, and "undo". */
export const changeBagAction = bagAction({
  name: "cart.change",
  input: changeBagSchema,
  read: readBagForm,
  limit: PER_MINUTE,
  run: async (change, { bagKey, now }): Promise<Result<BagChangedView, BagRefusal | "INVALID_INPUT">> => {
    const changed = await applyChange(change, bagKey, now);
    refresh();
    return changed;
  },
});

async function applyChange(
  change: ChangeBag,
  bagKey: string,
  now: Temporal.Instant,
): Promise<Result<BagChangedView, BagRefusal | "INVALID_INPUT">> {
  switch (change.intent) {
    case "quantity":
      return inWords(await setQuantity({ bagKey, lineId: change.line, quantity: change.quantity }, { now }));
    case "gift": {
      const { gift, giftMessage } = change;
      return inWords(await setGift({ bagKey, lineId: change.line, gift, giftMessage }, { now }));
    }
    case "remove": {
      const gone = inWords(await removeLine({ bagKey, lineId: change.line }, { now }));
      if (!gone.ok) return gone;
      const { removed, ...changed } = gone.value;
      return ok({ ...changed, removed: { name: removed.name, fields: fieldsOf(removed) } });
    }
    case "restore": {
      const { product, personalization, quantity, gift, giftMessage, proof } = change;
      const piece = await preparePieceInWords(product, personalization, now);
      if (!piece.ok) return piece;
      return inWords(
        await addLine({ bagKey, piece: piece.value, quantity, gift, giftMessage, proof }, { now }),
      );
    }
  }
}

/** A wish for a proof counts where the design leaves it to the shopper; else its own rule does. */
function settled<T extends { proof: boolean }>(typed: T, piece: PreparedPiece): T {
  return { ...typed, proof: typed.proof && piece.proofSetting === "ON_REQUEST" };
}

/** What the form behind "undo" sends. */
function fieldsOf({
  slug,
  personalization,
  quantity,
  gift,
  giftMessage,
  proof,
}: RemovedLine): Record<string, string> {
  return {
    ...fieldsFromPersonalization(personalization),
    product: slug,
    quantity: String(quantity),
    gift: gift ? "on" : "off",
    giftMessage,
    proof: proof ? "on" : "off",
  };
}

const words: Record<BagRefusal, string> = {
  NOT_FOUND: "That line isn’t in your bag any more. It may have been removed in another window.",
  QUANTITY_LIMIT: "We take up to 20 of one piece in an order. Please write to us for more.",
  PIECES_LIMIT: `We take up to ${MAX_PIECES} pieces in one order. Please write to us for more: we’ll find a date for them together.`,
  BAG_FULL: "Your bag holds 50 different pieces. Please order these first, or remove one.",
  BAG_CHANGED:
    "Your bag was changed in another window, so nothing was saved here. Please look at it as it is now, and change it again.",
};

function inWords<T>(result: Result<T, BagRefusal>): Result<T, BagRefusal> {
  return result.ok ? result : withWords(result);
}

function withWords(refusal: Refusal<BagRefusal>): Refusal<BagRefusal> {
  return { ...refusal, message: words[refusal.code] };
}
