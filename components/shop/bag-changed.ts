/** Name of the window's event after which the number beside "Bag" is asked for again. */
export const BAG_CHANGED = "touchmark:bag-changed";
