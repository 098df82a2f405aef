import { cruise } from "dependency-cruiser";
import extractTSConfig from "dependency-cruiser/config-utl/extract-ts-config";
import { describe, expect, it } from "vitest";
import configuration from "../../.dependency-cruiser.mjs";

describe("the layers", () => {
  it("point one way only", async () => {
    const folders = ["app", "components", "lib", "prisma/seed", "scripts"];
    const { output } = await cruise(
      folders,
      { ...configuration.options, ruleSet: { forbidden: configuration.forbidden ?? [] }, validate: true },
      {},
      { tsConfig: extractTSConfig("tsconfig.json") },
    );
    if (typeof output === "string") throw new Error("dependency-cruiser answered with text");
    const broken = output.summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} -> ${to}`);
    expect(output.summary.totalCruised).toBeGreaterThan(50);
    expect(broken).toEqual([]);
  }, 180_000);
});
