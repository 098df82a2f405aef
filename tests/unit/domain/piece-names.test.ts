import { expect, it } from "vitest";
import { pieceNames } from "@/lib/domain/piece-names";
import { goldRing, silverRing, specOf } from "../../support/orders";

const ring = { name: "Two-stone ring", spec: specOf(silverRing).spec };
const gold = { name: "Two-stone ring", spec: specOf(goldRing).spec };

it("a piece is called by its design, and by what tells it from others of the same design", () => {
  expect(pieceNames([ring, { ...gold, name: "Posy ring" }])).toEqual(["Two-stone ring", "Posy ring"]);
  expect(pieceNames([ring, gold])).toEqual([
    "Two-stone ring, Sterling silver (925)",
    "Two-stone ring, 18k yellow gold (750)",
  ]);
});

it("pieces that are alike in everything are called alike", () => {
  expect(pieceNames([ring, ring])).toEqual(["Two-stone ring", "Two-stone ring"]);
});
