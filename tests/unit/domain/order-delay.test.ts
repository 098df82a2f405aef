import { describe, expect, it } from "vitest";
import { agreedDay, awaitedAnswer, decideDelay } from "@/lib/domain/order-delay";

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

  it("is refused where the buyer knows already that the day is unknown", () => {
    const again = { promised, told: [null], newShipBy: null, today };
    expect(decideDelay(again)).toEqual({ ok: false, code: "TOLD_ALREADY" });
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

describe("the answer that an order waits for", () => {
  const noticed = (answerBy: string | null) => ({
    type: "DELAY_NOTICED" as const,
    data: {
      ...{ promisedShipBy: promised, newShipBy: null, reason: "Stone late", answerBy },
      consent: answerBy ? ("express" as const) : ("silence" as const),
    },
  });
  const accepted = { type: "DELAY_ACCEPTED" as const, data: { newShipBy: null } };
  const other = { type: "NOTE_ADDED" as const, data: {} };

  it("is that to the last notice which needs a yes", () => {
    expect(awaitedAnswer([])).toBeNull();
    expect(awaitedAnswer([noticed(null)])).toBeNull();
    const waiting = { answerBy: "2027-01-07", newShipBy: null };
    expect(awaitedAnswer([noticed(null), noticed("2027-01-07"), other])).toEqual(waiting);
  });

  it("ends with a yes, until there is a further notice", () => {
    const first = [noticed("2027-01-07"), accepted];
    expect(awaitedAnswer(first)).toBeNull();
    expect(awaitedAnswer([...first, noticed("2027-02-07")])?.answerBy).toBe("2027-02-07");
  });
  it("is given with a change that leaves no earlier, and not with one that does", () => {
    const told = {
      ...noticed("2027-01-07"),
      data: { ...noticed("2027-01-07").data, newShipBy: "2027-01-20" },
    };
    const change = (shipBy: string) => ({
      type: "SPEC_CHANGED" as const,
      data: {
        ...{ version: 2, changes: ["Ring size"], from: "a".repeat(64), to: "b".repeat(64) },
        ...{ differenceMinor: 0, currency: "GBP", shipBy, arrives: null },
      },
    });
    expect(awaitedAnswer([told, change("2027-01-19")])?.answerBy).toBe("2027-01-07");
    expect(awaitedAnswer([told, change("2027-01-20")])).toBeNull();
    expect(agreedDay(promised, [told, change("2027-01-20"), change("2027-01-10")])).toBe("2027-01-20");
    const again = { promised: "2027-01-20", told: ["2026-12-15"], newShipBy: "2027-01-22", today };
    expect(decideDelay(again)).toMatchObject({ ok: true, consent: "express", answerBy: "2027-01-20" });
  });
});
