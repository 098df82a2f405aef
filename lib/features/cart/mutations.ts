import type { Temporal } from "temporal-polyfill";
import { MAX_LINES, MAX_PIECES, MAX_QUANTITY } from "@/lib/domain/order-limits";
import type { Personalization } from "@/lib/domain/personalization-input";
import { toDate } from "@/lib/platform/clock";
import { type Tx, withTransaction } from "@/lib/platform/db";
import { ok, type Result, refuse } from "@/lib/platform/errors";

/** A personalization judged, frozen and priced: what may go into a bag. */
export type PreparedPiece = {
  productId: string;
  personalization: Personalization;
  spec: { version: number; canonical: string; hash: string };
  /** gross at home */
  unitMinor: number;
};
export type GiftSettings = { gift: boolean; giftMessage: string };
/** What is asked for beside the piece itself; two lines that differ in it are two. */
export type LineSettings = GiftSettings & { proof?: boolean };
export type BagChanged = { version: number; pieces: number };
export type RemovedLine = LineSettings & {
  slug: string;
  name: string;
  personalization: unknown;
  quantity: number;
};
export type BagRefusal = "NOT_FOUND" | "QUANTITY_LIMIT" | "PIECES_LIMIT" | "BAG_FULL" | "BAG_CHANGED";

type Context = { now: Temporal.Instant };
type Bag = { id: string; version: number };
type Line = {
  id: string;
  productId: string;
  specHash: string;
  quantity: number;
  gift: boolean;
  giftMessage: string;
  proof: boolean;
  position: number;
};

/** Equal specs with equal gift settings become one line, also when two windows add at the same moment. */
export async function addLine(
  input: { bagKey: string; piece: PreparedPiece; quantity: number } & LineSettings,
  { now }: Context,
): Promise<Result<BagChanged, BagRefusal>> {
  return withTransaction(async (tx) => {
    const bag = await openBag(tx, input.bagKey);
    const put = await putIn(tx, bag, input, now);
    return put.ok ? touchWithinLimit(tx, bag, now) : put;
  }).catch(asRefusal);
}

/**
 * Replaces what a line says; where that makes it equal to another line, the two become one. With `only` the
 * change is for one piece of the line, which becomes a line of its own. `version` is the bag as the page showed
 * it: a bag that has changed since is not edited over.
 */
export async function editLine(
  input: {
    bagKey: string;
    lineId: string;
    version: number;
    only: "all" | "one";
    piece: PreparedPiece;
    quantity: number;
  } & LineSettings,
  { now }: Context,
): Promise<Result<BagChanged & { left: number }, BagRefusal>> {
  return withTransaction(async (tx) => {
    const found = await lockLine(tx, input.bagKey, input.lineId);
    if (!found) return refuse("NOT_FOUND");
    const { bag, line } = found;
    if (bag.version !== input.version) return refuse("BAG_CHANGED");
    if (line.productId !== input.piece.productId) return refuse("NOT_FOUND");
    const one = input.only === "one" && line.quantity > 1;
    // Taken out first and put in again: the same path as adding, with its merging and its limits.
    await takeOut(tx, line, one ? 1 : line.quantity);
    const put = one
      ? await putIn(tx, bag, { ...input, quantity: 1 }, now)
      : await putIn(tx, bag, input, now, { id: line.id, position: line.position });
    if (!put.ok) throw new RolledBack(put.code);
    const changed = await touchWithinLimit(tx, bag, now);
    return changed.ok ? ok({ ...changed.value, left: one ? line.quantity - 1 : 0 }) : changed;
  }).catch(asRefusal);
}

export async function setQuantity(
  input: { bagKey: string; lineId: string; quantity: number },
  { now }: Context,
): Promise<Result<BagChanged, BagRefusal>> {
  return withTransaction(async (tx) => {
    const found = await lockLine(tx, input.bagKey, input.lineId);
    if (!found) return refuse("NOT_FOUND");
    const { id, quantity } = found.line;
    await tx.cartLine.update({ where: { id }, data: { quantity: input.quantity } });
    // Fewer than before is always welcome, also in a bag from before there was a limit.
    return input.quantity <= quantity ? touch(tx, found.bag, now) : touchWithinLimit(tx, found.bag, now);
  }).catch(asRefusal);
}

