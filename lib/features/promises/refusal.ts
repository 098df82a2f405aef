import { z } from "zod";
import type { PromiseRefusal } from "@/lib/domain/promise";

const staffed = { stage: z.string(), skill: z.string() };
const refusalSchema = z.discriminatedUnion("code", [
  z.object({ code: z.literal("NOTHING_TO_MAKE") }),
  z.object({ code: z.literal("NO_ARTISAN"), ...staffed }),
  z.object({ code: z.literal("NO_HOURS"), ...staffed }),
  z.object({ code: z.literal("AWAY"), ...staffed, until: z.iso.date() }),
  z.object({ code: z.literal("ABSURD_MINUTES"), stage: z.string() }),
  z.object({ code: z.literal("CYCLE"), stage: z.string() }),
  z.object({ code: z.literal("ABSURD_DELIVERY") }),
  z.object({ code: z.literal("TOO_FAR") }),
]);

/** Why a design has no date, as the worker kept it; null where it has one, or nobody has looked yet. */
export function readRefusal(kept: unknown): PromiseRefusal | null {
  const parsed = refusalSchema.safeParse(kept);
  return parsed.success ? { ok: false, ...parsed.data } : null;
}
