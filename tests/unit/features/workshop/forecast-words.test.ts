import { describe, expect, it } from "vitest";
import type { JobForecast } from "@/lib/domain/promise-forecast";
import { reasonWords } from "@/lib/features/workshop/forecast-words";

const names = {
  today: "2026-12-07",
  timeZone: "Europe/London",
  artisanNames: new Map([
    ["ana", "Ana"],
    ["ben", "Ben"],
  ]),
  workNames: new Map([["setting", "Setting"]]),
};
const job = { holdReason: "the stone is cracked", stageLabel: "Setting" };

function words(forecast: Partial<JobForecast>): string {
  return reasonWords(
    names,
    {
      jobId: "a",
      ready: { p50: null, p75: null, p90: null },
      nextStartsAt: null,
      nextEndsAt: null,
      waitsFor: { kind: "NOTHING" },
      longestWait: null,
      ...forecast,
    },
    job,
  );
}

const setting = { skill: "setting", days: 3.2, artisanIds: ["ben"] };

describe("why a piece’s day is what it is", () => {
  it.each<[string, Partial<JobForecast>]>([
    [
      "Waiting for Ana or Ben, until about Wed 9 Dec (Ana is away until Tue 8 Dec)",
      {
        waitsFor: {
          kind: "HANDS",
          artisanIds: ["ana", "ben"],
          skill: "setting",
          away: [{ artisanId: "ana", to: "2026-12-08" }],
        },
        nextStartsAt: "2026-12-09T10:00:00Z",
        // For what it waits for already nothing is said twice.
        longestWait: setting,
      },
    ],
    [
      "With Ana, done about today; then about 3 days in the queue for setting (Ben)",
      {
        waitsFor: { kind: "UNDER_WAY", artisanId: "ana" },
        nextEndsAt: "2026-12-07T15:00:00Z",
        longestWait: setting,
      },
    ],
    [
      "Away: Setting, back about Thu 10 Dec",
      { waitsFor: { kind: "UNDER_WAY", artisanId: null }, nextEndsAt: "2026-12-10T10:00:00Z" },
    ],
    ["With the customer: proof, whose answer everything else waits for", { waitsFor: { kind: "CUSTOMER" } }],
    ["Proof to be sent", { waitsFor: { kind: "PROOF" } }],
    ["To be sent out: Setting", { waitsFor: { kind: "SENDING" } }],
    ["On hold: the stone is cracked", { waitsFor: { kind: "HOLD" } }],
    ["Nobody on the bench can do it: Setting", { waitsFor: { kind: "NOBODY", skill: "setting" } }],
    ["", {}],
  ])("%s", (expected, forecast) => {
    expect(words(forecast)).toBe(expected);
  });
});
