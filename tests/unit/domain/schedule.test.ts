import { describe, expect, it } from "vitest";
import { compareInQueue, compileBench, runBench } from "@/lib/domain/schedule";
import { artisan, at, finishes, iso, job } from "../../support/bench";

describe("the bench played forward", () => {
  it("lets one artisan work through the queue, pausing overnight", () => {
    const ana = artisan("ana", ["forming"]);
    const jobs = [job("a", [["forming", 300]]), job("b", [["forming", 300]]), job("c", [["forming", 360]])];
    expect(finishes([ana], jobs, at(0, 9))).toEqual({ a: "12-07T14:00", b: "12-08T11:00", c: "12-08T17:00" });
  });

  it("takes the earliest order first, rush before all, ties by id", () => {
    const ana = artisan("ana", ["forming"]);
    const jobs = [
      job("late", [["forming", 60]], { queuedAtMs: 3 }),
      job("tie-b", [["forming", 60]], { queuedAtMs: 2 }),
      job("tie-a", [["forming", 60]], { queuedAtMs: 2 }),
      job("rush", [["forming", 60]], { queuedAtMs: 9, rush: true }),
    ];
    expect(finishes([ana], jobs, at(0, 9))).toEqual({
      rush: "12-07T10:00",
      "tie-a": "12-07T11:00",
      "tie-b": "12-07T12:00",
      late: "12-07T13:00",
    });
    expect([...jobs].sort(compareInQueue).map(({ id }) => id)).toEqual(["rush", "tie-a", "tie-b", "late"]);
  });

  it("asks artisans in the order listed", () => {
    const jobs = [job("a", [["forming", 60]])];
    const run = runBench(
      compileBench([artisan("ana", ["forming"]), artisan("ben", ["forming"])], jobs),
      at(0, 9),
    );
    expect(run.stageArtisan[0]).toBe(0);
  });

  it("gives work to whoever is within hours, and waits for nobody who isn't", () => {
    const morning = artisan("ana", ["forming"], [{ weekday: 1, startMinute: 540, endMinute: 600 }]);
    const afternoon = artisan("ben", ["forming"], [{ weekday: 1, startMinute: 780, endMinute: 900 }]);
    const jobs = [job("a", [["forming", 90]]), job("b", [["forming", 60]])];
    // Ana begins a and keeps it until next Monday; Ben does b in the afternoon.
    expect(finishes([morning, afternoon], jobs, at(0, 9))).toEqual({ a: "12-14T09:30", b: "12-07T14:00" });
  });

  it("doesn't interrupt what has begun, even for rush", () => {
    const ana = artisan("ana", ["forming"]);
    const jobs = [
      job("begun", [["forming", 120]], { underWay: { artisanId: "ana" } }),
      job("rush", [["forming", 60]], { rush: true }),
    ];
    expect(finishes([ana], jobs, at(0, 9))).toEqual({ begun: "12-07T11:00", rush: "12-07T12:00" });
  });

  it("finishes several begun pieces in one pair of hands one after the other, in the queue's order", () => {
    const ana = artisan("ana", ["forming", "setting"]);
    const jobs = [
      job("second", [["forming", 60]], { queuedAtMs: 2, underWay: { artisanId: "ana" } }),
      job("first", [["setting", 60]], { queuedAtMs: 1, underWay: { artisanId: "ana" } }),
    ];
    expect(finishes([ana], jobs, at(0, 9))).toEqual({ first: "12-07T10:00", second: "12-07T11:00" });
  });

  it("lets external stages elapse over nights and weekends, as many at once as there are", () => {
    const ana = artisan("ana", ["packing"]);
    const jobs = [
      job("a", [
        [null, 2880],
        ["packing", 30],
      ]),
      job("b", [
        [null, 2880],
        ["packing", 30],
      ]),
    ];
    // From Friday 15:00: both are back on Sunday 15:00 and packed on Monday.
    expect(finishes([ana], jobs, at(4, 15))).toEqual({ a: "12-14T09:30", b: "12-14T10:00" });
  });

  it("lets a later order pass while an earlier one is away", () => {
    const ana = artisan("ana", ["forming"]);
    const jobs = [
      job(
        "away",
        [
          [null, 60],
          ["forming", 60],
        ],
        { queuedAtMs: 1 },
      ),
      job("here", [["forming", 120]], { queuedAtMs: 2 }),
    ];
    expect(finishes([ana], jobs, at(0, 9))).toEqual({ away: "12-07T12:00", here: "12-07T11:00" });
  });

  it("keeps a held or future job out of the queue until it waits", () => {
    const ana = artisan("ana", ["forming"]);
    const jobs = [job("held", [["forming", 60]], { waitsFromMs: at(1, 12) }), job("b", [["forming", 60]])];
    expect(finishes([ana], jobs, at(0, 9))).toEqual({ held: "12-08T13:00", b: "12-07T10:00" });
  });

  it("says never where nobody has the skill, without holding up the others", () => {
    const ana = artisan("ana", ["forming"]);
    const jobs = [
      job("a", [
        ["enamelling", 60],
        ["forming", 60],
      ]),
      job("b", [["forming", 60]]),
    ];
    expect(finishes([ana], jobs, at(0, 9))).toEqual({ a: "never", b: "12-07T10:00" });
    expect(finishes([], jobs, at(0, 9))).toEqual({ a: "never", b: "never" });
    expect(finishes([artisan("ana", ["forming"], [])], jobs, at(0, 9))).toEqual({ a: "never", b: "never" });
  });

  it("hands a stage on that the one who began it can't finish any more", () => {
    const jobs = [job("a", [["forming", 60]], { underWay: { artisanId: "gone" } })];
    expect(finishes([artisan("ana", ["forming"])], jobs, at(0, 9))).toEqual({ a: "12-07T10:00" });
  });

  it("passes stages of no minutes, and jobs without stages, at once", () => {
    const jobs = [
      job("a", [
        ["forming", 0],
        [null, 0],
        ["forming", 10],
      ]),
      job("done", []),
    ];
    expect(finishes([artisan("ana", ["forming"])], jobs, at(0, 9))).toEqual({
      a: "12-07T09:10",
      done: "12-07T09:00",
    });
  });

  it("starts at the very end of one's hours with whoever works on", () => {
    const ana = artisan("ana", ["forming"], [{ weekday: 1, startMinute: 540, endMinute: 600 }]);
    const ben = artisan("ben", ["polishing"], [{ weekday: 1, startMinute: 540, endMinute: 660 }]);
    const jobs = [
      job("a", [
        ["forming", 60],
        ["polishing", 60],
      ]),
    ];
    expect(finishes([ana, ben], jobs, at(0, 9))).toEqual({ a: "12-07T11:00" });
  });

  it("uses the durations it is given instead of the planned ones", () => {
    const bench = compileBench([artisan("ana", ["forming"])], [job("a", [["forming", 60]])]);
    const luck = { minutes: Float64Array.of(90), waitsFrom: Float64Array.of(0), calendars: [] };
    expect(iso(runBench(bench, at(0, 9), luck).jobFinish[0])).toBe("12-07T10:30");
    expect(iso(runBench(bench, at(0, 9)).jobFinish[0])).toBe("12-07T10:00");
  });
});
