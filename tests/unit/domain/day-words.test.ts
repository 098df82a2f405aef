import { describe, expect, it } from "vitest";
import { dayRangeWords, dayWords } from "@/lib/domain/day-words";

describe("days in words", () => {
  it("name the weekday, the day and the month", () => {
    expect(dayWords("2026-12-08")).toBe("Tue 8 Dec");
    expect(dayWords("2026-12-08", { weekday: false })).toBe("8 Dec");
  });

  it("write a span as short as it can be said", () => {
    expect(dayRangeWords("2026-12-08", "2026-12-11")).toBe("8–11 Dec");
    expect(dayRangeWords("2026-11-28", "2026-12-02")).toBe("28 Nov – 2 Dec");
    expect(dayRangeWords("2026-12-30", "2027-01-04")).toBe("30 Dec 2026 – 4 Jan 2027");
    expect(dayRangeWords("2026-12-08", "2026-12-08")).toBe("Tue 8 Dec");
  });
});
