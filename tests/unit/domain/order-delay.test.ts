import { describe, expect, it } from "vitest";
import { decideDelay } from "@/lib/domain/order-delay";

const promised = "2026-12-08";
const today = "2026-12-07";

describe("a delay notice", () => {
  it("takes silence for consent to a first delay of at most 30 days", () => {
    expect(decideDelay({ promised, told: [], newShipBy: "2027-01-07", today })).toEqual({
      ok: true,
      consent: "silence",
      answerBy: null,
    });
  });

  it("needs a yes within 30 days of the promise where the first delay is longer, or its end unknown", () => {
    const express = { ok: true, consent: "express", answerBy: "2027-01-07" };
    expect(decideDelay({ promised, told: [], newShipBy: "2027-01-08", today })).toEqual(express);
    expect(decideDelay({ promised, told: [], newShipBy: null, today })).toEqual(express);
  });

  it("needs a yes to any further delay by the day that was told last", () => {
    expect(decideDelay({ promised, told: ["2026-12-15"], newShipBy: "2026-12-18", today })).toEqual({
      ok: true,
      consent: "express",
      answerBy: "2026-12-15",
    });
    expect(
      decideDelay({ promised, told: ["2026-12-15", null], newShipBy: "2027-02-01", today }),
    ).toMatchObject({
      answerBy: "2027-01-07",
    });
  });

  it("never asks for an answer in the past", () => {
    expect(
      decideDelay({ promised, told: ["2026-12-15"], newShipBy: "2027-01-10", today: "2026-12-20" }),
    ).toMatchObject({
      answerBy: "2026-12-20",
    });
  });

  it("refuses a day that is no delay, or that has gone by", () => {
    expect(decideDelay({ promised, told: [], newShipBy: "2026-12-08", today })).toEqual({
      ok: false,
      code: "NOT_LATER",
    });
    expect(decideDelay({ promised, told: ["2026-12-15"], newShipBy: "2026-12-12", today })).toEqual({
      ok: false,
      code: "NOT_LATER",
    });
    expect(decideDelay({ promised, told: [], newShipBy: "2026-12-10", today: "2026-12-11" })).toEqual({
      ok: false,
      code: "IN_THE_PAST",
    });
  });
});
