import { hallmarkCountryOf } from "@/lib/domain/alloy";
import { fromIsoDay } from "@/lib/features/orders/days";
import type { WhenAndWho } from "@/lib/features/workshop/change-job";
import { changedFields, manage } from "@/lib/features/workshop/manage";
import type {
  AddClosureInput,
  RemoveClosureInput,
  SaveShippingMethodInput,
  SetMetalPriceInput,
  UpdateWorkshopInput,
} from "@/lib/features/workshop/management-schema";
import { repriceCatalogue } from "@/lib/features/workshop/reprice";
import { cacheTags, tagsTouchedBy } from "@/lib/platform/cache";
import { toDate } from "@/lib/platform/clock";
import type { Tx } from "@/lib/platform/db";
import { type Result, refuse } from "@/lib/platform/errors";

export async function addClosure(
  { date, name }: AddClosureInput,
  who: WhenAndWho,
): Promise<Result<null, "CLOSED_ALREADY" | "FORBIDDEN">> {
  return manage(who, tagsTouchedBy({ kind: "workshop" }), async (tx) => {
    const { count } = await tx.closure.createMany({
      data: [{ date: fromIsoDay(date), name }],
      skipDuplicates: true,
    });
    const message = "The workshop is closed on that day already.";
    if (count === 0) {
      return refuse("CLOSED_ALREADY", {
        message,
        errors: [{ path: "date", code: "CLOSED_ALREADY", message }],
      });
    }
    return { ok: true, value: null, event: { type: "CLOSURE_ADDED", data: { date, name } } };
  });
}

export async function removeClosure(
  { date }: RemoveClosureInput,
  who: WhenAndWho,
): Promise<Result<null, "NOT_FOUND" | "FORBIDDEN">> {
  return manage(who, tagsTouchedBy({ kind: "workshop" }), async (tx) => {
    const [gone] = await tx.$queryRaw<{ name: string }[]>`
      DELETE FROM "closure" WHERE "date" = ${date}::text::date RETURNING "name"`;
    if (!gone) return refuse("NOT_FOUND");
    return { ok: true, value: null, event: { type: "CLOSURE_REMOVED", data: { date, name: gone.name } } };
  });
}

/** A new row from now on: the old price stays in the history, and what has been quoted stays as it was frozen. */
export async function setMetalPrice(
  { alloyId, pricePerGramMinor }: SetMetalPriceInput,
  who: WhenAndWho,
): Promise<Result<null, "NOT_FOUND" | "FORBIDDEN">> {
  return manage(who, tagsTouchedBy({ kind: "prices" }), async (tx, { actor, now }) => {
    const alloy = await tx.alloy.findUnique({ where: { id: alloyId }, select: { label: true } });
    const workshop = await tx.workshop.findUnique({ where: { id: 1 }, select: { currency: true } });
    if (!alloy || !workshop) return refuse("NOT_FOUND");
    await tx.metalPrice.create({
      data: { alloyId, pricePerGramMinor, validFrom: toDate(now), setById: actor.id },
    });
    await repriceCatalogue(tx, now);
    const data = { alloy: alloy.label, pricePerGramMinor, currency: workshop.currency };
    return { ok: true, value: null, event: { type: "METAL_PRICE_SET", data } };
  });
}

/**
 * A new method (version 0), or the whole of an old one as its screen showed it. Orders keep the label and price they were
 * placed with.
 */
export async function saveShippingMethod(
  input: SaveShippingMethodInput,
  who: WhenAndWho,
): Promise<Result<{ id: string }, "FORBIDDEN" | "NAME_TAKEN" | "NOT_FOUND" | "STALE">> {
  return manage(who, [cacheTags.workshop, cacheTags.queue], async (tx) => {
    const { id, version, ...fields } = input;
    const changed = version === 0 ? ["all"] : await changedMethodFields(tx, id, fields);
    if (!changed) return refuse("NOT_FOUND");
    if (changed.length === 0) return { ok: true, value: { id }, event: null };
    if (version === 0) {
      const last = await tx.shippingMethod.aggregate({ _max: { position: true } });
      const { count } = await tx.shippingMethod.createMany({
        data: [{ id, ...fields, position: (last._max.position ?? -1) + 1 }],
        skipDuplicates: true,
      });
      if (count === 0) return nameTaken();
    } else {
      const { count } = await tx.shippingMethod.updateMany({
        where: { id, version },
        data: { ...fields, version: { increment: 1 } },
      });
      if (count === 0) return stale();
    }
    const data = { method: input.label, fields: changed };
    return { ok: true, value: { id }, event: { type: "SHIPPING_METHOD_CHANGED", data } };
  });
}

/** null where there is no such method. */
async function changedMethodFields(
  tx: Tx,
  id: string,
  fields: Omit<SaveShippingMethodInput, "id" | "version">,
): Promise<string[] | null> {
  const before = await tx.shippingMethod.findUnique({ where: { id } });
  return before && changedFields(before, fields);
}

function nameTaken() {
  const message = "Another way of delivery has this short name already.";
  return refuse("NAME_TAKEN", { message, errors: [{ path: "id", code: "NAME_TAKEN", message }] });
}

function stale() {
  return refuse("STALE", { message: "Somebody changed this meanwhile. Please look again." });
}

/** Everything but the currency: prices, orders and refunds are written in it. */
export async function updateWorkshop(
  { version, workshopName, ...input }: UpdateWorkshopInput,
  who: WhenAndWho,
): Promise<Result<{ version: number }, "NOT_FOUND" | "STALE" | "FORBIDDEN">> {
  const tags = [...tagsTouchedBy({ kind: "workshop" }), ...tagsTouchedBy({ kind: "prices" })];
  return manage(who, tags, async (tx, { now }) => {
    const before = await tx.workshop.findUnique({ where: { id: 1 } });
    if (!before) return refuse("NOT_FOUND");
    const hallmarkCountry = hallmarkCountryOf(input.country);
    const fields = { ...input, name: workshopName, hallmarkCountry };
    const changed = changedFields(before, fields);
    if (changed.length === 0) return { ok: true, value: { version: before.version }, event: null };
    const { count } = await tx.workshop.updateMany({
      where: { id: 1, version },
      data: { ...fields, version: { increment: 1 } },
    });
    if (count === 0) return stale();
    await repriceCatalogue(tx, now);
    return {
      ok: true,
      value: { version: version + 1 },
      event: { type: "WORKSHOP_CHANGED", data: { fields: changed } },
    };
  });
}
