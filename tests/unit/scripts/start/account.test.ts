import { chmodSync, mkdirSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { canEnter } from "@/scripts/start/postgres/account";

const home = mkdtempSync(path.join(tmpdir(), "touchmark-home-"));
const project = path.join(home, "shop", ".data");
mkdirSync(project, { recursive: true });
afterAll(() => rmSync(home, { recursive: true, force: true }));

const { uid, gid } = statSync(home);
const stranger = { uid: uid + 4_242, gid: gid + 4_242 };

describe("canEnter", () => {
  it("lets the owner into a private folder, and nobody else", () => {
    chmodSync(home, 0o700);
    expect(canEnter(project, { uid, gid })).toBe(true);
    expect(canEnter(project, stranger)).toBe(false);
    expect(canEnter(project, { ...stranger, gid })).toBe(false);
  });

  it("goes by the group's bit, then by everybody's", () => {
    chmodSync(home, 0o710);
    expect(canEnter(project, { ...stranger, gid })).toBe(true);
    expect(canEnter(project, stranger)).toBe(false);
    chmodSync(home, 0o711);
    expect(canEnter(project, stranger)).toBe(true);
  });

  it("looks at what exists of a folder that is yet to be made", () => {
    chmodSync(home, 0o711);
    expect(canEnter(path.join(project, "postgres"), stranger)).toBe(true);
  });
});
