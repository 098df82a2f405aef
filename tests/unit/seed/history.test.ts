import { describe, expect, it, vi } from "vitest";
import { toEpochDay } from "@/lib/domain/calendar-days";
import { inventHistory } from "@/prisma/seed/history/history";
import { inventMetalPrices, priceAt } from "@/prisma/seed/history/metal-prices";
import { Random } from "@/prisma/seed/history/random";
import type { HistoryRows } from "@/prisma/seed/history/rows";
import { demandOn } from "@/prisma/seed/history/season";
import { seeAt } from "@/prisma/seed/history/views";
import { sampleFacts } from "@/prisma/seed/sample-facts";

// Keys of proofs come from the shop's secret, which is no part of its year.
vi.mock("@/lib/features/proposals/link", () => ({
  proposalToken: (proposalId: string) => proposalId,
  hashProposalToken: (token: string) => token.padEnd(64, "0"),
}));

const PATIENCE_MS = 120_000;
/** in the hour before the clocks change */
const SUNDAY = "2026-03-29T00:30:00Z";
/** the workshop is closed */
const AFTER_CHRISTMAS = "2027-01-02T10:00:00Z";

// A year takes seconds to live through.
const years = new Map<string, HistoryRows>();
function yearUpTo(moment: string): HistoryRows {
  const rows = years.get(moment) ?? inventHistory(sampleFacts(Date.parse(moment)));
  years.set(moment, rows);
  return rows;
}

describe("the invented year", () => {
  it("is the same each time, but for the secret tokens", { timeout: PATIENCE_MS }, () => {
    const [one, other] = [yearUpTo(SUNDAY), inventHistory(sampleFacts(Date.parse(SUNDAY)))];
    const tokens = (rows: typeof one) => rows.orders.map(({ token }) => token);
    expect(new Set([...tokens(one), ...tokens(other)]).size).toBe(2 * one.orders.length);
    expect(withoutTokens(other)).toEqual(withoutTokens(one));
  });

  it.each([SUNDAY, AFTER_CHRISTMAS])(
    "leaves 40 pieces in the house on %s, one of them sent back",
    { timeout: PATIENCE_MS },
    (moment) => {
      const rows = yearUpTo(moment);
      const here = rows.jobs.filter(({ status }) => ["OPEN", "ON_HOLD", "READY"].includes(String(status)));
      expect(here).toHaveLength(40);
      const ids = new Set(here.map(({ id }) => id));
      const again = rows.stages.filter(
        ({ jobId, round, status }) => ids.has(jobId) && Number(round) > 1 && status !== "DONE",
      );
      expect(again.length).toBeGreaterThan(0);
      expect(rows.orders.filter(({ status }) => status === "SHIPPED").length).toBeGreaterThan(550);
    },
  );
});

describe("what could be known at a moment", () => {
  const stage = (
    name: string,
    round: number,
    startMs: number,
    doneMs: number,
    failed: string | null = null,
  ) => ({
    stage: {
      ...{ kind: "stage" as const, stage: name, skill: name, round, failed },
      ...{ typicalMinutes: 1, badDayMinutes: 2, minutes: 1 },
    },
    ...{ startMs, doneMs, artisanId: "a" },
  });
  const lived = [
    stage("polishing", 1, 0, 10),
    stage("checking", 1, 10, 20, "A scratch"),
    stage("polishing", 2, 30, 40),
    stage("checking", 2, 40, 50),
    stage("packing", 1, 50, 60),
  ];
  const seen = (ms: number) =>
    seeAt({ lived }, ms).stages.map(
      ({ stage: { stage: name, round }, state }) => `${name} ${round} ${state}`,
    );

  it("doesn't tell of a check that has yet to fail", () => {
    expect(seen(15)).toEqual(["polishing 1 DONE", "checking 1 STARTED", "packing 1 PLANNED"]);
  });

  it("plans the second round once it has failed", () => {
    expect(seen(20)).toEqual([
      "polishing 1 DONE",
      "checking 1 DONE",
      "polishing 2 PLANNED",
      "checking 2 PLANNED",
      "packing 1 PLANNED",
    ]);
  });
});

describe("the ingredients", () => {
  it("random numbers follow the seed, stay in their range and keep their weights", () => {
    const numbers = (seed: number) => {
      const random = new Random(seed);
      return Array.from({ length: 5 }, () => random.int(1, 6));
    };
    expect(numbers(7)).toEqual(numbers(7));
    expect(numbers(7)).not.toEqual(numbers(8));
    const random = new Random(1);
    const thrown = Array.from({ length: 3000 }, () =>
      random.weighted([
        ["rare", 1],
        ["common", 9],
      ] as const),
    );
    expect(thrown.filter((each) => each === "rare").length).toBeGreaterThan(220);
    expect(thrown.filter((each) => each === "rare").length).toBeLessThan(380);
  });

  it("early December sells more than twice what August does", () => {
    const week = (from: string) =>
      Array.from({ length: 7 }, (_none, day) => demandOn(toEpochDay(from) + day)).reduce(
        (sum, each) => sum + each,
        0,
      );
    expect(week("2026-12-01")).toBeGreaterThan(2 * week("2026-08-03"));
    expect(week("2026-02-03")).toBeGreaterThan(1.5 * week("2026-01-05"));
  });

  it("a metal costs today what the price list says, and cost less a year ago", () => {
    const now = Date.parse("2026-11-22T10:00:00Z");
    const prices = inventMetalPrices("Europe/London", now);
    expect(priceAt(prices, "18k-yellow-gold", now)).toBe(7700);
    expect(priceAt(prices, "18k-yellow-gold", now - 365 * 86_400_000)).toBeLessThan(7000);
    expect(prices.filter(({ validFromMs }) => validFromMs > now)).toEqual([]);
  });
});

function withoutTokens(rows: ReturnType<typeof inventHistory>) {
  return { ...rows, orders: rows.orders.map(({ token: _token, ...order }) => order) };
}
