import { describe, expect, it } from "vitest";
import { corrected, correctionFrom, NOT_CORRECTED, type PastQuote } from "@/lib/domain/promise-correction";

const DAY = 86_400_000;
const now = 400 * DAY;

/** Quotes of ten days, nine in ten by twelve, that ended so many days after they were made. */
const ended = (...days: number[]): PastQuote[] =>
  days.map((after) => ({
    raw: { p50: 10 * DAY, p90: 12 * DAY },
    quotedMs: now - 30 * DAY,
    finishedMs: now - 30 * DAY + after * DAY,
  }));

describe("what past quotes teach the next", () => {
  it("is nothing much where there are none", () => {
    const { z50, z90 } = correctionFrom([], now);
    expect(Math.abs(z50)).toBeLessThan(0.2);
    expect(Math.abs(z90 - NOT_CORRECTED.z90)).toBeLessThan(0.4);
  });

  it("moves both days later where pieces were late, and a piece still open counts as late already", () => {
    const onTime = corrected({ p50: 10, p90: 12 }, correctionFrom(ended(...Array(40).fill(10)), now));
    const late = corrected({ p50: 10, p90: 12 }, correctionFrom(ended(...Array(40).fill(14)), now));
    expect(late.p50).toBeGreaterThan(onTime.p50);
    expect(late.p90).toBeGreaterThan(onTime.p90);
    const open = ended(...Array(40).fill(10)).map((quote, index) =>
      index < 30 ? quote : { ...quote, finishedMs: null },
    );
    expect(correctionFrom(open, now).z90).toBeGreaterThan(
      correctionFrom(ended(...Array(40).fill(10)), now).z90,
    );
  });

  it("of one that was very sure and a third late moves no unsure one by years", () => {
    const sure = { p50: 10 * DAY, p90: 10 * DAY + 1 };
    const past = Array.from({ length: 20 }, (_none, index) => ({
      raw: sure,
      quotedMs: now - 30 * DAY,
      finishedMs: now - 30 * DAY + (index < 15 ? 10 : 14) * DAY,
    }));
    const unsure = corrected({ p50: DAY, p90: 4 * DAY }, correctionFrom(past, now));
    expect(unsure.p90).toBeLessThan(100 * DAY);
  });
});
