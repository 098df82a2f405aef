import { beforeEach, describe, expect, it } from "vitest";
import { forgetSpecs } from "@/lib/features/cart/forget";
import {
  addLine,
  editLine,
  removeLine,
  setGift,
  setQuantity,
  takeOrderedPieces,
} from "@/lib/features/cart/mutations";
import { toDate } from "@/lib/platform/clock";
import { withTransaction } from "@/lib/platform/db";
import { emptyDatabase, testDb } from "../../support/database";
import { placeOrder } from "../../support/orders";
import { createShop, pieceOf, TUESDAY } from "../../support/shop";

const db = testDb();
const at = { now: TUESDAY };
const bagKey = "a".repeat(64);
const strangers = "b".repeat(64);
const plain = { gift: false, giftMessage: "" };
let productId = "";

beforeEach(async () => {
  await emptyDatabase();
  ({ productId } = await createShop());
});

async function add(canonical: string, quantity = 1, gift = plain, key = bagKey) {
  return addLine({ bagKey: key, piece: pieceOf(productId, canonical), quantity, ...gift }, at);
}

async function lines() {
  const rows = await db.cartLine.findMany({
    where: { cart: { tokenHash: bagKey } },
    include: { spec: true },
    orderBy: { position: "asc" },
  });
  return rows.map(({ spec, quantity, gift, giftMessage }) => [spec.canonical, quantity, gift, giftMessage]);
}

async function bag() {
  const cart = await db.cart.findUniqueOrThrow({ where: { tokenHash: bagKey }, include: { lines: true } });
  const line = cart.lines.find((candidate) => candidate.position === 0);
  if (!line) throw new Error("no line");
  return { version: cart.version, line };
}

describe("adding to a bag", () => {
  it("makes equal pieces one line and keeps different ones apart", async () => {
    await add("one");
    await add("two", 2);
    const last = await add("one", 3);
    expect(await lines()).toEqual([
      ["one", 4, false, ""],
      ["two", 2, false, ""],
    ]);
    expect(last).toEqual({ ok: true, value: { version: 4, pieces: 6 } });
  });

  it("never merges two gifts with different messages", async () => {
    await add("one", 1, { gift: true, giftMessage: "For Ida" });
    await add("one", 1, { gift: true, giftMessage: "For Bo" });
    await add("one");
    expect(await lines()).toHaveLength(3);
  });

  it("counts right when two windows add to one bag at the same moment", async () => {
    await Promise.all(Array.from({ length: 8 }, (_, index) => add(index % 2 === 0 ? "one" : "two")));
    expect(await lines()).toHaveLength(2);
    expect((await lines()).map(([, quantity]) => quantity)).toEqual([4, 4]);
    expect(await db.cart.count()).toBe(1);
  });

  it("stops at twenty of a line and at fifty lines, and writes nothing then", async () => {
    await add("one", 19);
    expect(await add("one", 2)).toMatchObject({ ok: false, code: "QUANTITY_LIMIT" });
    await db.cartLine.updateMany({ data: { quantity: 10 } });
    for (let index = 1; index < 50; index += 1) await add(`piece ${index}`);
    expect(await add("one too many")).toMatchObject({ ok: false, code: "BAG_FULL" });
    expect(await db.cartLine.aggregate({ _count: true, _sum: { quantity: true } })).toMatchObject({
      _count: 50,
      _sum: { quantity: 59 },
    });
  });
});

