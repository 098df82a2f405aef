import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { liveThrough } from "@/scripts/promise/live-through";
import { type World, worldSchema } from "@/scripts/promise/world";

const good = (): World =>
  worldSchema.parse(JSON.parse(readFileSync("tests/facts/worlds/steady-three-cut.json", "utf8")));

/** What is said of a world that is good but for one thing. */
function faultsOf(spoil: (world: World) => unknown): string[] {
  const world = good();
  spoil(world);
  const parsed = worldSchema.safeParse(JSON.parse(JSON.stringify(world)));
  return (parsed.error?.issues ?? []).map(({ path: at, message }) => `${at.join(".")}: ${message}`);
}

const firstOf = <T>(list: readonly T[]): T => {
  const [first] = list;
  if (first === undefined) throw new Error("The sample world lacks it");
  return first;
};
const planned = (world: World) => firstOf(firstOf(world.pieces).stages);

describe("a world file that is malformed", () => {
  it.each<[string, (world: World) => unknown, RegExp]>([
    [
      "a stage that nobody can do",
      (world) => world.stages.push({ id: "enamel", kind: "bench" }),
      /^stages\.\d+: No artisan has the skill that enamel needs\.$/,
    ],
    [
      "hands without hours",
      (world) => {
        for (const artisan of world.artisans) artisan.hours = {};
      },
      /^stages\.\d+: Whoever has the skill that .+ needs has no working hours\.$/,
    ],
    [
      "a cycle",
      (world) => firstOf(world.pieces).stages.push({ ...planned(world) }),
      /^pieces\.0\.stages\.\d+: It comes back to .+: a plan goes to each stage once\.$/,
    ],
    [
      "no minutes",
      (world) => {
        planned(world).typicalMinutes = 0;
      },
      /^pieces\.0\.stages\.0\.typicalMinutes: Too small/,
    ],
    [
      "minutes below zero",
      (world) => {
        planned(world).typicalMinutes = -5;
      },
      /^pieces\.0\.stages\.0\.typicalMinutes: Too small/,
    ],
    [
      "a thousand million minutes",
      (world) => {
        planned(world).badDayMinutes = 1e9;
      },
      /^pieces\.0\.stages\.0\.badDayMinutes: Too big/,
    ],
    [
      "NaN, which JSON makes nothing of",
      (world) => {
        planned(world).typicalMinutes = Number.NaN;
      },
      /^pieces\.0\.stages\.0\.typicalMinutes: Invalid input: expected number/,
    ],
    [
      "a bad day that is a good one",
      (world) => {
        planned(world).badDayMinutes = planned(world).typicalMinutes / 2;
      },
      /A bad day is shorter than a typical one\.$/,
    ],
    [
      "an unknown time zone",
      (world) => {
        world.timeZone = "Mars/Olympus";
      },
      /^timeZone: There is no such time zone\.$/,
    ],
    [
      "an end before its start",
      (world) => {
        firstOf(world.artisans).hours = { mon: [["17:00", "09:00"]] };
      },
      /^artisans\.0\.hours\.mon: The end must be after the start\.$/,
    ],
    [
      "hours that overlap",
      (world) => {
        firstOf(world.artisans).hours = {
          mon: [
            ["09:00", "12:00"],
            ["11:00", "17:00"],
          ],
        };
      },
      /^artisans\.0\.hours\.mon: These times overlap\.$/,
    ],
    [
      "time off that ends before it begins",
      (world) =>
        world.timeOff.push({ artisan: firstOf(world.artisans).id, from: "2026-06-02", to: "2026-06-01" }),
      /^timeOff\.\d+\.to: The last day is before the first\.$/,
    ],
    [
      "a name twice",
      (world) => world.artisans.push({ ...firstOf(world.artisans) }),
      /^artisans\.\d+\.id: Two of the artisans have the same id/,
    ],
    [
      "no orders",
      (world) => {
        world.orders = [];
      },
      /^orders: Nobody orders anything\.$/,
    ],
  ])("is refused with its place: %s", (_what, spoil, fault) => {
    expect(faultsOf(spoil)[0]).toMatch(fault);
  });

  it("names the order that nobody ever makes: whoever could is off for good", () => {
    const world = good();
    const [first] = world.orders;
    world.timeOff = world.artisans.map(({ id }) => ({ artisan: id, from: "2020-01-01", to: "2060-01-01" }));
    expect(() => liveThrough(world)).toThrow(
      `The order ${first?.id} can’t be finished: whoever could make it is off for good.`,
    );
  });

  it("ends the command with a sentence, not with a stack", () => {
    const file = path.join(mkdtempSync(path.join(tmpdir(), "touchmark-world-")), "world.json");
    writeFileSync(file, '{"version": NaN}');
    const run = () =>
      spawnSync(process.execPath, ["--import", "tsx", "scripts/promise/backtest.ts", file], {
        encoding: "utf8",
      });
    const unread = run();
    expect([unread.status, unread.stderr]).toEqual([
      1,
      expect.stringMatching(/world\.json can't be read: .*JSON/),
    ]);
    writeFileSync(file, JSON.stringify({ ...good(), timeZone: "Mars/Olympus" }));
    const refused = run();
    expect(refused.status).toBe(1);
    expect(refused.stderr).toContain("is not a world:\n  timeZone: There is no such time zone.");
    expect(refused.stderr).not.toContain("    at ");
  }, 60_000);
});
