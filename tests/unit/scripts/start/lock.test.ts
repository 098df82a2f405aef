import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { lockHolder, takeLock } from "@/scripts/start/lock";

let folder: string;
let file: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "touchmark-lock-"));
  file = path.join(folder, "start.lock");
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe("takeLock", () => {
  it("gives the lock to one, and tells the other who has it", async () => {
    const first = await takeLock(file, "first");
    expect(first.ok).toBe(true);
    expect(await takeLock(file, "second")).toMatchObject({
      ok: false,
      holder: { pid: process.pid, note: "first" },
    });
    if (first.ok) first.release();
    expect(await lockHolder(file)).toBeUndefined();
    expect((await takeLock(file, "third")).ok).toBe(true);
  });

  it("takes over from a process that is gone", async () => {
    await leaveBehind({ pid: 2 ** 22 + 1 });
    expect((await takeLock(file, "mine")).ok).toBe(true);
  });

  it("takes over when the number went to another process since", async () => {
    await leaveBehind({ pid: process.pid, started: "another time" });
    expect((await takeLock(file, "mine")).ok).toBe(true);
  });

  it("gives a lock that was left behind to exactly one of many", async () => {
    await leaveBehind({ pid: 2 ** 22 + 1 });
    const taken = await Promise.all(Array.from({ length: 20 }, (_, index) => takeLock(file, `${index}`)));
    expect(taken.filter(({ ok }) => ok)).toHaveLength(1);
  });

  it("watches the heartbeat of a holder that it can't look up (another container)", async () => {
    const held = await takeLock(file, "elsewhere");
    rewrite({ where: "another machine" });
    expect(await takeLock(file, "mine")).toMatchObject({ ok: false, holder: { note: "elsewhere" } });
    if (held.ok) held.release();
    // Released, it leaves no file; left behind without a heartbeat, it is free as well.
    await leaveBehind({ where: "another machine" });
    expect((await takeLock(file, "mine")).ok).toBe(true);
  }, 20_000);
});

/** A lock file as a killed process leaves it. */
async function leaveBehind(differing: Record<string, unknown>): Promise<void> {
  const lock = await takeLock(file, "gone");
  const content = readFileSync(file, "utf8");
  if (lock.ok) lock.release();
  writeFileSync(file, JSON.stringify({ ...JSON.parse(content), ...differing }));
}

function rewrite(differing: Record<string, unknown>): void {
  writeFileSync(file, JSON.stringify({ ...JSON.parse(readFileSync(file, "utf8")), ...differing }));
}
