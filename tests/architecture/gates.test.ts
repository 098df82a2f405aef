import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, it } from "vitest";
import { gateOf } from "@/lib/platform/gate";
import { actionGates, pageGates, routeGates } from "./gates";

const sources = listFiles("app", "components", "lib");

describe("every way in", () => {
  it("of the pages is in the table", () => {
    const pages = sources.filter((file) => /^app\/.*\/?page\.tsx$/.test(file));
    expect(pages.sort()).toEqual(Object.keys(pageGates).sort());
  });

  it("of the studio's pages asks for a sign-in, and is the owner's where the address says so", () => {
    const wrong = Object.entries(pageGates).filter(([file, gate]) => {
      if (/^app\/studio\/(settings|products)/.test(file)) return gate !== "owner";
      return file.startsWith("app/studio/") ? gate !== "artisan" : gate === "artisan" || gate === "owner";
    });
    expect(wrong).toEqual([]);
  });

  it("of the route handlers declares whom it is for, as in the table", async () => {
    const files = sources.filter((file) => /^app\/.*route\.ts$/.test(file));
    expect(await readGates(files)).toEqual(routeGates);
  }, 60_000);

  it("of the server actions declares whom it is for, as in the table", async () => {
    const files = sources.filter((file) => /^\s*["']use server["']/m.test(readFileSync(file, "utf8")));
    expect(await readGates(files)).toEqual(actionGates);
  }, 60_000);
});

/** Every export that can be called, and its gate; "none" where it declares none. */
async function readGates(files: string[]): Promise<Record<string, Record<string, string>>> {
  const modules = await Promise.all(
    files.map(async (file) => {
      const module: Record<string, unknown> = await import(pathToFileURL(path.resolve(file)).href);
      const gates = Object.entries(module).flatMap(([name, value]) =>
        typeof value === "function" ? [[name, gateOf(value) ?? "none"] as const] : [],
      );
      return [file, Object.fromEntries(gates)] as const;
    }),
  );
  return Object.fromEntries(modules);
}

function listFiles(...folders: string[]): string[] {
  const listed = execFileSync(
    "git",
    ["ls-files", "--cached", "--others", "--exclude-standard", "--", ...folders],
    { encoding: "utf8" },
  ).split("\n");
  // Listed though deleted: git still has it, the product hasn't.
  return [...new Set(listed)].filter((file) => /\.tsx?$/.test(file) && existsSync(file));
}