describe("editing a line", () => {
  it("replaces what it says and stays in its place", async () => {
    await add("one", 2);
    await add("two");
    const { version, line } = await bag();
    const edited = await editLine(
      {
        bagKey,
        lineId: line.id,
        version,
        only: "all",
        piece: pieceOf(productId, "new"),
        quantity: 3,
        ...plain,
      },
      at,
    );
    expect(edited).toMatchObject({ ok: true, value: { pieces: 4, left: 0 } });
    expect(await lines()).toEqual([
      ["new", 3, false, ""],
      ["two", 1, false, ""],
    ]);
    expect((await bag()).line.id).toBe(line.id);
  });

  it("becomes one line with another that says the same", async () => {
    await add("one", 2);
    await add("two", 3);
    const { version, line } = await bag();
    await editLine(
      {
        bagKey,
        lineId: line.id,
        version,
        only: "all",
        piece: pieceOf(productId, "two"),
        quantity: 2,
        ...plain,
      },
      at,
    );
    expect(await lines()).toEqual([["two", 5, false, ""]]);
  });

  it("can personalize one piece of several by itself", async () => {
    await add("three sisters", 3);
    const { version, line } = await bag();
    const first = await editLine(
      {
        bagKey,
        lineId: line.id,
        version,
        only: "one",
        piece: pieceOf(productId, "Ida"),
        quantity: 3,
        ...plain,
      },
      at,
    );
    expect(first).toMatchObject({ ok: true, value: { left: 2 } });
    expect(await lines()).toEqual([
      ["three sisters", 2, false, ""],
      ["Ida", 1, false, ""],
    ]);
  });

  it("is refused on a page that is older than the bag, and nothing is lost", async () => {
    await add("one", 2);
    const { version, line } = await bag();
    await setQuantity({ bagKey, lineId: line.id, quantity: 5 }, at);
    const stale = await editLine(
      {
        bagKey,
        lineId: line.id,
        version,
        only: "all",
        piece: pieceOf(productId, "new"),
        quantity: 1,
        ...plain,
      },
      at,
    );
    expect(stale).toMatchObject({ ok: false, code: "BAG_CHANGED" });
    expect(await lines()).toEqual([["one", 5, false, ""]]);
  });

  it("leaves the line as it was when the new one would be too many", async () => {
    await add("one", 2);
    await add("two", 19);
    const { version, line } = await bag();
    const refused = await editLine(
      {
        bagKey,
        lineId: line.id,
        version,
        only: "all",
        piece: pieceOf(productId, "two"),
        quantity: 2,
        ...plain,
      },
      at,
    );
    expect(refused).toMatchObject({ ok: false, code: "QUANTITY_LIMIT" });
    expect(await lines()).toEqual([
      ["one", 2, false, ""],
      ["two", 19, false, ""],
    ]);
  });

  it("changes the gift settings, merging where that makes two lines equal", async () => {
    await add("one", 1, { gift: true, giftMessage: "For Ida" });
    await add("one", 2);
    const { line } = await bag();
    await setGift({ bagKey, lineId: line.id, ...plain }, at);
    expect(await lines()).toEqual([["one", 3, false, ""]]);
  });
});

describe("somebody else's line", () => {
  it("doesn't exist for me: nothing can be read out of the answer, nothing changes", async () => {
    await add("one", 2);
    await add("mine", 1, plain, strangers);
    const { version, line } = await bag();
    const piece = pieceOf(productId, "new");
    const answers = await Promise.all([
      setQuantity({ bagKey: strangers, lineId: line.id, quantity: 9 }, at),
      setGift({ bagKey: strangers, lineId: line.id, ...plain }, at),
      removeLine({ bagKey: strangers, lineId: line.id }, at),
      editLine(
        { bagKey: strangers, lineId: line.id, version, only: "all", piece, quantity: 1, ...plain },
        at,
      ),
      removeLine({ bagKey: strangers, lineId: "no-such-line" }, at),
    ]);
    expect(answers.map((answer) => !answer.ok && answer.code)).toEqual(Array(5).fill("NOT_FOUND"));
    expect(await lines()).toEqual([["one", 2, false, ""]]);
  });
});

describe("after paying", () => {
  it("only what was ordered leaves the bag, as many as were ordered", async () => {
    await add("one", 3);
    await add("two", 1);
    await add("gift", 1, { gift: true, giftMessage: "For Ida" });
    const { line } = await bag();
    await withTransaction((tx) =>
      takeOrderedPieces(
        tx,
        line.cartId,
        [
          { specHash: line.specHash, quantity: 2, ...plain },
          { specHash: pieceOf(productId, "two").spec.hash, quantity: 4, ...plain },
          { specHash: pieceOf(productId, "gift").spec.hash, quantity: 1, ...plain },
        ],
        at,
      ),
    );
    expect(await lines()).toEqual([
      ["one", 1, false, ""],
      ["gift", 1, true, "For Ida"],
    ]);
  });
});

describe("a spec", () => {
  it("that nothing names any more is forgotten a day later; what a bag or an order names stays", async () => {
    const now = TUESDAY.add({ hours: 48 });
    const canonicals = async () =>
      (await db.spec.findMany({ orderBy: { canonical: "asc" } })).map(({ canonical }) => canonical);
    await placeOrder(productId);
    const ordered = await canonicals();
    await add('{"kept":1}');
    await add('{"left":1}');
    const left = await db.cartLine.findFirstOrThrow({ where: { spec: { canonical: '{"left":1}' } } });
    await removeLine({ bagKey, lineId: left.id }, at);
    await db.$executeRaw`ALTER TABLE "spec" DISABLE TRIGGER spec_immutable`;
    await db.spec.updateMany({ data: { createdAt: toDate(TUESDAY.add({ hours: 24 })) } });
    await db.$executeRaw`ALTER TABLE "spec" ENABLE TRIGGER spec_immutable`;
    expect(await forgetSpecs({ now: now.subtract({ hours: 1 }) })).toBe(0);
    expect(await forgetSpecs({ now: now.add({ hours: 1 }) })).toBe(1);
    expect(await canonicals()).toEqual([...ordered, '{"kept":1}'].sort());
    await expect(db.spec.deleteMany()).rejects.toThrow();
    await expect(db.spec.updateMany({ data: { version: 2 } })).rejects.toThrow();
  });
});
