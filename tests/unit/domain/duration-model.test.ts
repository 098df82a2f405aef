import { describe, expect, it } from "vitest";
import { chance, normalQuantile, normalShareBelow } from "@/lib/domain/chance";
import { DurationModel, minutesLeft } from "@/lib/domain/duration-model";
import { corrected, scoreOf, survivalQuantile } from "@/lib/domain/promise-correction";

const polish = { stage: "polish", typicalMinutes: 30, badDayMinutes: 48 };

describe("chance", () => {
  it("is the same at every asking, another for every question, and even over them all", () => {
    expect(chance(1, 2, 3, 4)).toBe(chance(1, 2, 3, 4));
    const many = Array.from({ length: 40_000 }, (_none, run) => chance(7, run, run % 13, run % 5));
    expect(new Set(many).size).toBeGreaterThan(39_990);
    for (const share of [0.1, 0.5, 0.9])
      expect(Math.abs(many.filter((u) => u < share).length / many.length - share)).toBeLessThan(0.01);
  });

  it("follows the bell curve both ways", () => {
    for (const p of [0.001, 0.02, 0.3, 0.5, 0.9, 0.999]) {
      expect(normalShareBelow(normalQuantile(p))).toBeCloseTo(p, 6);
    }
    expect(normalQuantile(0.9)).toBeCloseTo(1.2815515655, 8);
  });
});

describe("what a stage takes", () => {
  it("is the plan while nothing is finished", () => {
    const law = new DurationModel().expect(polish);
    expect(minutesLeft(law, 0.5)).toBeCloseTo(30, 6);
    expect(minutesLeft(law, 0.9)).toBeCloseTo(48, 4);
  });

  it("is drawn from the plan to what really happened as pieces are finished", () => {
    const model = new DurationModel();
    const after = (count: number) => {
      for (let index = 0; index < count; index++) model.learn(polish, 45);
      return minutesLeft(model.expect(polish), 0.5);
    };
    const few = after(4);
    const many = after(200);
    expect(few).toBeGreaterThan(30);
    expect(few).toBeLessThan(40);
    expect(many).toBeGreaterThan(43.5);
    expect(many).toBeLessThanOrEqual(45);
  });

  it("counts the time already spent: the longer it has taken, the later the end, and never before now", () => {
    const law = new DurationModel().expect(polish);
    const ends = [0, 10, 30, 60, 200, 5_000].map((spent) => spent + minutesLeft(law, 0.5, spent));
    for (const [index, end] of ends.entries())
      if (index > 0) expect(end).toBeGreaterThan(ends[index - 1] ?? 0);
  });

  it("learns how often checking sends a piece back", () => {
    const model = new DurationModel();
    expect(model.reworkShare).toBeCloseTo(0.05, 10);
    for (let index = 0; index < 300; index++) model.learnCheck(index % 5 === 0);
    expect(model.reworkShare).toBeCloseTo(0.2, 1);
  });
});

describe("the correction", () => {
  const raw = { p50: 10, p90: 16 };

  it("leaves a quote alone whose past turned out as it said", () => {
    const fair = corrected(raw, { z50: 0, z90: normalQuantile(0.9) });
    expect(fair.p50).toBeCloseTo(10, 10);
    expect(fair.p90).toBeCloseTo(16, 6);
    expect(scoreOf(raw, 16)).toBeCloseTo(normalQuantile(0.9), 6);
  });

  it("never puts the cautious date before the usual one", () => {
    const odd = corrected(raw, { z50: 1, z90: 0 });
    expect(odd.p90).toBeGreaterThanOrEqual(odd.p50);
  });

  it("hears of those that are late before they are finished", () => {
    const done = [0, 0, 0, 0, 0, 0, 0, 0].map((score) => ({ score, weight: 1, known: true }));
    const late = [2, 2, 2, 3].map((score) => ({ score, weight: 1, known: false }));
    const slow = { score: 2.5, weight: 1, known: true };
    expect(survivalQuantile([...done, slow], 0.9)).toBe(2.5);
    expect(survivalQuantile(done, 0.9)).toBe(0);
    expect(survivalQuantile([...done, ...late, slow], 0.8)).toBe(2.5);
  });
});