export async function setGift(
  input: { bagKey: string; lineId: string } & GiftSettings,
  { now }: Context,
): Promise<Result<BagChanged, BagRefusal>> {
  const { gift, giftMessage } = input;
  return withTransaction(async (tx) => {
    const found = await lockLine(tx, input.bagKey, input.lineId);
    if (!found) return refuse("NOT_FOUND");
    const { bag, line } = found;
    const twin = await tx.cartLine.findFirst({
      where: {
        ...{ cartId: bag.id, specHash: line.specHash, gift, giftMessage, proof: line.proof },
        id: { not: line.id },
      },
      select: { id: true, quantity: true },
    });
    if (!twin) {
      await tx.cartLine.update({ where: { id: line.id }, data: { gift, giftMessage } });
      return touch(tx, bag, now);
    }
    const together = twin.quantity + line.quantity;
    if (together > MAX_QUANTITY) return refuse("QUANTITY_LIMIT");
    await tx.cartLine.delete({ where: { id: line.id } });
    await tx.cartLine.update({ where: { id: twin.id }, data: { quantity: together } });
    return touch(tx, bag, now);
  });
}

/** Tells what was removed, so that it can be put back. */
export async function removeLine(
  input: { bagKey: string; lineId: string },
  { now }: Context,
): Promise<Result<BagChanged & { removed: RemovedLine }, BagRefusal>> {
  return withTransaction(async (tx) => {
    const found = await lockLine(tx, input.bagKey, input.lineId);
    if (!found) return refuse("NOT_FOUND");
    const { product, ...removed } = await tx.cartLine.delete({
      where: { id: found.line.id },
      select: {
        personalization: true,
        quantity: true,
        gift: true,
        giftMessage: true,
        proof: true,
        product: { select: { slug: true, name: true } },
      },
    });
    const changed = await touch(tx, found.bag, now);
    return changed.ok ? ok({ ...changed.value, removed: { ...removed, ...product } }) : changed;
  });
}

/**
 * What was ordered leaves the bag, once it is paid. The shopper may have changed the bag since: only as many
 * pieces go as were bought, of exactly what was bought.
 */
export async function takeOrderedPieces(
  tx: Tx,
  cartId: string,
  ordered: readonly ({ specHash: string; quantity: number } & LineSettings)[],
  { now }: Context,
): Promise<void> {
  const bag = await lockBagById(tx, cartId);
  if (!bag) return;
  for (const { specHash, gift, giftMessage, proof = false, quantity } of ordered) {
    // An order of a design that always has a proof says so, though nobody wished for one.
    const [line] = await tx.cartLine.findMany({
      where: { cartId, specHash, gift, giftMessage, ...(proof ? {} : { proof }) },
      orderBy: { proof: "desc" },
      take: 1,
    });
    if (line) await takeOut(tx, line, quantity);
  }
  await touch(tx, bag, now);
}

/** Every change to a bag begins here: one at a time, and with the version that the bag has now. */
export async function lockBagById(tx: Tx, cartId: string): Promise<Bag | null> {
  const [bag] = await tx.$queryRaw<Bag[]>`
    SELECT "id", "version" FROM "cart" WHERE "id" = ${cartId} FOR UPDATE`;
  return bag ?? null;
}

async function openBag(tx: Tx, bagKey: string): Promise<Bag> {
  await tx.cart.createMany({ data: [{ tokenHash: bagKey }], skipDuplicates: true });
  const bag = await lockBag(tx, bagKey);
  if (!bag) throw new Error("A bag that was just opened is gone");
  return bag;
}

