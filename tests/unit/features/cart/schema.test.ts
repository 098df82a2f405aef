import { describe, expect, it } from "vitest";
import { addToBagSchema, changeBagSchema, readBagForm, readPieceForm } from "@/lib/features/cart/schema";

function form(fields: Record<string, string | Blob>): FormData {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.append(name, value);
  return data;
}
const piece = { product: "posy-ring", metal: "sterling-silver", quantity: "2" };
const add = (fields: Record<string, string | Blob>) =>
  addToBagSchema.safeParse(readPieceForm(form({ ...piece, ...fields })));
const wrong = (fields: Record<string, string | Blob>) =>
  add(fields).error?.issues.flatMap((issue) =>
    issue.code === "unrecognized_keys" ? issue.keys : [issue.path.join(".")],
  );

describe("adding to the bag", () => {
  it("reads quantity and gift, and leaves React's own fields alone", () => {
    expect(add({ gift: "on", giftMessage: " For Ida,\r\nwith love ", $ACTION_KEY: "k1" }).data).toEqual({
      product: "posy-ring",
      personalization: { metal: "sterling-silver" },
      quantity: 2,
      gift: true,
      giftMessage: "For Ida,\nwith love",
      proof: false,
    });
  });

  it("drops a message that belongs to no gift", () => {
    expect(add({ giftMessage: "For Ida" }).data).toMatchObject({ gift: false, giftMessage: "" });
  });

  it("refuses a price, a total or anything else that isn't asked for", () => {
    expect(wrong({ price: "1", unitMinor: "1" })).toEqual(["price", "unitMinor"]);
  });

  it("refuses quantities that aren't 1 to 20", () => {
    for (const quantity of ["0", "21", "-1", "1.5", "1e1", "two", "", " 2", "٢"]) {
      expect([quantity, wrong({ quantity })]).toEqual([quantity, ["quantity"]]);
    }
  });

  it("refuses control characters, overrides and too many words on a card, and files instead of text", () => {
    expect(wrong({ gift: "on", giftMessage: "a\u0000b" })).toEqual(["giftMessage"]);
    expect(wrong({ gift: "on", giftMessage: "a\u202eb" })).toEqual(["giftMessage"]);
    expect(wrong({ gift: "on", giftMessage: "x".repeat(301) })).toEqual(["giftMessage"]);
    expect(wrong({ gift: "maybe" })).toEqual(["gift"]);
    expect(wrong({ product: new Blob(["x"]) })).toEqual(["product"]);
    expect(wrong({ metal: new Blob(["x"]) })).toEqual(["metal"]);
    expect(wrong({ product: "../secrets" })).toEqual(["product"]);
  });

  it("takes emoji on a card: it is printed, not cut", () => {
    expect(add({ gift: "on", giftMessage: "For Ida 💍" }).success).toBe(true);
  });
});

describe("changing the bag", () => {
  const change = (fields: Record<string, string>) => changeBagSchema.safeParse(readBagForm(form(fields)));

  it("knows what is to be done by the button that was pressed", () => {
    expect(change({ intent: "quantity", line: "l1", quantity: "3" }).data).toEqual({
      intent: "quantity",
      line: "l1",
      quantity: 3,
    });
    expect(change({ intent: "remove", line: "l1" }).success).toBe(true);
    expect(change({ intent: "restore", ...piece }).data).toMatchObject({
      intent: "restore",
      personalization: { metal: "sterling-silver" },
    });
  });

  it("refuses what no button says, and fields that belong to another", () => {
    expect(change({ intent: "empty" }).success).toBe(false);
    expect(change({ intent: "remove", line: "l1", quantity: "3" }).success).toBe(false);
    expect(change({ line: "l1" }).success).toBe(false);
  });
});
