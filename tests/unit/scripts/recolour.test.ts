import { describe, expect, it } from "vitest";
import {
  bounceMap,
  bounces,
  develop,
  lightOf,
  recolour,
  reflectance,
  reflected,
  undevelop,
} from "@/scripts/art/recolour";

const gold = reflectance["18k-yellow-gold"];
const silver = reflectance["sterling-silver"];

describe("one alloy made into another", () => {
  it("develops light and finds it again", () => {
    for (const light of [
      [0.3, 0.25, 0.2],
      [0.02, 0.018, 0.01],
      [0.9, 0.6, 0.2],
    ] as const)
      undevelop(develop(light)).forEach((value, index) => {
        expect(value).toBeCloseTo(light[index] ?? 0, 3);
      });
  });

  it("counts how often light bounced off gold", () => {
    expect(bounces([0.5, 0.3675, 0.1775], gold, 0)).toBeCloseTo(1, 5);
    expect(bounces([0.5, 0.27, 0.063], gold, 0)).toBeCloseTo(2, 1);
    expect(bounces([0.5, 0.5, 0.5], gold, 0)).toBe(0);
  });

  it("gives the light that the other alloy would show", () => {
    const light = reflected([0.5, 0.3675, 0.1775], gold, silver, 1);
    light.forEach((value, index) => {
      expect(value).toBeCloseTo(0.5 * (silver[index] ?? 0), 3);
    });
  });

  it("changes the metal, and neither the ground nor what is under a stone", () => {
    const [side, ground, metal] = [50, [190, 185, 175], [212, 175, 105]];
    const isMetal = (at: number) => at % side > 20 && at % side < 40 && at / side < 30;
    const data = Uint8Array.from(
      Array.from({ length: side * side }, (_, at) => (isMetal(at) ? metal : ground)).flat(),
    );
    const light = lightOf({ data });
    const stone = { x0: 0.5, y0: 0.1, x1: 0.7, y1: 0.3 };
    const map = bounceMap(light, { width: side, height: side }, gold, [stone]);
    const made = recolour(light, map, data, gold, silver);
    const at = (x: number, y: number) => [...made.slice((y * side + x) * 3, (y * side + x) * 3 + 3)];
    expect(at(5, 45)).toEqual(ground);
    expect(at(30, 10)).toEqual(metal);
    const [red = 0, , blue = 0] = at(30, 24);
    expect(red - blue).toBeLessThan(25);
  });
});