async function lockBag(tx: Tx, bagKey: string): Promise<Bag | null> {
  const [bag] = await tx.$queryRaw<Bag[]>`
    SELECT "id", "version" FROM "cart" WHERE "tokenHash" = ${bagKey} FOR UPDATE`;
  return bag ?? null;
}

async function lockLine(tx: Tx, bagKey: string, lineId: string): Promise<{ bag: Bag; line: Line } | null> {
  const bag = await lockBag(tx, bagKey);
  const line = bag ? await tx.cartLine.findFirst({ where: { id: lineId, cartId: bag.id } }) : null;
  return bag && line ? { bag, line } : null;
}

async function putIn(
  tx: Tx,
  bag: Bag,
  {
    piece,
    quantity,
    gift,
    giftMessage,
    proof = false,
  }: { piece: PreparedPiece; quantity: number } & LineSettings,
  now: Temporal.Instant,
  place?: { id: string; position: number },
): Promise<Result<null, BagRefusal>> {
  const key = { cartId: bag.id, specHash: piece.spec.hash, gift, giftMessage, proof };
  const twin = await tx.cartLine.findUnique({ where: { cartId_specHash_gift_giftMessage_proof: key } });
  if (twin) {
    if (twin.quantity + quantity > MAX_QUANTITY) return refuse("QUANTITY_LIMIT");
    await tx.cartLine.update({ where: { id: twin.id }, data: { quantity: twin.quantity + quantity } });
    return ok(null);
  }
  const { _count: lines, _max: last } = await tx.cartLine.aggregate({
    where: { cartId: bag.id },
    _count: true,
    _max: { position: true },
  });
  if (lines >= MAX_LINES) return refuse("BAG_FULL");
  await keepSpec(tx, piece.spec);
  await tx.cartLine.create({
    data: {
      ...key,
      ...(place ?? { position: (last.position ?? -1) + 1 }),
      productId: piece.productId,
      personalization: piece.personalization,
      quantity,
      shownUnitMinor: piece.unitMinor,
      quotedAt: toDate(now),
    },
  });
  return ok(null);
}

/** Held until the line names it: the nightly sweep forgets specs that nothing names. */
export async function keepSpec(tx: Tx, spec: PreparedPiece["spec"]): Promise<void> {
  for (let attempt = 0; attempt < 2; attempt += 1) {
    await tx.spec.createMany({ data: [spec], skipDuplicates: true });
    const held = await tx.$queryRaw<unknown[]>`
      SELECT 1 FROM "spec" WHERE "hash" = ${spec.hash} FOR KEY SHARE`;
    if (held.length > 0) return;
  }
}

async function takeOut(tx: Tx, line: { id: string; quantity: number }, count: number): Promise<void> {
  if (line.quantity <= count) await tx.cartLine.delete({ where: { id: line.id } });
  else await tx.cartLine.update({ where: { id: line.id }, data: { quantity: line.quantity - count } });
}

async function touchWithinLimit(
  tx: Tx,
  bag: Bag,
  now: Temporal.Instant,
): Promise<Result<BagChanged, BagRefusal>> {
  const changed = await touch(tx, bag, now);
  if (changed.ok && changed.value.pieces > MAX_PIECES) throw new RolledBack("PIECES_LIMIT");
  return changed;
}

async function touch(tx: Tx, bag: Bag, now: Temporal.Instant): Promise<Result<BagChanged, BagRefusal>> {
  const { version } = await tx.cart.update({
    where: { id: bag.id },
    data: { version: { increment: 1 }, updatedAt: toDate(now) },
    select: { version: true },
  });
  const { _sum } = await tx.cartLine.aggregate({ where: { cartId: bag.id }, _sum: { quantity: true } });
  return ok({ version, pieces: _sum.quantity ?? 0 });
}

/** A refusal after something was written: the transaction must not commit. */
class RolledBack extends Error {
  constructor(readonly code: BagRefusal) {
    super(code);
  }
}

function asRefusal(error: unknown): Result<never, BagRefusal> {
  if (error instanceof RolledBack) return refuse(error.code);
  throw error;
}
