import { describe, expect, it } from "vitest";
import { arrivalDate } from "@/lib/domain/transit";

describe("transit", () => {
  const holidays = new Set(["2026-12-25", "2026-12-28"]);

  it("counts business days after the day on which the parcel left", () => {
    expect(arrivalDate("2026-12-01", 1, holidays)).toBe("2026-12-02");
    expect(arrivalDate("2026-12-03", 2, holidays)).toBe("2026-12-07");
  });

  it("leaves out weekends and the carrier's holidays", () => {
    expect(arrivalDate("2026-12-24", 1, holidays)).toBe("2026-12-29");
    expect(arrivalDate("2026-12-24", 2, holidays)).toBe("2026-12-30");
  });

  it("hands over on the next business day where the service takes none", () => {
    expect(arrivalDate("2026-12-24", 0, holidays)).toBe("2026-12-24");
    expect(arrivalDate("2026-12-26", 0, holidays)).toBe("2026-12-29");
  });
});
