import type { PauseDiscountInput, SaveDiscountInput } from "@/lib/features/discounts/schema";
import { fromIsoDay } from "@/lib/features/orders/days";
import type { WhenAndWho } from "@/lib/features/workshop/change-job";
import { changedFields, manage } from "@/lib/features/workshop/manage";
import { toDate } from "@/lib/platform/clock";
import { type Result, refuse } from "@/lib/platform/errors";

/** A new code (version 0), or the whole of an old one as its screen showed it. Orders keep what they were given. */
export async function saveDiscount(
  { id, version, ...input }: SaveDiscountInput,
  who: WhenAndWho,
): Promise<Result<{ id: string }, "FORBIDDEN" | "CODE_TAKEN" | "NOT_FOUND" | "STALE">> {
  return manage(who, [], async (tx, { now }) => {
    const { fromDay, untilDay, ...rest } = input;
    const fields = {
      ...rest,
      fromDay: fromDay === null ? null : fromIsoDay(fromDay),
      untilDay: untilDay === null ? null : fromIsoDay(untilDay),
    };
    const twin = await tx.discountCode.findUnique({ where: { code: input.code }, select: { id: true } });
    if (twin && twin.id !== id) return codeTaken();
    if (version === 0) {
      const [made] = await tx.discountCode.createManyAndReturn({
        data: [{ ...fields, createdAt: toDate(now) }],
        skipDuplicates: true,
      });
      if (!made) return codeTaken();
      const data = { code: input.code, fields: ["all"] };
      return { ok: true, value: { id: made.id }, event: { type: "DISCOUNT_CODE_SAVED", data } };
    }
    const before = await tx.discountCode.findUnique({ where: { id } });
    if (!before) return refuse("NOT_FOUND");
    const changed = changedFields(before, fields);
    if (changed.length === 0) return { ok: true, value: { id }, event: null };
    const { count } = await tx.discountCode.updateMany({
      where: { id, version },
      data: { ...fields, version: { increment: 1 } },
    });
    if (count === 0) return stale();
    const data = { code: input.code, fields: changed };
    return { ok: true, value: { id }, event: { type: "DISCOUNT_CODE_SAVED", data } };
  });
}

/** Paused, it counts for nobody; what was ordered with it keeps its price. */
export async function pauseDiscount(
  { id, version, paused }: PauseDiscountInput,
  who: WhenAndWho,
): Promise<Result<{ id: string }, "FORBIDDEN" | "STALE">> {
  return manage(who, [], async (tx, { now }) => {
    const [row] = await tx.discountCode.updateManyAndReturn({
      where: { id, version },
      data: { pausedAt: paused ? toDate(now) : null, version: { increment: 1 } },
    });
    if (!row) return stale();
    const type = paused ? ("DISCOUNT_CODE_PAUSED" as const) : ("DISCOUNT_CODE_RESUMED" as const);
    return { ok: true, value: { id }, event: { type, data: { code: row.code } } };
  });
}

function codeTaken() {
  const message = "There is a code of this name already.";
  return refuse("CODE_TAKEN", { message, errors: [{ path: "code", code: "CODE_TAKEN", message }] });
}

function stale() {
  return refuse("STALE", { message: "Somebody changed this meanwhile. Please look again." });
}
