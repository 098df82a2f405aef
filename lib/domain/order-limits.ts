/** Alike pieces at once: more is a commission. */
export const MAX_QUANTITY = 20;
export const MAX_LINES = 50;
/** In one order: more is a commission, which deserves a conversation about its date. */
export const MAX_PIECES = 60;
/** Characters on the card that goes with a gift. */
export const MAX_GIFT_MESSAGE = 300;
