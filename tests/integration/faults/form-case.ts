import type { World } from "./form-world";

export type Fields = Record<string, string | string[]>;
export type Who = "nobody" | "artisan" | "owner";

/**
 * A form as the product sends it, and how it can be spoilt beyond what every form has to stand (fields missing, too
 * long, files, keys that nobody asked for: those are made from `good`).
 */
export type FormCase = {
  as: Who;
  good: (world: World) => Fields;
  /** without any one of these it is refused */
  required: string[];
  /** each laid over the good form, and each refused */
  tampered?: (world: World) => Fields[];
  /** a box: whatever it holds but "on" means that it isn't ticked */
  boxes?: string[];
  /** the good form is refused too in this world, and the journeys show that it is taken elsewhere */
  refusedHere?: boolean;
};

/** An id that is nobody's. */
export const elsewhere = "nobody-knows-this-id";
