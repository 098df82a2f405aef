import { createHash } from "node:crypto";
import canonicalize from "canonicalize";
import { z } from "zod";
import { MAX_LINES } from "@/lib/domain/order-limits";

/**
 * What a checkout page showed, as a hidden field that comes back with the order. It proves nothing (whoever
 * writes it by hand only lies to themselves): it lets us tell what has changed since, and ask again.
 */
const seenSchema = z.strictObject({
  /** fingerprint of everything that is agreed to */
  print: z.string().length(43),
  totalMinor: z.int(),
  /** of each parcel, the soonest first */
  arrives: z.array(z.iso.date()).max(MAX_LINES),
  bag: z.int(),
  /** the page told of a change: a box had to be ticked */
  changed: z.boolean(),
});
export type Seen = z.output<typeof seenSchema>;

export function fingerprint(agreed: unknown): string {
  return createHash("sha256")
    .update(canonicalize(agreed) ?? "")
    .digest("base64url");
}

export function writeSeen(seen: Seen): string {
  return Buffer.from(JSON.stringify(seen)).toString("base64url");
}

export function readSeen(text: string): Seen | null {
  try {
    const parsed = seenSchema.safeParse(JSON.parse(Buffer.from(text, "base64url").toString("utf8")));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}
