import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const sources = listFiles(["*.ts", "*.tsx", "*.mjs"]);

describe("every source file", () => {
  it("stays under 300 lines", () => {
    const long = sources.filter((file) => read(file).split("\n").length > 300);
    expect(long).toEqual([]);
  });

  it("has no `any` and silences no type error", () => {
    const loophole = /(:\s*any\b|\bas any\b|<any>|any\[\]|@ts-(ignore|expect-error|nocheck))/;
    const loose = sources.filter(
      (file) => file !== "tests/architecture/source-files.test.ts" && loophole.test(read(file)),
    );
    expect(loose).toEqual([]);
  });

  it("is named in kebab-case, and is neither a barrel nor a drawer for odds and ends", () => {
    const bad = sources.filter((file) => {
      const name = file.split("/").at(-1) ?? "";
      if (/^(utils?|helpers?|common|misc)\./.test(name)) return true;
      if (/^index\.tsx?$/.test(name)) return true;
      return !/^[.[(]?[a-z0-9[\]().-]+$/.test(name);
    });
    expect(bad).toEqual([]);
  });

  it("skips no test", () => {
    const skipping = listFiles(["tests/**/*.ts", "tests/**/*.tsx"]).filter((file) =>
      /\b(it|test|describe)\.(skip|only|todo|fixme)\(/.test(read(file)),
    );
    expect(skipping).toEqual([]);
  });
});

describe("the domain", () => {
  it("has no clock, randomness, environment, console or waiting", () => {
    const impure =
      /(Date\.now|new Date\(\)|Math\.random|process\.|console\.|\bawait\b|\basync\b|Temporal\.Now|crypto\.getRandom)/;
    const broken = listFiles(["lib/domain/*.ts", "lib/domain/**/*.ts"]).filter((file) =>
      impure.test(stripComments(read(file))),
    );
    expect(broken).toEqual([]);
  });
});

function listFiles(patterns: string[]): string[] {
  const output = execFileSync(
    "git",
    ["ls-files", "--cached", "--others", "--exclude-standard", "--", ...patterns],
    {
      encoding: "utf8",
    },
  );
  return [...new Set(output.split("\n").filter(Boolean))];
}

function read(file: string): string {
  return readFileSync(file, "utf8");
}

function stripComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, "").replace(/\/\/.*$/gm, "");
}
