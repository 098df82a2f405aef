import { describe, expect, it } from "vitest";
import { typographic, wordsOfSlug } from "@/lib/features/catalog/words";

describe("the catalogue's words", () => {
  it("are slugs put back into words", () => {
    expect(wordsOfSlug("for-a-mother")).toBe("For a mother");
    expect(wordsOfSlug("forging")).toBe("Forging");
  });

  it("get a printer's quotes and apostrophes", () => {
    expect(typographic(`He wanted "something worn". It's the maker's.`)).toBe(
      "He wanted “something worn”. It’s the maker’s.",
    );
    expect(typographic(`("posy", or 'poesy')`)).toBe("(“posy”, or ‘poesy’)");
    expect(typographic("“Already set”, isn’t it?")).toBe("“Already set”, isn’t it?");
  });
});
