import { randomBytes } from "node:crypto";

const alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

const lengths = {
  cs_test_a1: 56,
  pi: 24,
  ch: 24,
  py: 24,
  re: 24,
  pyr: 24,
  evt: 24,
  cus: 14,
  pm: 24,
  prod: 14,
  price: 24,
  li: 24,
  shr: 24,
  txn: 24,
  req: 14,
} as const;

export type IdPrefix = keyof typeof lengths;

/** An id of the form that Stripe's have, such as `pi_3f…`: unguessable, of Stripe's length. */
export function newId(prefix: IdPrefix): string {
  const separator = prefix === "cs_test_a1" ? "" : "_";
  return prefix + separator + randomText(lengths[prefix]);
}

export function randomText(length: number): string {
  // A slight preference for the first letters does not matter for ids of a simulator.
  return [...randomBytes(length)].map((byte) => alphabet[byte % alphabet.length]).join("");
}
