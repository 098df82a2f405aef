import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { newPasswordSchema } from "@/lib/features/accounts/schema";
import { hashPassword } from "@/lib/platform/password";

describe("a new password", () => {
  it("is counted as it will be hashed, and refused in words where that is too short", () => {
    const read = newPasswordSchema.safeParse("e\u0301".repeat(5));
    expect(read.error?.issues[0]?.message).toMatch(/^Please use at least 10 characters/);
    expect(newPasswordSchema.parse("e\u0301".repeat(10))).toBe("\u00E9".repeat(10));
  });

  it("is refused in words where hashing would find it too long", () => {
    const longest = newPasswordSchema.safeParse("\uFDFA".repeat(20));
    expect(longest.error?.issues[0]?.message).toBe("Please use at most 200 characters.");
    expect(newPasswordSchema.safeParse("x".repeat(1_000)).error?.issues).toHaveLength(1);
  });

  it("that the form takes can be hashed", async () => {
    const text = fc.string({ unit: "binary", minLength: 8, maxLength: 220 });
    await fc.assert(
      fc.asyncProperty(text, async (typed) => {
        const read = newPasswordSchema.safeParse(typed);
        if (read.success) expect(await hashPassword(read.data)).toContain("$scrypt$");
      }),
      { numRuns: 6 },
    );
  }, 30_000);
});
