import { describe, expect, it } from "vitest";
import { differsFromLook, pictureNote, pictureOfLook, picturesOfLook } from "@/lib/domain/pictured";

const gold = { id: "gold", alloyId: "gold", finishId: "polished" };
const goldClose = { id: "gold close", alloyId: "gold", finishId: "polished" };
const goldSatin = { id: "gold satin", alloyId: "gold", finishId: "satin" };
const silver = { id: "silver", alloyId: "silver", finishId: "polished" };
const worn = { id: "worn", alloyId: null, finishId: null };
const pictures = [gold, goldClose, worn, goldSatin, silver];

describe("the picture of a look", () => {
  it.each([
    ["gold", "satin", goldSatin],
    ["gold", "polished", gold],
    ["silver", "polished", silver],
    ["silver", "satin", silver],
    ["platinum", "polished", gold],
    [undefined, undefined, gold],
  ])("in %s, %s is the nearest that there is", (metal, finish, expected) => {
    expect(pictureOfLook(pictures, { metal, finish })).toBe(expected);
  });

  it("is one that says nothing of the finish before one in another finish", () => {
    const any = { alloyId: "gold", finishId: null };
    expect(pictureOfLook([gold, any], { metal: "gold", finish: "satin" })).toBe(any);
    expect(pictureOfLook([], { metal: "gold", finish: "satin" })).toBeUndefined();
  });

  it("comes with the others of its metal and finish, and with those of no metal in particular", () => {
    expect(picturesOfLook(pictures, { metal: "gold", finish: "polished" })).toEqual([gold, goldClose, worn]);
    expect(picturesOfLook(pictures, { metal: "gold", finish: "satin" })).toEqual([goldSatin, worn]);
    expect(picturesOfLook([], { metal: "gold", finish: "satin" })).toEqual([]);
  });

  it("says by what it differs from the piece", () => {
    expect(differsFromLook(gold, { metal: "silver", finish: "satin" })).toEqual({
      metal: true,
      finish: true,
    });
    expect(differsFromLook(gold, { metal: "gold", finish: undefined })).toEqual({
      metal: false,
      finish: false,
    });
    expect(differsFromLook(worn, { metal: "gold", finish: "satin" })).toEqual({
      metal: false,
      finish: false,
    });
  });
});

describe("below the picture of a piece", () => {
  it.each([
    [true, true, null],
    [false, true, "in another metal"],
    [true, false, "in another finish"],
    [false, false, "in another metal and finish"],
  ])("its metal %s, its finish %s: %s", (inOrderedMetal, inOrderedFinish, words) => {
    const note = pictureNote({ inOrderedMetal, inOrderedFinish });
    if (words === null) expect(note).toBeNull();
    else expect(note).toContain(words);
  });
});
